/** The containers agree with the rest: same version of Neo4j, same memory sizes, and only existing settings. */
import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { parse } from "yaml";
import { described } from "../src/settings.ts";

interface Service {
  environment: Record<string, string | null>;
  image?: string;
  ports: string[];
}

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");
const { services } = parse(read("docker-compose.yml")) as { services: { entente: Service; neo4j: Service } };
const { entente, neo4j } = services;
const settings = new Map(described.map(({ name, standard }) => [name, standard]));

test("Neo4j is of the version that is embedded, to the minor number", () => {
  const embedded = /<neo4j[.]version>(\d+[.]\d+)[.]\d+</.exec(read("neo4j/pom.xml"))?.[1];
  expect(neo4j.image).toBe(`neo4j:${embedded}-community`);
});

test("Neo4j has the memory that the embedded one has, by the same settings", () => {
  const heap = `\${ENTENTE_HEAP:-${settings.get("ENTENTE_HEAP")}}`;
  expect(neo4j.environment).toMatchObject({
    NEO4J_server_memory_heap_initial__size: heap,
    NEO4J_server_memory_heap_max__size: heap,
    NEO4J_server_memory_pagecache_size: `\${ENTENTE_PAGE_CACHE:-${settings.get("ENTENTE_PAGE_CACHE")}}`,
  });
});

test("Neo4j reports no usage", () => {
  expect(neo4j.environment).toHaveProperty("NEO4J_dbms_usage__report_enabled", "false");
});

test("no password is written down, and none is a clear error", () => {
  expect(neo4j.environment.NEO4J_AUTH).toMatch(/^neo4j\/\$\{NEO4J_PASSWORD:\?.+\}$/);
  expect(entente.environment.NEO4J_PASSWORD).toBe("${NEO4J_PASSWORD}");
});

test("Entente is given every setting but those of the container, the embedded database and another's", () => {
  const others = [
    "ENTENTE_HOST",
    "ENTENTE_PORT",
    "ENTENTE_HOME",
    "ENTENTE_HEAP",
    "ENTENTE_PAGE_CACHE",
    "NEO4J_USER",
    "NEO4J_DATABASE",
  ];
  const expected = [...settings.keys()].filter((name) => !others.includes(name));
  expect(Object.keys(entente.environment).sort()).toEqual(expected.sort());
});

test("the image sets only settings that exist", () => {
  const names = read("Dockerfile").match(/\b(?:ENTENTE|NEO4J)_[A-Z_]+/g) ?? [];
  expect(names.filter((name) => !settings.has(name))).toEqual([]);
});

test("every port is published to this machine alone, and Entente's is the standard one", () => {
  for (const { ports } of [entente, neo4j]) for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  const port = settings.get("ENTENTE_PORT");
  expect(entente.ports).toEqual([`127.0.0.1:${port}:${port}`]);
});

test("the image is given all that it copies", () => {
  const copied = [...read("Dockerfile").matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names]) =>
    names!.split(" "),
  );
  const ignored = read(".dockerignore").split("\n");
  expect(copied.filter((name) => !ignored.includes(`!${name}`))).toEqual([]);
});
