/** `entente ask`: a running server's answer on the terminal, as JSON or as a table. */
import { createServer } from "node:http";
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { tableOf } from "../../src/cli/answerTable.ts";
import { askCommand } from "../../src/cli/askCommand.ts";
import { entente } from "../support/commandLine.ts";
import { useService } from "../support/service.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const { ask, service } = useService();
const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true }));

let out = "";
beforeEach(() => {
  out = "";
  jest.spyOn(process.stdout, "write").mockImplementation((text) => ((out += String(text)), true));
});
afterEach(() => void jest.restoreAllMocks());

function fileWith(operation: string): string {
  const file = path.join(folder, "operation.graphql");
  writeFileSync(file, operation);
  return file;
}

/** The cells of a drawn table, the header first. */
const cellsOf = (table: string): string[][] =>
  table
    .split("\n")
    .filter((line) => line.startsWith("│"))
    .map((line) =>
      line
        .slice(1, -1)
        .split("│")
        .map((cell) => cell.trim()),
    );

test("as a program, prints what the API answers", async () => {
  const query = "query ($id: ID!) { meeting(by: { id: $id }) { id name date { edtf } } }";
  const variables = { id: "meeting:mexico-city-2023-12-27" };
  const words = ["ask", fileWith(query), "--variables", JSON.stringify(variables), "--url", service().url];
  const { code, out: printed, told } = await entente(words);
  expect({ code, told }).toEqual({ code: 0, told: "" });
  const { data } = await ask(query, variables);
  expect(data.meeting.date.edtf).toBe("2023-12-27");
  expect(JSON.parse(printed)).toEqual(data);
});

test("as a table, has a row for each item, and says how many there are", async () => {
  const query = "{ meetings(first: 3) { totalCount nodes { id date { edtf } host { name } } } }";
  await askCommand(fileWith(query), { table: true, url: `${service().url}/graphql` });
  const { data } = await ask(query);
  const { nodes, totalCount } = data.meetings;
  expect(out.split("\n")[0]).toBe(`meetings.nodes: 3 of ${totalCount} rows`);
  expect(cellsOf(out)).toEqual([
    ["id", "date.edtf", "host.name"],
    ...nodes.map((each: any) => [each.id, each.date.edtf, each.host?.name ?? "–"]),
  ]);
});

test("prints what was answered before it fails for the rest", async () => {
  const query = '{ edition { digest } topics(after: "broken") { nodes { id } } }';
  const { errors } = await ask(query);
  await expect(askCommand(fileWith(query), { url: service().url })).rejects.toThrow(
    new RegExp(`${errors![0]!.message.slice(0, 20)}[^]*\\(CURSOR_INVALID\\)`),
  );
});

describe("a question that can't be asked or answered says one thing", () => {
  const whole = "{ edition { digest } }";
  test.each([
    ["no such file", { file: path.join(folder, "none.graphql") }, /none\.graphql: ENOENT[^]*Expected a file/],
    ["variables that are no object", { variables: "[1]" }, /--variables: expected an object in JSON/],
    ["an address that isn't one", { url: "localhost" }, /--url: expected an address such as/],
    ["nothing listening", { url: "http://127.0.0.1:1" }, /No server answers at http:\/\/127\.0\.0\.1:1/],
    ["no GraphQL", { query: "meetings" }, /Syntax Error[^]*\(GRAPHQL_PARSE_FAILED\)/],
    ["no such field", { query: "{ meetngs { totalCount } }" }, /Cannot query field "meetngs"[^]*VALIDATION_FAILED/],
  ] as [string, { file?: string; query?: string; variables?: string; url?: string }, RegExp][])(
    "%s",
    async (_, { file, query = whole, variables, url = service().url }, message) => {
      const asked = askCommand(file ?? fileWith(query), { variables, url });
      await expect(asked).rejects.toMatchObject({ name: "StartError", message: expect.stringMatching(message) });
      expect(out).toBe("");
    },
  );

  test("a server that isn't Entente", async () => {
    const other = createServer((_, response) => response.setHeader("content-type", "text/html").end("<p>Hello"));
    await new Promise<void>((resolve) => void other.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(other.address() as { port: number }).port}`;
    await expect(askCommand(fileWith(whole), { url })).rejects.toThrow(/expected an answer in GraphQL; got status 200/);
    other.close();
  });
});

describe("a table", () => {
  test("tells null from what isn't asked, keeps uncertain dates, and joins or counts lists in a row", () => {
    const nodes = [
      { id: "a", date: { edtf: "19XX-04?" }, host: { name: "Mexico" }, aliases: ["x", "y"], count: 12, people: [] },
      { id: "b", date: null, host: null, aliases: [], count: null, people: [{ id: 1, name: "P" }], place: null },
      {
        id: "c",
        date: { edtf: "1914/.." },
        host: { name: null },
        aliases: ["z"],
        count: 3,
        people: [
          { id: 1, name: "P" },
          { id: 2, name: "Q" },
        ],
      },
    ];
    expect(cellsOf(tableOf({ list: { nodes } }))).toEqual([
      ["id", "date.edtf", "host.name", "aliases", "count", "people", "place"],
      ["a", "19XX-04?", "Mexico", "x, y", "12", "0 items", ""],
      ["b", "–", "–", "0 items", "–", "1 item", "–"],
      ["c", "1914/..", "–", "z", "3", "2 items", ""],
    ]);
  });

  test("is of the first list, and names the others", () => {
    const told = tableOf({ a: { names: ["n"], nodes: [{ id: 1 }] }, b: [{ id: 2 }, { id: 3 }] });
    expect(told.split("\n").filter((line) => !/^[│┌├└]/.test(line))).toEqual([
      "a.nodes: 1 row",
      "Not shown: a.names, 1 row",
      "Not shown: b, 2 rows",
    ]);
  });

  test("of an answer without a list is one row; of an empty list, none", () => {
    expect(cellsOf(tableOf({ edition: { number: 4 } }))).toEqual([["edition.number"], ["4"]]);
    expect(tableOf({ meetings: { nodes: [] } })).toBe("meetings.nodes: 0 rows");
  });

  test("fits the terminal, and obeys no character of its content", () => {
    const told = tableOf({ nodes: [{ id: "meeting:one", text: "word ".repeat(60), other: "\u001B[31mred\n" }] }, 60);
    expect(told).not.toContain("\u001B");
    expect(Math.max(...told.split("\n").map((line) => line.length))).toBeLessThanOrEqual(60);
    expect(told.match(/word/g)).toHaveLength(60);
    const long = `meeting:${"x".repeat(90)}`;
    const ids = cellsOf(tableOf({ nodes: [{ id: long, n: 1 }] }, 40)).slice(1);
    expect(ids.map(([id]) => id).join("")).toBe(long);
  });
});
