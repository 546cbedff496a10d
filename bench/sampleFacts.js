// Facts to be held by hand against their records: a hundred that the record shows, as many of each source and type as
// of any other, drawn with a seed that is fixed here. Run: ENTENTE_DATA=<folder> npm run bench:sample [-- <seed> <number>].
import { wholeRecord } from "./wholeRecord.js";

const seed = Number(process.argv[2] ?? 20261201);
const wanted = Number(process.argv[3] ?? 100);

let state = seed;
function random() {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return state / 2_147_483_648;
}

const strata = new Map();
for (const [type, entities] of await wholeRecord())
  for (const [id, { claims }] of entities)
    for (const claim of claims)
      if (claim.shown && claim.basis !== "AUTHORED" && claim.sourceId.startsWith("source:")) {
        const key = `${claim.sourceId} ${type}`;
        if (!strata.has(key)) strata.set(key, []);
        strata.get(key).push({ ...claim, id });
      }
const keys = [...strata.keys()].sort((a, b) => (a < b ? -1 : 1));
const drawn = [];
for (let turn = 0; drawn.length < wanted; turn += 1) {
  const list = strata.get(keys[turn % keys.length]);
  if (list.length > 0) drawn.push(list.splice(Math.floor(random() * list.length), 1)[0]);
}
for (const { id, predicate, value, sourceId, locator, basis, confidence, given, page, file, revision } of drawn)
  console.log(
    JSON.stringify({ sourceId, locator, page, file, revision, id, predicate, value, given, basis, confidence }),
  );
