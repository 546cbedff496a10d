/** The Relay compiler takes the schema, and Relay keeps answers apart, adds to them, and joins pages. */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import relay from "relay-runtime";
import { halves, kinds, useComplaints } from "../support/clients.ts";
import { useService } from "../support/service.ts";

const { Environment, Network, RecordSource, Store, createOperationDescriptor, fetchQuery, getRequest } = relay;
const { ask } = useService();
const require = createRequire(import.meta.url);

const list = `fragment Pages_query on Query
  @argumentDefinitions(first: { type: "Int", defaultValue: 7 }, after: { type: "String" })
  @refetchable(queryName: "PagesNextQuery") {
  countries(first: $first, after: $after) @connection(key: "Pages_countries") { edges { node { id name } } }
}`;

// Relay wants a query to be called as its file is.
const queries: [file: string, text: string][] = [
  ...kinds.map(([name, text]): [string, string] => [name, text.replace(`query ${name}`, `query ${name}Query`)]),
  ...halves.map((text, index): [string, string] => [`Half${index}`, text.replace("query", `query Half${index}Query`)]),
  ["Pages", `query PagesQuery { ...Pages_query }`],
];

let folder: string;
beforeAll(async () => {
  mkdirSync("dist", { recursive: true });
  folder = mkdtempSync(path.resolve("dist/relay-"));
  const tagged = (text: string): string => `graphql\`${text}\`;\n`;
  mkdirSync(path.join(folder, "src"));
  for (const [file, text] of queries) writeFileSync(path.join(folder, `src/${file}.js`), tagged(text));
  writeFileSync(path.join(folder, "src/Pages.js"), tagged(queries.at(-1)![1]) + tagged(list));
  writeFileSync(path.join(folder, "package.json"), '{ "type": "commonjs" }');
  const settings = {
    src: "src",
    schema: path.relative(folder, "schema.graphql"),
    language: "javascript",
    eagerEsModules: false,
  };
  writeFileSync(path.join(folder, "relay.config.json"), JSON.stringify(settings));
  await promisify(execFile)(process.execPath, [path.resolve("node_modules/relay-compiler/cli.js")], { cwd: folder });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const compiled = (name: string): any => require(path.join(folder, `src/__generated__/${name}.graphql.js`));

const said = useComplaints();

function client() {
  const environment = new Environment({
    network: Network.create(async ({ text }, variables) => {
      const { data, errors } = await ask(text!, variables);
      return { data, errors } as never;
    }),
    store: new Store(new RecordSource()),
  });
  return {
    fetch: (query: unknown, variables: object) =>
      fetchQuery(environment, query as never, variables as never).toPromise(),
    kept: (query: unknown, variables: object): unknown => {
      const operation = createOperationDescriptor(getRequest(query as never), variables as never);
      const { data, isMissingData } = environment.lookup(operation.fragment);
      expect(isMissingData).toBe(false);
      return data;
    },
    environment,
  };
}

test.each(kinds)("%s are kept apart", async (name, text, all) => {
  const query = compiled(`${name}Query`);
  const { fetch, kept } = client();
  for (const variables of all) await fetch(query, variables);
  for (const variables of all) expect(kept(query, variables)).toEqual((await ask(text, variables)).data);
  expect(said).toEqual([]);
});

test("a second selection of the same value adds to the first", async () => {
  const { fetch, kept } = client();
  for (const index of [0, 1]) await fetch(compiled(`Half${index}Query`), {});
  for (const index of [0, 1]) expect(kept(compiled(`Half${index}Query`), {})).toEqual((await ask(halves[index]!)).data);
  expect(said).toEqual([]);
});

test("@connection joins the pages of a list", async () => {
  const { fetch, environment } = client();
  const [first, next] = [compiled("PagesQuery"), compiled("PagesNextQuery")];
  const countries = (): any => {
    const { fragment } = createOperationDescriptor(getRequest(next), {});
    const { data } = environment.lookup(fragment) as { data: any };
    const selector = relay.getSingularSelector(compiled("Pages_query"), data) as never;
    return (environment.lookup(selector) as { data: any }).data.countries;
  };
  await fetch(first, {});
  while (countries().pageInfo.hasNextPage) await fetch(next, { after: countries().pageInfo.endCursor });
  const all = await ask("{ countries(first: 100) { totalCount nodes { id } } }");
  const ids = countries().edges.map(({ node }: any) => node.id);
  expect(ids.slice(0, 100)).toEqual(all.data.countries.nodes.map(({ id }: any) => id));
  expect(ids).toHaveLength(all.data.countries.totalCount);
  expect(said).toEqual([]);
});
