// The tests that a run leaves out: those that run by themselves, and those of which this machine lacks what they need.
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
  leave("tests/record.test.ts", "it loads the full data sets, and `npm run test:record` runs it");
  if (!existsSync(browser))
    leave("tests/web/", `there is no ${browser}; install chromium, or name another browser by CHROMIUM_PATH`);
  return tests;
}
