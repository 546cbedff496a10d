/** A server over a separate database, empty before each test, with a folder for its bundles. */
import { rmSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, expect } from "@jest/globals";
import { prepare } from "../../src/graph/database/prepare.ts";
import type { Door } from "../../src/graph/database/driver.ts";
import type { Limits } from "../../src/settings.ts";
import { emptied } from "./bundles.ts";
import { ownDatabase, type OwnDatabase } from "./database.ts";
import { startService, type Service } from "./service.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

export interface OwnService {
  door: () => Door;
  service: () => Service;
  folder: () => string;
  /** Sends a query, expects no errors, and returns the data. */
  ask: (query: string, variables?: Record<string, unknown>) => Promise<any>;
}

/** @param limits of requests, if other than in other tests. */
export function useOwnService(limits: Partial<Limits> = {}): OwnService {
  let database: OwnDatabase;
  let service: Service;
  let folder: string;
  beforeAll(async () => {
    folder = temporaryFolder();
    database = await ownDatabase();
    await prepare(database.door);
    // Closes the database here, after the server.
    service = await startService({ door: { ...database.door, close: async () => undefined }, limits });
  }, 300_000);
  afterAll(async () => {
    await service.close();
    await database.close();
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => emptied(database.door));
  return {
    door: () => database.door,
    service: () => service,
    folder: () => folder,
    ask: async (query, variables) => {
      const { data, errors } = await service.ask(query, variables);
      expect(errors).toBeUndefined();
      return data;
    },
  };
}
