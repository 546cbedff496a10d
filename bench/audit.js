// What the whole record says that can't be true, counted by kind: `entente audit` on the data sets, without a database.
// Run: ENTENTE_DATA=<folder> npm run bench:audit [-- --all].
import "reflect-metadata";
import { audit } from "../dist/cli/audit/audit.js";
import { wholeRecord } from "./wholeRecord.js";

const most = process.argv.includes("--all") ? Infinity : 10;
const types = await wholeRecord();
const nodes = new Map(
  [...types].map(([type, entities]) => [type, new Map([...entities].map(([id, { properties }]) => [id, properties]))]),
);
for (const { fault, unlisted, listed } of audit((type) => nodes.get(type) ?? new Map())) {
  console.log(`${fault.name}: ${unlisted.length} (and ${listed.length} listed): ${fault.words}`);
  for (const { id, words } of unlisted.slice(0, most)) console.log("   ", `${String(id)}:`, words);
}
