/** The state of a network as actions and as an address, and the places that follow from it. */
import { expect, test } from "@jest/globals";
import { randomNumbers } from "../support/random.ts";
import { addressOf, firstLook, readAddress, type Look } from "../../web/explorer/src/views/network/address.ts";
import {
  act,
  emptyState,
  historyFrom,
  redo,
  reduce,
  stateOf,
  undo,
  type Action,
} from "../../web/explorer/src/views/network/state.ts";

// Its layout's types are those of a bundler.
const place = new URL("../../web/explorer/src/views/network/place.ts", import.meta.url).href;
const { places, room } = (await import(place)) as {
  places: (input: PlaceInput) => Map<string, { x: number; y: number }>;
  room: { width: number; height: number };
};
interface PlaceInput {
  moves: Action[];
  batches: { parent: string | null; ids: string[] }[];
  steps: { source: string; target: string }[];
}

const ids = ["country:us", "country:mx", "official:blinken-antony-j", "meeting:mexico-city-2023-12-27", "post:a,b"].map(
  (id) => id.replace(",", "-"),
);
const kinds = ["PARTICIPATION", "MEETING_HOST", "TENURE"];
const periods = ["1914/1918", "2000/2024", null];

/** Actions by chance, but the same ones each time. */
function actionsFrom(next: () => number): () => Action {
  const one = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)]!;
  const whole = (): number => Math.floor(next() * 4000) - 2000;
  return () => {
    const id = one(ids);
    return one<() => Action>([
      () => ({ do: "add", id }),
      () => ({ do: "open", id, kind: one(kinds), during: one(periods) }),
      () => ({ do: "arrange" }),
      () => ({ do: "pin", id, x: whole(), y: whole() }),
      () => ({ do: "unpin", id }),
      () => ({ do: "hide", id }),
      () => ({ do: "show", id }),
      () => ({ do: "showAll" }),
      () => ({ do: "kind", kind: one(["MEETING", "POLICY"]), isShown: next() < 0.5 }),
      () => ({ do: "step", kind: one(kinds), isShown: next() < 0.5 }),
      () => ({ do: "during", during: one(periods) }),
    ])();
  };
}

test("50 undos restore an equal state, and 50 redos the other", () => {
  const next = actionsFrom(randomNumbers(14));
  let history = historyFrom(emptyState(["country:us"]));
  while (history.done.length < 50) history = act(history, next());
  const end = stateOf(history);
  for (let count = 0; count < 50; count += 1) history = undo(history);
  expect(stateOf(history)).toEqual(emptyState(["country:us"]));
  expect(undo(history)).toEqual(history);
  for (let count = 0; count < 50; count += 1) history = redo(history);
  expect(stateOf(history)).toEqual(end);
  expect(act(history, { do: "during", during: end.during })).toBe(history);
});

test("an address that would ask the server hundreds of questions is refused", () => {
  const moves = Array.from({ length: 61 }, () => "do=open,country:us,MEETING_HOST").join("&");
  expect(() => readAddress(new URL(`http://localhost/network?of=country:us&${moves}`))).toThrow(/at most 60 openings/);
});

test("200 random states survive the address, and each has one address", () => {
  const random = randomNumbers(200);
  const next = actionsFrom(random);
  for (let count = 0; count < 200; count += 1) {
    let state = emptyState(ids.slice(0, Math.floor(random() * 3)));
    for (let length = Math.floor(random() * 40); length > 0; length -= 1) state = reduce(state, next());
    const look: Look = {
      chosen: random() < 0.5 ? "participation:a b c&d=e %20" : null,
      as: random() < 0.5 ? "table" : "drawing",
      camera: random() < 0.5 ? { x: -12, y: 340, scale: 1.25 } : null,
      drawing: random() < 0.5 ? "canvas" : null,
    };
    const address = addressOf(state, look);
    const read = readAddress(new URL(address, "http://entente"));
    expect(read).toEqual({ state, look });
    expect(addressOf(read.state, read.look)).toBe(address);
  }
});

test.each([
  ["of=mexico", 'an id: "mexico"'],
  ["of=country:mx&do=jump,country:mx", 'an action of the network: "jump,country:mx"'],
  ["of=country:mx&do=open,country:mx,meeting", 'a kind: "meeting"'],
  ["of=country:mx&do=open,country:mx,MEETING_HOST,1914", 'years: "1914"'],
  ["of=country:mx&do=pin,country:mx,1,two", 'a place: "two"'],
  ["of=country:mx&during=forever", 'years: "forever"'],
  ["of=country:mx&view=1,2", 'a view: "1,2"'],
])("%s is refused, with what it has", (query, what) => {
  expect(() => readAddress(new URL(`http://entente/network?${query}`))).toThrow(what);
  expect(readAddress(new URL("http://entente/network"))).toEqual({ state: emptyState([]), look: firstLook });
});

/** A beginning of 20, then pages of 25 from some of them. */
function inputOf(pages: number): PlaceInput {
  const begun = Array.from({ length: 20 }, (_, index) => `official:begun-${index}`);
  const steps = begun.slice(1).map((target) => ({ source: begun[0]!, target }));
  const batches: PlaceInput["batches"][number][] = [{ parent: null, ids: begun }];
  const moves: PlaceInput["moves"][number][] = [];
  for (let page = 0; page < pages; page += 1) {
    const parent = begun[page]!;
    const found = Array.from({ length: 25 }, (_, index) => `meeting:of-${page}-${index}`);
    moves.push({ do: "open", id: parent, kind: "PARTICIPATION", during: null });
    batches.push({ parent, ids: found });
    steps.push(...found.map((target) => ({ source: parent, target })));
  }
  return { moves, batches, steps };
}

test("what stands stays where it is, what is new comes beside what it is of, and nothing overlaps", () => {
  let before = places(inputOf(0));
  for (let pages = 1; pages <= 6; pages += 1) {
    const input = inputOf(pages);
    const now = places(input);
    expect(places(structuredClone(input))).toEqual(now);
    for (const [id, place] of before) expect(now.get(id)).toEqual(place);
    const added = input.batches.at(-1)!.ids.map((id) => now.get(id)!);
    const distances = [...before.keys()].map((id) => {
      const at = now.get(id)!;
      return { id, mean: added.reduce((sum, { x, y }) => sum + Math.hypot(x - at.x, y - at.y), 0) / added.length };
    });
    const own = distances.find(({ id }) => id === `official:begun-${pages - 1}`)!.mean;
    expect(own).toBeLessThan(distances.reduce((sum, { mean }) => sum + mean, 0) / distances.length);
    before = now;
  }
  const all = [...before.values()];
  for (const [index, one] of all.entries())
    for (const other of all.slice(index + 1))
      expect(Math.abs(one.x - other.x) >= room.width || Math.abs(one.y - other.y) >= room.height).toBe(true);
});

test("arranging leaves what is pinned, and is the same each time", () => {
  const { moves, batches, steps } = inputOf(2);
  const pinned = { do: "pin", id: "official:begun-3", x: 500, y: -300 } as const;
  const input = {
    moves: [...moves, pinned, { do: "arrange" } as const],
    batches: [...batches, { parent: null, ids: [] }, { parent: null, ids: [] }],
    steps,
  };
  const arranged = places(input);
  expect(arranged.get(pinned.id)).toEqual({ x: 500, y: -300 });
  expect(places(structuredClone(input))).toEqual(arranged);
  expect(arranged.size).toBe(70);
});
