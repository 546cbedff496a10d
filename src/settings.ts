/** The settings, from the environment, read only here. All mistakes are reported at once. */
import path from "node:path";
import { z } from "zod";
import { didYouMean } from "./graph/errors.ts";
import { nearest } from "./graph/id.ts";
import { StartError } from "./graph/database/StartError.ts";

const memory = z.string().regex(/^\d+[kmg]$/i, { error: "a size such as 256m or 1g", abort: true });
// Below this Neo4j doesn't start.
const smallestHeap = 128;
const heap = memory.refine((size) => megabytes(size) >= smallestHeap, `at least ${smallestHeap}m`);
const count = (most: number) =>
  z.coerce.number().int("a whole number").min(1, "at least 1").max(most, `at most ${most}`);

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const shape = z.object({
  ENTENTE_HOST: z.string().min(1).default("127.0.0.1").describe("the address to listen on"),
  ENTENTE_PORT: z.coerce
    .number("a port number")
    .int()
    .min(0, "a port, 0 to 65535")
    .max(65535, "a port, 0 to 65535")
    .default(4000)
    .describe("the port to listen on; 0 for any free one"),
  ENTENTE_HOME: z.string().min(1).default(".entente").describe("the data folder of the embedded database"),
  ENTENTE_HEAP: heap.default("256m").describe("the heap of the embedded database"),
  ENTENTE_PAGE_CACHE: memory.default("64m").describe("the page cache of the embedded database"),
  ENTENTE_WARM_UP: z
    .stringbool({ error: "true or false" })
    .default(true)
    .describe(
      "whether the queries of operations/ are planned before the server is ready, so that the first queries are fast",
    ),
  ENTENTE_CORS_ORIGINS: z
    .string()
    .default("")
    .refine(
      (list) => originsOf(list).every(isOrigin),
      "origins such as https://atlas.example, without a path, separated by commas; or *",
    )
    .describe("origins whose pages may read the API, separated by commas; * for all"),
  ENTENTE_LOG_LEVEL: z
    .enum(logLevels, `one of ${logLevels.join(", ")}`)
    .default("info")
    .describe("how much is logged"),
  ENTENTE_MAXIMUM_DEPTH: count(100).default(20).describe("how deep a query may nest"),
  ENTENTE_MAXIMUM_ALIASES: count(1000).default(50).describe("how many aliases a query may have"),
  ENTENTE_MAXIMUM_TOKENS: count(100_000).default(4000).describe("how many tokens a query may have"),
  ENTENTE_MAXIMUM_BODY: count(10_000_000).default(200_000).describe("how many bytes a request may have"),
  ENTENTE_MAXIMUM_COST: count(10_000_000)
    .default(30_000)
    .describe("how many objects an answer may hold, computed from its page sizes"),
  ENTENTE_MAXIMUM_MILLISECONDS: count(600_000).default(10_000).describe("how long a request may take"),
  ENTENTE_MAXIMUM_EXPORTS: count(100).default(2).describe("the maximum number of concurrent exports"),
  ENTENTE_MAXIMUM_SHAPES: z.coerce
    .number()
    .int("a whole number")
    .min(0, "at least 0")
    .max(100_000, "at most 100000")
    .default(500)
    .describe("after how many shapes of questions new ones have a statement for each relation; 0: all have"),
  ENTENTE_REUSE: z
    .string()
    .regex(/^(strict|off|[1-9]\d{0,4})$/, "strict, off, or a number of seconds up to 99999")
    .default("strict")
    .describe(
      "whether answers are sent again from memory: strict, if the graph says that nothing was written since; a number, " +
        "also without asking it for so many seconds; off",
    ),
  ENTENTE_REUSE_MEMORY: memory.default("32m").describe("how much memory those answers may take"),
  NEO4J_URI: z
    .string()
    .min(1)
    .refine((uri) => !uri.includes("@"), "an address without user and password: set NEO4J_USER and NEO4J_PASSWORD")
    .optional()
    .describe("your own Neo4j: bolt://host:7687, neo4j+s://host; without it Entente runs one"),
  NEO4J_USER: z.string().min(1).default("neo4j").describe("the user of that Neo4j"),
  NEO4J_PASSWORD: z.string().optional().describe("the password of that user"),
  NEO4J_DATABASE: z.string().min(1).optional().describe("the database of that Neo4j; defaults to its default database"),
});

/** The limits of one request, published by `serviceLimits`. */
export interface Limits {
  depth: number;
  aliases: number;
  tokens: number;
  bodyBytes: number;
  cost: number;
  milliseconds: number;
  /** The maximum number of concurrent exports. */
  exports: number;
}

/** Whether answers are sent again. */
export interface Reuse {
  /** After asking whether anything was written, without asking for so many seconds, or never. */
  freshness: "strict" | "off" | number;
  /** How many bytes they may take together. */
  bytes: number;
}

export interface Settings {
  host: string;
  port: number;
  /** Origins whose pages may read the API: none, some, or `*`. */
  corsOrigins: string[];
  logLevel: string;
  /** Whether the queries of `operations/` are planned before the server is ready. */
  warmUp: boolean;
  /** After so many shapes of questions, new ones have a statement for each relation. */
  mostShapes: number;
  reuse: Reuse;
  limits: Limits;
  /** The user's own database; without it the embedded one runs. */
  database: { uri: string; user: string; password: string; database: string | undefined } | undefined;
  embedded: { folder: string; heap: string; pageCache: string };
}

/** Each setting's name, description and default. */
export const described: { name: string; description: string; standard: string }[] = Object.entries(shape.shape).map(
  ([name, field]) => ({
    name,
    description: field.description ?? "",
    standard: String(field.safeParse(undefined).data ?? ""),
  }),
);

/** Other known variables with this prefix: `ENTENTE_DATA` is the folder of the data sets, for tests and benchmarks. */
const others = ["ENTENTE_DATA"];

/**
 * Reads the settings.
 * @throws StartError naming every invalid or unknown setting, what was expected, and what was given. Never a password.
 */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const names = Object.keys(shape.shape);
  const problems = Object.keys(environment)
    .filter((name) => name.startsWith("ENTENTE_") && !names.includes(name) && !others.includes(name))
    .map((name) => `${name} is not a setting${didYouMean(nearest(name, names)) || "."}`);
  // Compose passes an unset variable as an empty one.
  const given = Object.fromEntries(names.flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])));
  const parsed = shape.safeParse(given);
  for (const {
    path: [name],
    message,
  } of parsed.error?.issues ?? []) {
    const value = environment[String(name)] ?? "";
    const secret = String(name).includes("PASSWORD") || value.includes("@");
    const came = secret ? "" : `; got "${value}"`;
    problems.push(`${String(name)}: expected ${message}${came}.`);
  }
  if (given.NEO4J_URI && given.NEO4J_PASSWORD === undefined)
    problems.push("NEO4J_PASSWORD: required, since NEO4J_URI is set.");
  if (problems.length > 0 || !parsed.data)
    throw new StartError(`The settings are wrong:\n${problems.map((each) => `  ${each}`).join("\n")}`);
  const read = parsed.data;
  return {
    host: read.ENTENTE_HOST,
    port: read.ENTENTE_PORT,
    corsOrigins: originsOf(read.ENTENTE_CORS_ORIGINS),
    logLevel: read.ENTENTE_LOG_LEVEL,
    warmUp: read.ENTENTE_WARM_UP,
    mostShapes: read.ENTENTE_MAXIMUM_SHAPES,
    reuse: {
      freshness: /^\d/.test(read.ENTENTE_REUSE) ? Number(read.ENTENTE_REUSE) : (read.ENTENTE_REUSE as "strict" | "off"),
      bytes: megabytes(read.ENTENTE_REUSE_MEMORY) * 1024 ** 2,
    },
    limits: {
      depth: read.ENTENTE_MAXIMUM_DEPTH,
      aliases: read.ENTENTE_MAXIMUM_ALIASES,
      tokens: read.ENTENTE_MAXIMUM_TOKENS,
      bodyBytes: read.ENTENTE_MAXIMUM_BODY,
      cost: read.ENTENTE_MAXIMUM_COST,
      milliseconds: read.ENTENTE_MAXIMUM_MILLISECONDS,
      exports: read.ENTENTE_MAXIMUM_EXPORTS,
    },
    database: read.NEO4J_URI
      ? {
          uri: read.NEO4J_URI,
          user: read.NEO4J_USER,
          password: read.NEO4J_PASSWORD ?? "",
          database: read.NEO4J_DATABASE,
        }
      : undefined,
    embedded: { folder: path.resolve(read.ENTENTE_HOME), heap: read.ENTENTE_HEAP, pageCache: read.ENTENTE_PAGE_CACHE },
  };
}

function megabytes(size: string): number {
  const unit = { k: 1 / 1024, m: 1, g: 1024 }[size.at(-1)!.toLowerCase()] ?? 1;
  return Number.parseInt(size, 10) * unit;
}

function originsOf(list: string): string[] {
  return list
    .split(",")
    .map((each) => each.trim())
    .filter(Boolean);
}

function isOrigin(text: string): boolean {
  return text === "*" || (URL.canParse(text) && new URL(text).origin === text);
}
