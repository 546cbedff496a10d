/** Names in any script are found, compared, sorted and identified alike, however they are typed. */
import { beforeAll, describe, expect, test } from "@jest/globals";
import { fold } from "../../src/graph/fold.ts";
import { slugOf } from "../../src/ingest/slug.ts";
import { load, putBundle } from "../support/bundles.ts";
import { useOwnService } from "../support/ownService.ts";

const { ask, door, folder } = useOwnService({ cost: 1_000_000, milliseconds: 60_000, aliases: 1000, tokens: 100_000 });

/** Languages of twelve scripts, as CLDR names states in them. */
const languages = ["is", "el", "uk", "ar", "he", "hi", "ko", "zh", "ja", "th", "ka", "hy"];
const states = "AE AM CI CW CZ DE EG GB GE GR JP KR MX PL RU ST TR".split(" ");

/** Of Latin letters what isn't a letter with an accent, and signs of which there are several. */
const hard = [
  "Łódź",
  "Ærøskøbing",
  "Straße der Einheit",
  "Þórshöfn",
  "Œuvre d’Orient",
  "Đà Nẵng",
  "Iğdır",
  "İstanbul",
  "N’Djamena",
  "Saint‑Étienne",
  "Ho\u00a0Chi Minh",
  "Ko\u0308ln",
  "ﬁnca",
];

const names = [
  ...hard,
  ...languages.flatMap((language) => {
    const namesOf = new Intl.DisplayNames(language, { type: "region" });
    return states.map((state) => namesOf.of(state)!);
  }),
];
const all = [...new Map(names.map((name) => [fold(name), name])).values()];
const idOf = (name: string): string => `place:s-${slugOf(name)}-${all.indexOf(name)}`;

/** The ways to type a name that mean the same. */
const typed: [string, (name: string) => string][] = [
  ["as it is", (name) => name],
  ["decomposed", (name) => name.normalize("NFD")],
  ["in upper case", (name) => name.toUpperCase()],
  ["without accents", fold],
  ["with other apostrophes and spaces", (name) => name.replaceAll("’", "'").replaceAll(" ", "\u00a0")],
];

const aliases = (from: number, text: (name: string) => string): string =>
  all
    .slice(from, from + 40)
    .map((name, index) => `n${from + index}: ${text(name)}`)
    .join("\n");

async function answersOf(text: (name: string) => string): Promise<any[]> {
  const answers: any[] = [];
  for (let from = 0; from < all.length; from += 40) {
    const data = await ask(`{ ${aliases(from, text)} }`);
    for (const key of Object.keys(data)) answers[Number(key.slice(1))] = data[key];
  }
  return answers;
}

beforeAll(() => {
  expect(all.length).toBeGreaterThanOrEqual(200);
});

const stated = async (): Promise<unknown> =>
  load(
    door(),
    putBundle(
      folder(),
      "names",
      {
        Source: [{ id: "source:names", name: "Names", kind: "DATA_SET" }],
        Place: all.map((name) => ({ id: idOf(name), name, kind: "REGION" })),
      },
      { source: "source:names", at: "1" },
    ),
  );

describe("names in twelve scripts", () => {
  test("have ids of their own, in which no letter disappears", () => {
    const slugs = all.map(slugOf);
    for (const [index, slug] of slugs.entries())
      expect([all[index], slug]).toEqual([all[index], expect.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/)]);
    // In one language no two are taken for one.
    const places = languages.map(
      (language) =>
        new Set(states.map((state) => slugOf(new Intl.DisplayNames(language, { type: "region" }).of(state)!))),
    );
    expect(places.map(({ size }) => size)).toEqual(languages.map(() => states.length));
  });

  test("are stored composed, sorted folded, and found by filters, search and suggest however they are typed", async () => {
    await stated();
    const found = await answersOf((name) => `place(by: { id: "${idOf(name)}" }) { name }`);
    for (const [index, name] of all.entries()) expect(found[index]).toEqual({ name: name.normalize("NFC") });

    const order: string[] = [];
    for (let after: string | null = null; order.length < all.length;) {
      const { places } = await ask(
        `query ($after: String) { places(first: 100, after: $after) { nodes { name } pageInfo { endCursor } } }`,
        { after },
      );
      order.push(...places.nodes.map(({ name }: { name: string }) => fold(name)));
      after = places.pageInfo.endCursor;
    }
    expect(order).toEqual([...order].sort((a, b) => (a < b ? -1 : 1)));

    const missing: string[] = [];
    for (const [how, type] of typed) {
      const quoted = (name: string): string => JSON.stringify(type(name));
      const filtered = await answersOf((name) => `places(filter: { name: { eq: ${quoted(name)} } }) { nodes { id } }`);
      const containing = await answersOf(
        (name) => `places(filter: { name: { contains: ${quoted(name)} } }, first: 20) { nodes { id } }`,
      );
      const searched = await answersOf((name) => `search(text: ${quoted(name)}, first: 3) { edges { node { id } } }`);
      const suggested = await answersOf((name) => `suggest(prefix: ${quoted(name)}, first: 10) { entityId }`);
      for (const [index, name] of all.entries()) {
        const id = idOf(name);
        const at = (where: string, ids: string[]): unknown =>
          ids.includes(id) || missing.push(`${where} ${how}: ${name}`);
        const ids = (list: any): string[] => (list.nodes ?? list.edges).map((each: any) => each.id ?? each.node.id);
        at("eq", ids(filtered[index]));
        at("contains", ids(containing[index]));
        at("search", ids(searched[index]));
        at(
          "suggest",
          suggested[index].map((each: any) => each.entityId),
        );
      }
    }
    expect(missing).toEqual([]);
  });
});
