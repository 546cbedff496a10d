// The tests of which this machine lacks what they need.
import { existsSync } from "node:fs";

/** Their paths; the reasons are printed. */
export function leftOut() {
  // Workers know it too.
  process.env.CHROMIUM_PATH ??= "/usr/bin/chromium";
  const browser = process.env.CHROMIUM_PATH;
  const tests = [];
  const leave = (path, reason) => {
    tests.push(path);
    console.log(`${path} is left out: ${reason}.`);
  };
  if (!process.env.ENTENTE_DATA) leave("tests/record.test.ts", "ENTENTE_DATA names no folder of the data sets");
  if (!existsSync(browser))
    leave("tests/web/", `there is no ${browser}; install chromium, or name another browser by CHROMIUM_PATH`);
  return tests;
}
