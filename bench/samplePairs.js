// Pairs of ids of officials to be labelled by hand: as many of each band of the rules' score as of any other, half of
// them with a foreign leader, drawn with a seed that is fixed here; also pairs that the rules never compare. Those that
// tests/fixtures/identity/ has are left out. Run: ENTENTE_DATA=<folder> npm run bench:pairs [-- <number> <seed>].
// Each line is JSON: the two ids, each with what its sources say. The band isn't printed, so that it doesn't lead a hand.
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { partsOfRecord } from "./wholeRecord.js";
import { wordsOf } from "../dist/ingest/identity/compareNames.js";
import { likenessOf, mustDiffer, personOf } from "../dist/ingest/identity/officialLikeness.js";
import { matchesOf, seriesOf } from "../dist/ingest/identity/matches.js";
import { readProfile } from "../dist/ingest/identity/profile.js";
import { resolutionOf } from "../dist/ingest/identity/resolution.js";

const wanted = Number(process.argv[2] ?? 600);
let state = Number(process.argv[3] ?? 20261202);
function random() {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return state / 2_147_483_648;
}

const { parts } = await partsOfRecord();
const resolution = resolutionOf(parts, new Map());
const profiles = new Map();
const tenures = new Map();
for (const { statedId, profile, bundle } of parts) {
  if (profile === "") continue;
  const read = readProfile(profile);
  if (statedId.startsWith("tenure:"))
    for (const official of read.official ?? []) {
      const held = tenures.get(official) ?? [];
      tenures.set(official, [...held, { post: read.post?.[0] ?? "", active: daysOf(read) }]);
    }
  if (!statedId.startsWith("official:")) continue;
  const found = profiles.get(statedId) ?? { sources: [] };
  for (const [name, values] of Object.entries(read)) found[name] = [...new Set([...(found[name] ?? []), ...values])];
  if (found.sources.length === 0) found.sources.push(bundle);
  profiles.set(statedId, found);
}
const people = [...profiles].map(([id, profile]) => personOf(id, profile, new Set(profile.sources), tenures.get(id)));
const byId = new Map(people.map((person) => [person.id, person]));
const labelled = new Set(
  ["pairs", "heldApart"]
    .flatMap((name) => parse(readFileSync(`tests/fixtures/identity/${name}.csv`), { columns: true }))
    .map(({ a, b }) => keyOf(a, b)),
);

const matched = new Map(matchesOf(people, seriesOf(people)).map(({ a, b, score }) => [keyOf(a, b), score]));
const bands = new Map();
for (const [a, b] of candidates()) {
  const key = keyOf(a.id, b.id);
  if (labelled.has(key)) continue;
  labelled.add(key);
  const score = matched.get(key);
  const one = resolution.canonical(a.id) === resolution.canonical(b.id);
  const band = `${a.made || b.made ? "foreign" : "other"} ${score === undefined ? (one ? "joined through others" : uncompared(a, b)) : bandOf(score)}`;
  if (!bands.has(band)) bands.set(band, []);
  bands.get(band).push([a.id, b.id]);
}

// As many foreign as other, and of each band as many as of any other, as far as there are.
const drawn = [];
for (const half of ["foreign", "other"]) {
  const lists = [...bands].filter(([band]) => band.startsWith(half)).sort(([x], [y]) => (x < y ? -1 : 1));
  const until = half === "foreign" ? wanted / 2 : wanted;
  for (let turn = 0; drawn.length < until && lists.some(([, list]) => list.length > 0); turn += 1) {
    const [, list] = lists[turn % lists.length];
    if (list.length > 0) drawn.push(list.splice(Math.floor(random() * list.length), 1)[0]);
  }
}
for (let i = drawn.length - 1; i > 0; i -= 1) {
  const j = Math.floor(random() * (i + 1));
  [drawn[i], drawn[j]] = [drawn[j], drawn[i]];
}
for (const pair of drawn) console.log(JSON.stringify(pair.map(described)));

// Pairs that share a word of their names, within a state or across; and those of one state in one office within two years.
function* candidates() {
  const blocks = new Map();
  const add = (key, person) => blocks.set(key, [...(blocks.get(key) ?? []), person]);
  for (const person of people) {
    for (const word of new Set(person.names.flatMap(wordsOf)))
      if (word.length > 2) {
        for (const country of person.countries) if (country !== "country:us") add(`${country} ${word}`, person);
        if (person.countries.includes("country:us") && person.names.some((name) => wordsOf(name).at(-1) === word))
          add(`us ${word}`, person);
      }
    for (const name of person.names) add(`name ${wordsOf(name).join(" ")}`, person);
    for (const country of person.countries)
      for (const office of person.offices)
        for (const year of person.first === null ? [] : [0, 1])
          add(`${country} ${office} ${Math.floor((Number(person.first.slice(0, 4)) + year) / 2)}`, person);
  }
  for (const [key, block] of [...blocks].sort(([x], [y]) => (x < y ? -1 : 1)))
    if (block.length < 60 || key.startsWith("name "))
      for (const [i, a] of block.entries()) for (const b of block.slice(i + 1)) if (a.id !== b.id) yield [a, b];
  for (const key of [...matched.keys()].sort((x, y) => (x < y ? -1 : 1)))
    yield key.split(" ").map((id) => byId.get(id));
}

function bandOf(score) {
  return [0.97, 0.93, 0.9, 0.88, 0.8, 0].find((from) => score >= from).toFixed(2);
}

function uncompared(a, b) {
  if (mustDiffer(a, b)) return "told apart by a source";
  return likenessOf(a, b).score > 0.4 ? "low" : "never alike";
}

function daysOf(profile) {
  return ["appointed", "arrived", "entered", "presentedCredentials", "attested", "ended"].flatMap(
    (name) => profile[name] ?? [],
  );
}

function described(id) {
  const { name, aliases, country, offices, birth, active, sources } = profiles.get(id);
  const posts = (tenures.get(id) ?? []).map(({ post, active: days }) => `${post}: ${days.join(", ")}`);
  return {
    id,
    name,
    aliases,
    country,
    birth,
    offices,
    active: active?.slice(0, 12),
    posts: posts.slice(0, 8),
    sources,
  };
}

function keyOf(a, b) {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
