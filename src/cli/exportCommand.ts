import { createWriteStream, existsSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import ora, { type Ora } from "ora";
import { beginExport, formatNamed, splitName, type Export } from "../export/export.ts";
import type { Format } from "../export/formats/format.ts";
import { AnswerError } from "../graph/errors.ts";
import { StartError } from "../graph/database/StartError.ts";
import { refuseEarlierReadings } from "../ingest/earlier.ts";
import { loadSeed } from "../ingest/seed.ts";
import { schema } from "../schema.ts";
import { readSettings } from "../settings.ts";
import { openDatabase } from "./database.ts";
import { logTo } from "./log.ts";

interface ExportOptions {
  format?: string;
  filter?: string;
  orderBy?: string;
  asOf?: string;
  argument?: string[];
  columns?: string;
  excel?: boolean;
  output?: string;
}

/** The time limit of one query of an export, in milliseconds. */
const patience = 120_000;

/**
 * Writes an export to a file or to standard output. A file appears only when complete.
 * @throws StartError with the error; then an existing file is unchanged.
 */
export async function exportCommand(
  what: string,
  { format: word, output, argument, excel, ...parameters }: ExportOptions,
): Promise<void> {
  try {
    const given = {
      ...parameters,
      ...(excel && { excel: "true" }),
      ...Object.fromEntries((argument ?? []).map(argumentOf)),
    };
    await exportTo(what, formatOf(word, output), given, output);
  } catch (error) {
    // The reader of a pipe may close it early.
    if (output === undefined && (error as NodeJS.ErrnoException).code === "EPIPE") return;
    throw error instanceof AnswerError && error.code !== "INTERNAL" ? new StartError(error.message) : error;
  }
}

async function exportTo(
  what: string,
  format: Format,
  parameters: Record<string, string | undefined>,
  output: string | undefined,
): Promise<void> {
  if (output !== undefined && !existsSync(path.dirname(path.resolve(output))))
    throw new StartError(`--output: there is no folder ${path.dirname(path.resolve(output))}.`);
  const log = logTo("warn", process.stderr);
  const controller = new AbortController();
  const stop = (): void => controller.abort(new StartError("The export was aborted."));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
  const database = await openDatabase(readSettings(), log);
  try {
    refuseEarlierReadings(database.bundles);
    // Exports an existing graph unchanged; a new one gets the seed, as in the server.
    if (database.bundles.size === 0) await loadSeed(database, log);
    const begun = await beginExport({ what, parameters }, format, {
      door: database.door,
      schema: schema(),
      milliseconds: patience,
      signal: controller.signal,
    });
    if (output === undefined) await write(begun, process.stdout);
    else await writeWhole(begun, output);
  } finally {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, stop);
    await database.close();
  }
}

function argumentOf(text: string): [name: string, value: string] {
  const [, name, value] = /^(\w+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined)
    throw new StartError(`--argument: expected a name, "=" and a value, such as a=US; got "${text}".`);
  return [name, value!];
}

function formatOf(word: string | undefined, output: string | undefined): Format {
  if (word !== undefined) return formatNamed(word);
  if (output !== undefined) return splitName(path.basename(output)).format;
  throw new StartError("No format: give --format, such as --format csv, or an --output whose name ends with a format.");
}

async function writeWhole(begun: Export, output: string): Promise<void> {
  const part = `${output}.${process.pid}.part`;
  try {
    await write(begun, createWriteStream(part, { flags: "wx" }));
    renameSync(part, output);
  } finally {
    rmSync(part, { force: true });
  }
}

async function write({ pieces, progress }: Export, to: Writable): Promise<void> {
  const spinner = process.stderr.isTTY ? ora({ stream: process.stderr }).start("exporting") : undefined;
  try {
    await pipeline(Readable.from(shown(pieces, progress, spinner), { objectMode: false }), to);
  } finally {
    spinner?.stop();
  }
}

async function* shown(
  pieces: Export["pieces"],
  progress: Export["progress"],
  spinner: Ora | undefined,
): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    if (spinner)
      spinner.text = `exporting: ${progress.rows.toLocaleString("en")} rows read, ${(progress.bytes / 1e6).toFixed(1)} MB`;
    yield piece;
  }
}
