/** The product in tests: a real server on a free port, over the shared database or another. */
import { Writable } from "node:stream";
import { afterAll, beforeAll } from "@jest/globals";
import { pino } from "pino";
import { connect, type Address, type Door } from "../../src/graph/database/driver.ts";
import { startServer, type Server } from "../../src/http/server.ts";
import type { Limits, Reuse } from "../../src/settings.ts";
import { busy, databaseNamed } from "./database.ts";

export const limits: Limits = {
  depth: 20,
  aliases: 50,
  tokens: 4000,
  bodyBytes: 200_000,
  cost: 30_000,
  milliseconds: 10_000,
  exports: 2,
};

/** The database shared by all tests, read-only. */
export const sharedDatabase = (): Promise<Address> => databaseNamed("shared");

export interface Answer {
  status: number;
  data: any;
  extensions: { cost: { requested: number; limit: number } } | undefined;
  errors: { message: string; path?: unknown[]; extensions: { code: string; [key: string]: unknown } }[] | undefined;
  /** From the server's log: the numbers of queries sent and rows received. */
  statements: number;
  rows: number;
  body: string;
}

export interface Service {
  url: string;
  door: Door;
  log: Record<string, unknown>[];
  /** The texts of all statements that were sent to the database. */
  sent: Set<string>;
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  close(): Promise<void>;
}

/** Starts a server with its log in memory. */
export async function startService(
  options: {
    limits?: Partial<Limits>;
    corsOrigins?: string[];
    database?: Address;
    door?: Door;
    isReady?: () => boolean;
    mostShapes?: number;
    reuse?: Reuse["freshness"];
  } = {},
): Promise<Service> {
  const lines: Record<string, unknown>[] = [];
  const stream = new Writable({
    write: (chunk, _, done) => (lines.push(JSON.parse(String(chunk)) as Record<string, unknown>), done()),
  });
  const log = pino({ level: "info" }, stream);
  const server: Server = await startServer(
    {
      host: "127.0.0.1",
      port: 0,
      corsOrigins: options.corsOrigins ?? [],
      mostShapes: options.mostShapes ?? 500,
      // So that statements are counted each time.
      reuse: { freshness: options.reuse ?? "off", bytes: 32 * 1024 ** 2 },
      limits: { ...limits, ...options.limits },
    },
    log,
  );
  const door = options.door ?? (await connect(options.database ?? (await sharedDatabase()), log, busy));
  const sent = new Set<string>();
  const recording: Door = Object.assign(Object.create(door) as Door, {
    run: (...statement: Parameters<Door["run"]>) => (sent.add(statement[0]), door.run(...statement)),
  });
  server.answerFrom(recording, options.isReady);
  return {
    url: server.url,
    door,
    log: lines,
    sent,
    ask: async (query, variables = {}) => {
      const response = await fetch(`${server.url}/graphql`, {
        method: "POST",
        // With this type, a failed request has its own status.
        headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
        body: JSON.stringify({ query, variables }),
      });
      const body = await response.text();
      const requestId = response.headers.get("x-request-id");
      const line = lines.find((each) => each.requestId === requestId) ?? {};
      return {
        status: response.status,
        ...(JSON.parse(body) as Pick<Answer, "data" | "errors" | "extensions">),
        statements: line.queries as number,
        rows: line.rows as number,
        body,
      };
    },
    close: async () => {
      await server.close();
      await door.close();
    },
  };
}

/** A server for the tests of one file: `const { ask } = useService()`. */
export function useService(
  options: Parameters<typeof startService>[0] = {},
): Pick<Service, "ask"> & { service: () => Service } {
  let service: Service;
  beforeAll(async () => {
    service = await startService(options);
  });
  afterAll(() => service.close());
  return { ask: (query, variables) => service.ask(query, variables), service: () => service };
}
