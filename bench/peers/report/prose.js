/** What docs/performance.md says besides figures. */
export const prose = {
  start: `# Performance

How fast Entente answers, beside three others that answer the same questions over the same graph on the same machine in the same minutes. Written by \`npm run bench\`; the figures are in \`bench/results/peers.json\`.

- **Entente**, as \`npm start\` runs it, over HTTP, without reuse of answers unless a line says otherwise.
- **\`@neo4j/graphql\`**, Neo4j's own library, the newest 7.x, with Apollo's standalone server as its documentation shows it.
- **Hand-written**: the floor. One statement for each question over \`node:http\`, without GraphQL.
- **A query per field**: graphql-js, where each relation sends a statement for each parent.

The questions are in \`bench/peers/questions/\`, one file each with the text for every contestant. "/ peer" is Entente's throughput as a multiple of \`@neo4j/graphql\`'s, "/ floor" of the hand-written one's, at 1, 8 or 32 connections.`,

  end: `## How it is measured

Before anything is timed, all contestants answer every question, and the answers must be the same: they are brought into one form and their digests compared. Then come many short rounds. In each, every question is asked of every contestant in turn, in an order that rotates, for 0.3 s at 1, 8 and 32 connections that ask again as soon as they are answered. A ratio is taken within a round, and the median over the rounds is given. Percentiles are of requests that arrive at a steady rate, whether or not earlier ones are answered; a request's time counts from when it was due. Processor time is the kernel's, of the Node process and of the database's. Statements and database hits are counted in a separate run in which every statement is profiled.

What was chosen for \`@neo4j/graphql\`, and why:

- Its types carry the label \`Node\` besides their own (\`@node(labels: …)\`), so that look-ups by id use the graph's unique index instead of a scan.
- Deprecated fields are excluded, and there are no mutations or subscriptions, as its page on optimization advises: the schema is smaller, and so are memory and validation.
- A hub's pages go through the participations of the country, which have the meetings' sort key: from \`meetings\` by a filter it would read them all.
- Page 100 is read by offset, since its cursor collects the whole list first and runs out of memory on a large hub.
- A count is \`aggregate { count }\`, which its documentation gives; \`totalCount\` collects the nodes.
- Words are found by \`@fulltext\`, with an index of its own on the names of officials.
- Groups by year and paths have no words in it: each is a field with a statement of its own (\`@cypher\`), as its documentation advises. These two therefore compare Entente's general answer with a statement written for the question.
- The driver keeps its defaults. Its newest release, with \`graphql\` and the driver in the versions that Entente uses, is installed in \`bench/peers/\` on the first run and is no dependency of the product.

The larger records are copies of the record (\`bench/peers/record/multiply.js\`): meetings, participations, officials, tenures, numbers and claims are multiplied, and the states, places, bodies, posts and sources that they refer to are not, so that hubs grow with the graph.

\`\`\`sh
ENTENTE_DATA=<folder of the data sets> npm run bench                    # about ten minutes once the record is loaded
npm run bench -- --size 10 --size 20                                    # stores are made once, in bench/peers/stores
npm run bench -- --only hubFirstPage --only hubTotal                    # replaces the figures of these
npm run bench -- --quick                                                # does it still work? keeps nothing
\`\`\`

What each query of \`operations/\` asks of the database, in statements and hits, is in \`tests/operationCosts.json\`; \`npm test\` compares it, and \`npm run fix:costs\` accepts what changed.

Beside these, \`npm run bench:stale\` looks for stale answers while another process writes, \`npm run bench:memory\` for memory that grows, and \`npm run bench:foreign\` for plans that change when somebody adds indexes.`,
};
