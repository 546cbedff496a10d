/** Common queries are planned before the server says ready, and again after the database was lost. */
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { keepWarm, type Warmth } from "../../src/cli/warm.ts";
import { silent } from "../support/database.ts";
import { limits, startService, type Service } from "../support/service.ts";

let service: Service;
let warmth: Warmth;
beforeAll(async () => void (service = await startService()));
afterEach(() => warmth.stop());
afterAll(() => service.close());

test("every question of operations/ is answered, and then Java has learned", async () => {
  await new Promise<void>((learned) => (warmth = keepWarm(service.door, { limits, mostShapes: 500 }, silent, learned)));
  await warmth.first;
  expect(warmth.isReady()).toBe(true);
});

test("a database that was lost is asked again before it is ready again", async () => {
  let losses = 0;
  let times = 0;
  const door = {
    run: (...asked: Parameters<typeof service.door.run>) => service.door.run(...asked),
    get losses() {
      return losses;
    },
  };
  warmth = keepWarm(door, { limits, mostShapes: 500 }, silent, () => void (times += 1));
  while (times < 1) await pause(50);
  await warmth.first;
  losses += 1;
  expect(warmth.isReady()).toBe(false);
  while (!warmth.isReady()) await pause(50);
  while (times < 2) await pause(50);
});
