/** Exports in tests, over HTTP, read back by third-party programs. */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "@jest/globals";
import { parse as parseBibtex } from "@retorquere/bibtex-parser";
import { parse as parseCsv } from "csv-parse/sync";
import graphology from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";
import jsonld from "jsonld";
import { validateXML } from "xmllint-wasm";
import { temporaryFolder } from "../temporaryFolder.ts";

/** A graph as a program reads it: the attributes of each node by id, and its edges. */
export interface GraphRead {
  nodes: Map<string, Record<string, unknown>>;
  edges: [source: string, target: string, relation: string][];
}

export function readCsv(text: string): Record<string, string>[] {
  return parseCsv(text, { columns: true });
}

export function readLines(text: string): Record<string, any>[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, any>);
}

/** GraphML or GEXF, by graphology. It refuses an edge between missing nodes. */
export function readGraph(format: "graphml" | "gexf", text: string): GraphRead {
  const Graph = (graphology as any).MultiGraph;
  const read: any = format === "gexf" ? (gexf as any).parse(Graph, text) : (graphml as any).parse(Graph, text);
  const nodes = new Map<string, Record<string, unknown>>(
    read.mapNodes((id: string, attributes: Record<string, unknown>) => [id, attributes]),
  );
  const edges = read.mapEdges((_: string, { relation }: { relation: string }, source: string, target: string) => [
    source,
    target,
    relation,
  ]);
  return { nodes, edges };
}

/** GraphML or GEXF, by networkx. */
export function readWithNetworkx(format: "graphml" | "gexf", text: string): GraphRead {
  const folder = temporaryFolder();
  try {
    const file = path.join(folder, `graph.${format}`);
    writeFileSync(file, text);
    const read = spawnSync("python3", ["tests/support/exports/readGraph.py", file], {
      encoding: "utf8",
      maxBuffer: 1e9,
    });
    expect(read.stderr).toBe("");
    const { nodes, edges } = JSON.parse(read.stdout) as { nodes: Record<string, object>; edges: GraphRead["edges"] };
    return { nodes: new Map(Object.entries(nodes)) as GraphRead["nodes"], edges };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** xmllint's objections to a GEXF file, by the schema of 1.3. */
export async function problemsOfGexf(text: string): Promise<string[]> {
  const schema = readFileSync("tests/support/exports/gexf-1.3.xsd", "utf8");
  const { errors } = await validateXML({
    xml: [{ fileName: "export.gexf", contents: text }],
    schema: [{ fileName: "gexf-1.3.xsd", contents: schema }],
    maxMemoryPages: 20_000,
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

/** JSON-LD, expanded by a processor without network access. */
export async function expand(text: string): Promise<Record<string, any>[]> {
  return (await jsonld.expand(JSON.parse(text) as object, {
    documentLoader: (url: string) => Promise.reject(new Error(`Nothing may be fetched: ${url}`)),
  })) as Record<string, any>[];
}

/** The entries of a BibTeX file. */
export function readBibtex(text: string): { key: string; type: string; fields: Record<string, any> }[] {
  const { entries, errors } = parseBibtex(text, { sentenceCase: false }) as any;
  expect(errors).toEqual([]);
  return entries;
}

/** The records of a file of RIS or CSL-JSON, as CSL items, by citation-js: in a separate process, since Jest can't load it. */
export function readCitations(text: string): Record<string, any>[] {
  const script = "tests/support/exports/readCitations.js";
  const read = spawnSync(process.execPath, [script], { input: text, encoding: "utf8", maxBuffer: 1e9 });
  expect(read.stderr).toBe("");
  return JSON.parse(read.stdout) as Record<string, any>[];
}
