// The tests that a run omits: those that run separately, and those whose requirements this machine lacks.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Their paths; prints the reasons. */
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
  leave("tests/long/", "it kills and loads for long, and `npm run test:long` runs it");
  if (!existsSync(browser))
    leave("tests/web/", `there is no ${browser}; install chromium, or name another browser by CHROMIUM_PATH`);
  const missing = missingForNotebooks();
  if (missing) leave("tests/notebooks/", `python3 has no ${missing}; pip install -r notebooks/requirements.txt`);
  return tests;
}

/** What Python lacks for the notebooks. Empty if nothing. */
function missingForNotebooks() {
  const modules = ["gql", "ipykernel", "matplotlib", "nbclient", "networkx", "pandas", "requests_toolbelt"];
  const find =
    "import importlib.util, sys; print(*(n for n in sys.argv[1:] if not importlib.util.find_spec(n)), sep=', ')";
  const { status, stdout } = spawnSync("python3", ["-c", find, ...modules], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : modules.join(", ");
}

/** Ends this process with a remedy if it lacks the data sets that tests need. */
export function demandDataSets() {
  if (process.env.ENTENTE_DATA) return;
  console.error(
    "These tests need the full data sets, and ENTENTE_DATA is not set. " +
      "Set it to the folder that holds them; docs/record.md says where each is published.",
  );
  process.exit(1);
}
