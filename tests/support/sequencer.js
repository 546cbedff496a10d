// The order of test files: first those without a database, so that mistakes show early; then the slowest, so
// that no worker is left alone with one at the end.
import { readFileSync } from "node:fs";
import path from "node:path";
import Sequencer from "@jest/test-sequencer";

const long = [
  "cli/serve",
  "web/network",
  "cli/ingest",
  "web/explorer",
  "laws/lists",
  "laws/relations",
  "web/map",
  "export/formats",
  "cli/identity",
  "graph/database/prepare",
  "web/coverage",
  "laws/filters",
  "web/timeline",
  "laws/batching",
  "laws/scripts",
];
const needsDatabase = /support\/(?:commandLine|database|ownService|service|web\/\w+)[.]ts|startEmbedded/;

export default class CoreFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
}

function rank({ path: file }) {
  if (!needsDatabase.test(readFileSync(file, "utf8"))) return -1;
  const name = path.relative("tests", file).replace(/[.]test[.]ts$/, "");
  const place = long.indexOf(name);
  return place < 0 ? long.length : place;
}
