import { expect, test } from "@jest/globals";
import { described, readSettings } from "../src/settings.ts";

test("nothing given: the embedded database, on this machine only", () => {
  const settings = readSettings({});
  expect(settings).toMatchObject({
    host: "127.0.0.1",
    port: 4000,
    corsOrigins: [],
    warmUp: true,
    database: undefined,
    embedded: { heap: "256m", pageCache: "64m" },
  });
});

test("all that is wrong is told at once, with what was expected and what came", () => {
  const wrong = {
    ENTENTE_PORT: "70000",
    ENTENTE_HEAP: "lots",
    ENTENTE_PROT: "4000",
    ENTENTE_LOG_LEVEL: "loud",
    ENTENTE_WARM_UP: "a little",
    NEO4J_URI: "bolt://localhost",
  };
  expect(() => readSettings(wrong)).toThrow(/ENTENTE_PROT is not a setting; did you mean "ENTENTE_PORT"\?/);
  expect(() => readSettings(wrong)).toThrow(/ENTENTE_PORT: expected a port, 0 to 65535; got "70000"/);
  expect(() => readSettings(wrong)).toThrow(/ENTENTE_HEAP: expected a size such as 256m or 1g; got "lots"/);
  expect(() => readSettings(wrong)).toThrow(/ENTENTE_LOG_LEVEL: expected one of fatal, .*silent; got "loud"/);
  expect(() => readSettings(wrong)).toThrow(/ENTENTE_WARM_UP: expected true or false; got "a little"/);
  expect(() => readSettings(wrong)).toThrow(/NEO4J_PASSWORD: required/);
});

test("a heap in which Neo4j can't live is refused", () => {
  expect(() => readSettings({ ENTENTE_HEAP: "64m" })).toThrow(/ENTENTE_HEAP: expected at least 128m; got "64m"/);
});

test("a password is never shown", () => {
  const secret = "correct horse";
  try {
    readSettings({ NEO4J_URI: "bolt://localhost", NEO4J_PASSWORD: secret, ENTENTE_PORT: "x" });
    throw new Error("it should have been refused");
  } catch (error) {
    expect((error as Error).message).toContain("ENTENTE_PORT");
    expect((error as Error).message).not.toContain(secret);
  }
});

test("the warm-up can be left out", () => {
  expect(readSettings({ ENTENTE_WARM_UP: "false" }).warmUp).toBe(false);
});

test("an empty variable is one that isn't set", () => {
  expect(readSettings({ NEO4J_URI: "", ENTENTE_PORT: "" }).port).toBe(4000);
});

test("every setting is described", () => {
  for (const { name, description } of described) expect([name, description.length > 10]).toEqual([name, true]);
});
