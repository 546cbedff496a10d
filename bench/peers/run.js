// Entente beside its peers, over the same graph. Run: ENTENTE_DATA=<folder of the data sets> npm run bench
//   --size 10        how many times the record; may be repeated. 1 if not given.
//   --only NAME      only this question; may be repeated. Its figures replace earlier ones, all others stay.
//   --quick          short and few rounds, to see that everything works. Its figures aren't kept.
//   --stores FOLDER  where the loaded record is kept, of each size.
//   --page           only writes docs/performance.md anew, from the results that are there.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    size: { type: "string", multiple: true, default: ["1"] },
    only: { type: "string", multiple: true, default: [] },
    quick: { type: "boolean", default: false },
    stores: { type: "string", default: fileURLToPath(new URL("stores", import.meta.url)) },
    page: { type: "boolean", default: false },
  },
});
const here = fileURLToPath(new URL(".", import.meta.url));
// Only here, so that installing the product stays small.
if (!existsSync(`${here}node_modules`)) {
  console.log("The peers are installed once, in bench/peers.");
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: here, stdio: "inherit" });
}
const { compare } = await import("./compare.js");
await compare(values);
