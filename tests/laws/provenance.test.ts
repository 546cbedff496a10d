/** Laws of provenance, over the whole loaded graph: every fact has a claim, every claim a source. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { connect, type Door } from "../../src/graph/database/driver.ts";
import { busy, silent } from "../support/database.ts";
import { laws } from "../support/provenance.ts";
import { sharedDatabase } from "../support/service.ts";

let door: Door;
beforeAll(async () => void (door = await connect(await sharedDatabase(), silent, busy)));
afterAll(() => door.close());

test.each(laws)("%s", async (_, breaches) => {
  expect(await breaches((text, parameters = {}) => door.run(text, parameters, 60_000))).toEqual([]);
});

test("there are claims to hold the laws", async () => {
  expect(await door.run("MATCH (claim:Claim) RETURN count(claim) > 300", {}, 60_000)).toEqual([[true]]);
});
