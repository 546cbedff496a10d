/**
 * The page at `/`: what this is and how to send a query.
 * @param host the host name and port that the reader used.
 */
export function welcome(host: string): string {
  const safe = host.replace(/[^\w.:[\]-]/g, "");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Entente</title>
<style>body{font:17px/1.6 Georgia,serif;max-width:42rem;margin:3rem auto;padding:0 1rem;color:#222;background:#fdfcf9}pre{background:#f1eee6;padding:1rem;overflow:auto;font-size:14px}code{font-size:.9em}</style>
</head>
<body>
<h1>Entente</h1>
<p>A GraphQL knowledge graph of bilateral diplomacy: officials, countries, meetings, policies and migration routes, and under every fact the source that says it.</p>
<h2>Ask</h2>
<p>In the editor, <a href="/graphiql">/graphiql</a>, with examples beside it; or send GraphQL to <code>/graphql</code>. Who took part in the talks of 27 December 2023, and what says so?</p>
<pre>curl -G http://${safe}/graphql \\
  -H 'apollo-require-preflight: true' --data-urlencode 'query=
  { meeting(by: { slug: "mexico-city-2023-12-27" }) {
    name date { text } place { name }
    participations { nodes {
      role official { name } country { name }
      claims { nodes { predicate locator basis source { name } } }
    } } } }'</pre>
<p>The schema describes itself: any GraphQL client can read it from the same address. The examples in <code>operations/</code> are a place to begin.</p>
<h2>Operate</h2>
<p><code>/healthz</code> says that the server runs, <code>/readyz</code> that the graph answers.</p>
</body>
</html>
`;
}
