/** Walks a list page by page during inserts and deletes: each remaining item appears once, in order. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import "../../src/entities/entities.ts";
import { prepare } from "../../src/graph/database/prepare.ts";
import { ownDatabase, type OwnDatabase } from "../support/database.ts";
import { startService, type Service } from "../support/service.ts";

let database: OwnDatabase;
let service: Service;

/** Keys come in pairs with the same value, so that the id breaks the tie. */
const keyOf = (number: number): string => String(Math.floor(number / 2)).padStart(4, "0");
const idOf = (number: number): string => `meeting:m-${String(number).padStart(4, "0")}`;

async function put(numbers: number[]): Promise<void> {
  await database.door.write(async (run) => {
    await run(
      `UNWIND $rows AS row
       MATCH (place:Place {id: "place:hall"})
       CREATE (place)<-[:HELD_AT]-(:Node:Meeting {id: row.id, name: row.name, status: "HELD", sortKey: row.key, placeId: place.id})`,
      { rows: numbers.map((number) => ({ id: idOf(number), name: `Meeting ${keyOf(number)}`, key: keyOf(number) })) },
    );
  });
}

async function drop(numbers: number[]): Promise<void> {
  await database.door.write(async (run) => {
    await run("UNWIND $ids AS id MATCH (node:Node {id: id}) DETACH DELETE node", { ids: numbers.map(idOf) });
  });
}

beforeAll(async () => {
  database = await ownDatabase();
  await prepare(database.door);
  await database.door.write(async (run) => {
    await run('CREATE (:Node:Place {id: "place:hall", name: "Hall", sortKey: "hall"})');
  });
  service = await startService({ database: database.address });
});
afterAll(async () => {
  await service.close();
  await database.close();
});

const lists: [string, string, boolean][] = [
  ["all of a kind", "", false],
  ["a relation read from an index", 'place(by: { slug: "hall" })', false],
  ["in another order", "orderBy: { field: NAME }", false],
  ["backwards", "orderBy: { direction: DESCENDING }", true],
  ["backwards in another order", "orderBy: { field: NAME, direction: DESCENDING }", true],
];

test.each(lists.flatMap((list) => [["forward", ...list] as const, ["backward", ...list] as const]))(
  "%s: %s",
  async (way, _, what, descending) => {
    const nested = what.startsWith("place");
    // Even ones stay; odd ones come and go.
    const staying = Array.from({ length: 60 }, (_each, index) => index * 4);
    const coming = Array.from({ length: 180 }, (_each, index) => index + 1).filter(
      (each) => each % 4 !== 0 && each < 240,
    );
    await put([...staying, ...coming.filter((each) => each % 3 === 0)]);
    const there = new Set(coming.filter((each) => each % 3 === 0));
    const forward = way === "forward";
    const walked: string[] = [];
    let cursor: string | null = null;
    for (let more = true, page = 0; more; page += 1) {
      const place = `${forward ? "first" : "last"}: 7, ${forward ? "after" : "before"}: ${JSON.stringify(cursor)}`;
      const list = `meetings(${place} ${nested ? "" : what}) { nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
      const { data, errors } = await service.ask(nested ? `{ ${what} { ${list} } }` : `{ ${list} }`);
      expect(errors).toBeUndefined();
      const { nodes, pageInfo } = nested ? data.place.meetings : data.meetings;
      const ids = (nodes as { id: string }[]).map(({ id }) => id);
      if (forward) walked.push(...ids);
      else walked.unshift(...ids);
      more = forward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage;
      cursor = forward ? pageInfo.endCursor : pageInfo.startCursor;
      // Concurrent changes before and after the cursor: some items go, perhaps that of the cursor; some come.
      const going = [...there].filter((each) => each % 5 === page % 5);
      const arriving = coming.filter((each) => !there.has(each) && each % 7 === page % 7);
      await drop(going);
      await put(arriving);
      for (const each of going) there.delete(each);
      for (const each of arriving) there.add(each);
    }
    const wanted = staying.map(idOf);
    if (descending) wanted.reverse();
    const kept = new Set(wanted);
    expect(walked.filter((id) => kept.has(id))).toEqual(wanted);
    expect(new Set(walked).size).toBe(walked.length);
    expect(walked).toEqual(descending ? [...walked].sort().reverse() : [...walked].sort());
    await drop([...staying, ...there]);
  },
  60_000,
);
