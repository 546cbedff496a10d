/** A table read back by R. Without it, the test is left out, and says so. */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "@jest/globals";
import { temporaryFolder } from "../temporaryFolder.ts";
import { readCsv } from "./exports.ts";

const hasR = spawnSync("Rscript", ["-e", "1"]).status === 0;
if (!hasR) console.log("Exports are not read back by R: there is no Rscript. apt-get install r-base-core");

/** A test that is left out without R; the reason is printed above. */
export const testWithR = hasR ? test : (test.skip as typeof test);

/** What R makes of a table by a line in which meetings.csv is the file. */
export function readWithR(text: string, line: string): Record<string, string>[] {
  const folder = temporaryFolder();
  try {
    writeFileSync(path.join(folder, "meetings.csv"), text);
    const back = 'write.csv(meetings, "back.csv", na = "", row.names = FALSE, fileEncoding = "UTF-8")';
    const run = spawnSync("Rscript", ["-e", `${line}; ${back}`], { cwd: folder, encoding: "utf8" });
    if (run.status !== 0) throw new Error(run.stderr);
    return readCsv(readFileSync(path.join(folder, "back.csv"), "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
