// Precision and recall of identity: the decisions of the rules on the full record, against pairs of ids labelled by hand in
// tests/fixtures/identity/pairs.csv. Needs no database. Run: ENTENTE_DATA=<folder> npm run bench:identity.
// With `-- --held`: against heldApart.csv, whose pairs no rule was made by; whoever looks at its errors spends it.
// The result is committed.
import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { partsOfRecord } from "./wholeRecord.js";
import { resolutionOf } from "../dist/ingest/identity/resolution.js";

const held = process.argv.includes("--held");
const pairs = parse(readFileSync(`tests/fixtures/identity/${held ? "heldApart" : "pairs"}.csv`), { columns: true });

const { parts: said } = await partsOfRecord();
const ids = new Set(said.map(({ statedId }) => statedId));
const unknown = pairs.flatMap(({ a, b }) => [a, b]).filter((id) => !ids.has(id));
if (unknown.length > 0) throw new Error(`Pairs name ids that no source states: ${unknown.join(", ")}`);

const began = process.cpuUsage();
const resolution = resolutionOf(said, new Map());
const { user, system } = process.cpuUsage(began);
const turned = resolutionOf([...said].reverse(), new Map());
const sameInAnyOrder = [...ids].every((id) => resolution.canonical(id) === turned.canonical(id));

const decisions = resolution.decisions.filter(({ a }) => a.startsWith("official:"));
const cluster = ({ a, b }) => [resolution.canonical(a), resolution.canonical(b)];
const left = new Set(decisions.filter(({ outcome }) => outcome === "UNDECIDED").map((pair) => keyOf(cluster(pair))));
const judged = pairs.map((pair) => {
  const [a, b] = cluster(pair);
  return { ...pair, one: a === b, undecided: left.has(keyOf([a, b])) };
});
const result = {
  ...measure(judged),
  wrong: told(judged.filter(({ one, same }) => one && same === "no")),
  missed: told(judged.filter(({ one, same }) => !one && same === "yes")),
  byKind: Object.fromEntries(
    [...new Set(pairs.map(({ kind }) => kind))].map((kind) => [
      kind,
      measure(judged.filter((each) => each.kind === kind)),
    ]),
  ),
  record: {
    officials: [...ids].filter((id) => id.startsWith("official:")).length,
    same: decisions.filter(({ outcome }) => outcome === "SAME").length,
    undecided: decisions.filter(({ outcome }) => outcome === "UNDECIDED").length,
    sameInAnyOrder,
  },
};
writeFileSync(
  new URL(`results/identity${held ? "HeldApart" : ""}.json`, import.meta.url),
  `${JSON.stringify(result, null, 1)}\n`,
);
console.table(result.byKind);
for (const each of result.wrong) console.log("one, and are two:", each);
for (const each of result.missed) console.log("apart, and are one:", each);
console.log({ ...result.record, cpuSeconds: (user + system) / 1e6 });
console.log(
  `Of ${pairs.length} pairs: precision ${result.precision}, recall ${result.recall}, ${result.undecided} undecided.`,
);
if (!sameInAnyOrder) process.exitCode = 1;

function keyOf([a, b]) {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

// Precision: the share of merged pairs that are the same. Recall: the share of same pairs that are merged.
function measure(list) {
  const together = list.filter(({ one }) => one);
  const same = list.filter((each) => each.same === "yes");
  const right = together.filter((each) => each.same === "yes").length;
  return {
    pairs: list.length,
    same: same.length,
    precision: share(right, together.length),
    recall: share(right, same.length),
    undecided: list.filter(({ undecided }) => undecided).length,
  };
}

function share(part, whole) {
  return whole === 0 ? null : Number((part / whole).toFixed(3));
}

function told(list) {
  return list.map(({ a, b, kind, undecided }) => `${a} ${b} (${kind}${undecided ? ", left for review" : ""})`);
}
