/** Java's archive is kept per Java and jars, and never prevents a start. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeEach, expect, test } from "@jest/globals";
import { archiveOf } from "../../../src/graph/database/embeddedArchive.ts";
import { checkJava } from "../../../src/graph/database/embeddedJava.ts";
import { silent } from "../../support/database.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const folder = temporaryFolder();
const java = { version: 17, text: "17.0.15" };
let jars: string;
let count = 0;
beforeEach(() => {
  jars = path.join(folder, String((count += 1)));
  mkdirSync(jars);
});
afterAll(() => rmSync(folder, { recursive: true }));

const fileIn = (flag: string): string => flag.slice(flag.indexOf("=") + 1);

/** One run that creates an archive: Java writes the file when it ends. */
async function learn(version = java): Promise<void> {
  const archive = await archiveOf(jars, version, true, silent);
  writeFileSync(fileIn(archive.flags[0]!), "learned");
  await archive.keep!();
}

test("a run that isn't to learn is told nothing, and leaves nothing", async () => {
  expect(await archiveOf(jars, java, false, silent)).toMatchObject({ flags: [] });
  expect(readdirSync(jars)).toEqual([]);
});

test.each([
  ["17", java, "-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile="],
  ["25", { version: 25, text: "25.0.2" }, "-XX:AOTCacheOutput=", "-XX:AOTCache="],
])("Java %s makes one by flags that it knows, and uses it from the next start on", async (_, version, make, use) => {
  expect((await archiveOf(jars, version, true, silent)).flags[0]).toContain(make);
  await learn(version);
  for (const learning of [true, false]) {
    const later = await archiveOf(jars, version, learning, silent);
    expect(later.flags[0]).toContain(use);
    expect(later.keep).toBeUndefined();
  }
});

test("another Java, or other jars, learn anew", async () => {
  await learn();
  expect((await archiveOf(jars, { ...java, text: "17.0.16" }, true, silent)).keep).toBeDefined();
  mkdirSync((jars = path.join(folder, "other-jars")));
  expect((await archiveOf(jars, java, true, silent)).keep).toBeDefined();
});

test("a run that ended before Java had written all leaves nothing behind", async () => {
  const archive = await archiveOf(jars, java, true, silent);
  writeFileSync(fileIn(archive.flags[0]!), "half");
  await archive.discard();
  expect((await archiveOf(jars, java, false, silent)).flags).toEqual([]);
});

test("Java says of one that isn't its own that it isn't, and starts all the same", async () => {
  const here = await checkJava();
  await learn(here);
  const archive = await archiveOf(jars, here, false, silent);
  writeFileSync(fileIn(archive.flags[0]!), Buffer.alloc(20_000, "another"));
  const { status, stderr } = spawnSync("java", [...archive.flags, "-version"], { encoding: "utf8" });
  expect(status).toBe(0);
  expect(stderr.split("\n").some((line) => archive.isRefusal(line))).toBe(true);
  await archive.discard();
  expect(existsSync(fileIn(archive.flags[0]!))).toBe(false);
});
