/** Typed clients as in docs/http.md: generated from schema.graphql, compiled strictly, and run. */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { codegen } from "@graphql-codegen/core";
import { preset } from "@graphql-codegen/client-preset";
import { parse } from "graphql";
import { useService } from "../support/service.ts";

const { service } = useService();
const text = (name: string): string => readFileSync(name, "utf8");

// As in the configuration in docs/http.md.
const scalars = {
  Duration: "string",
  EDTF: "string",
  JSONObject: "Record<string, unknown>",
  Latitude: "number",
  LocalDate: "string",
  Longitude: "number",
  URL: "string",
};

const client = `
import { print } from "graphql";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { SearchDocument, WhoTookPartDocument } from "./graphql.ts";

async function ask<Result, Variables>(
  url: string,
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: print(document), variables }),
  });
  return ((await response.json()) as { data: Result }).data;
}

export async function officials(url: string): Promise<string[]> {
  const { meeting } = await ask(url, WhoTookPartDocument, {});
  // @ts-expect-error: there may be no such meeting
  void (() => meeting.name);
  const day: string | undefined = meeting?.date?.edtf;
  const names = meeting?.participations.nodes.flatMap((part) => part.official?.name ?? []) ?? [];
  return [...names, day ?? ""];
}

export async function found(url: string, word: string): Promise<number> {
  // @ts-expect-error: the text to search is a text
  void (() => ask(url, SearchDocument, { text: 1 }));
  return (await ask(url, SearchDocument, { text: word, kinds: ["OFFICIAL"] })).search.totalCount;
}
`;

// Within the build, where libraries are found.
let folder: string;
beforeAll(() => {
  mkdirSync("dist", { recursive: true });
  folder = mkdtempSync(path.resolve("dist/typed-client-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a client of every operation is generated, compiles strictly, and its answers are of the types it says", async () => {
  const documents = readdirSync("operations").map((name) => {
    const rawSDL = text(`operations/${name}`);
    return { location: name, rawSDL, document: parse(rawSDL) };
  });
  const generated = await preset.buildGeneratesSection({
    baseOutputDir: `${folder}/`,
    schema: parse(text("schema.graphql")),
    documents,
    config: { scalars, useTypeImports: true },
    presetConfig: { fragmentMasking: false },
    plugins: [],
    pluginMap: {},
  });
  for (const file of generated) writeFileSync(file.filename, await codegen(file));
  writeFileSync(path.join(folder, "client.ts"), client);
  const options = {
    extends: "../../tsconfig.json",
    compilerOptions: { noEmit: false, noEmitOnError: true, rootDir: ".", outDir: "out", noUnusedLocals: false },
    include: [],
    files: ["client.ts"],
  };
  writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify(options));
  const compiler = path.resolve("node_modules/typescript/bin/tsc");
  const compiled = await promisify(execFile)(process.execPath, [compiler, "-p", folder]).catch(
    ({ stdout }: { stdout: string }) => ({ stdout }),
  );
  expect(compiled.stdout).toBe("");

  const { officials, found } = (await import(pathToFileURL(path.join(folder, "out/client.js")).href)) as {
    officials: (url: string) => Promise<string[]>;
    found: (url: string, word: string) => Promise<number>;
  };
  const url = `${service().url}/graphql`;
  expect(await officials(url)).toEqual(expect.arrayContaining(["Alejandro Mayorkas", "2023-12-27"]));
  expect(await found(url, "barcena")).toBeGreaterThan(0);
});
