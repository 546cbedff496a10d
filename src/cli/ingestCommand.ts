import { writeFileSync } from "node:fs";
import bar from "cli-progress";
import { readEdtf } from "../graph/edtf.ts";
import { nearest } from "../graph/id.ts";
import { didYouMean } from "../graph/errors.ts";
import { StartError } from "../graph/database/StartError.ts";
import type { DataSet, Rejection } from "../ingest/facts.ts";
import { ingest, type Progress, type Summary } from "../ingest/ingest.ts";
import { readAndCheckBundle, readDataSet, type Ingestion } from "../ingest/read.ts";
import { loadSeed } from "../ingest/seed.ts";
import { dataSets } from "../ingest/sources/dataSets.ts";
import { foldersOfRecord } from "../ingest/sources/record.ts";
import { readSettings } from "../settings.ts";
import { openDatabase } from "./database.ts";
import { logTo } from "./log.ts";

interface IngestOptions {
  dryRun?: boolean;
  json?: boolean;
  /** The day on which the copy of the source was taken, in EDTF. */
  retrieved?: string;
  /** A file for the list of rejected and merged records. */
  report?: string;
}

/** The command-line word for a bundle, in place of a data set's name. */
const bundleWord = "bundle";
/** The command-line word for all data sets in a folder. */
const recordWord = "record";

/**
 * Ingests a data set, a bundle, or all data sets below a folder, and prints a summary.
 * @throws BundleError with all problems; then nothing of the set is written.
 */
export async function ingestCommand(source: string, folder: string | undefined, options: IngestOptions): Promise<void> {
  const sets = folder === undefined ? [[null, source] as const] : chosen(source, folder);
  const retrieved = options.retrieved ?? null;
  if (retrieved !== null) checkDate(retrieved);
  const progress = progressBar(options.json === true);
  const database = await openDatabase(readSettings(), logTo("warn", process.stderr));
  try {
    await loadSeed(database, logTo("warn", process.stderr));
    for (const [set, where] of sets) {
      const started = performance.now();
      const ingestion = await readSource(set, where, retrieved, progress.of(set?.name ?? where));
      const dry = options.dryRun === true;
      const summary = await ingest(database.door, ingestion, new Date(), {
        dry,
        progress: progress.of(ingestion.checked.name),
      });
      progress.end();
      printSummary(summary, (performance.now() - started) / 1000, options);
    }
  } finally {
    progress.end();
    await database.close();
  }
}

/** Checks a bundle, one of its files, or a data set, without a database. @throws BundleError */
export async function checkCommand(source: string, folder: string | undefined): Promise<void> {
  const [set, where] = folder === undefined ? [null, source] : chosen(source, folder)[0]!;
  const { checked, read } = await readSource(set, where, null, () => {});
  const claims = checked.entities.reduce((total, entity) => total + entity.claims.length, 0);
  process.stdout.write(
    `${checked.name}: ${read} records, ${checked.entities.length} entities and ${claims} claims, no problems.\n`,
  );
  if (checked.references.size > 0)
    process.stdout.write(
      `The graph must already hold, since the bundle doesn't state them: ${[...checked.references.keys()].sort().join(", ")}.\n`,
    );
}

/** Lists the known data sets, and the required content of their folders. */
export function sourcesCommand(): void {
  for (const { name, title, expects } of dataSets)
    process.stdout.write(`${name.padEnd(18)} ${title}\n${" ".repeat(19)}${expects}\n`);
}

function checkDate(retrieved: string): void {
  try {
    readEdtf(retrieved);
  } catch (error) {
    throw new StartError(`--retrieved: ${(error as Error).message}`);
  }
}

function readSource(
  set: DataSet | null,
  folder: string,
  retrieved: string | null,
  progress: Progress,
): Promise<Ingestion> {
  return set ? readDataSet(set, folder, retrieved, progress) : readAndCheckBundle(folder);
}

function chosen(source: string, folder: string): [DataSet | null, string][] {
  if (source === bundleWord) return [[null, folder]];
  if (source === recordWord) return foldersOfRecord(folder);
  const set = dataSets.find(({ name }) => name === source);
  if (set) return [[set, folder]];
  const words = [...dataSets.map(({ name }) => name), bundleWord, recordWord];
  throw new StartError(
    `"${source}" is not a source${didYouMean(nearest(source, words)) || "."} Sources are ${words.join(", ")}.`,
  );
}

/** A progress bar on a terminal; nothing elsewhere. */
function progressBar(quiet: boolean): { of: (name: string) => Progress; end: () => void } {
  let current: { bar: bar.SingleBar; stage: string } | undefined;
  const end = (): void => {
    current?.bar.stop();
    current = undefined;
  };
  if (quiet || !process.stderr.isTTY) return { of: () => () => {}, end };
  return {
    end,
    of: (name) => (stage, done, total) => {
      if (current?.stage !== `${name} ${stage}`) {
        end();
        const format = `${name}: ${stage} {bar} {value} {unit}`;
        current = { bar: new bar.SingleBar({ format, clearOnComplete: true }), stage: `${name} ${stage}` };
        current.bar.start(total ?? 0, done, { unit: stage === "read" ? "records" : "changes" });
      }
      current.bar.setTotal(total ?? Math.max(done, 1));
      current.bar.update(done);
    },
  };
}

function printSummary(summary: Summary, seconds: number, { json, report, dryRun }: IngestOptions): void {
  const { merged, rejected, withdrawn, counts } = summary;
  if (report !== undefined) writeFileSync(report, `${JSON.stringify({ merged, rejected, withdrawn }, null, 2)}\n`);
  if (json) {
    // The peak memory of the process, as counted by the kernel.
    const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
    process.stdout.write(`${JSON.stringify({ ...summary, seconds: Math.round(seconds * 10) / 10, megabytes })}\n`);
    return;
  }
  const lines = [
    `${summary.name}${dryRun ? " (nothing was written)" : ""}, in ${seconds.toFixed(1)} s`,
    `  records   ${summary.read} read, ${merged.length} merged into others, ${rejected.length} rejected`,
    `  entities  ${counts!.new} new, ${counts!.changed} changed, ${counts!.unchanged} unchanged, ${counts!.withdrawn} withdrawn, ${counts!.merged} merged into an entity with another id`,
    `  claims    ${counts!.claims}, ${counts!.withdrawnClaims} withdrawn; sources disagree on ${counts!.contested} fields`,
    ...reasons("merged", merged),
    ...reasons("rejected", rejected),
    ...(withdrawn.length > 0
      ? [`  withdrawn: no source supports them any longer (${withdrawn.length})`, ...firstOf(withdrawn)]
      : []),
    ...(summary.edition === null ? [] : [`  edition   ${summary.edition}`]),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** The number of examples printed per reason; the report has all. */
const examples = 5;

function reasons(what: string, records: Rejection[]): string[] {
  const byReason = new Map<string, Rejection[]>();
  for (const each of records) {
    const reason = what === "merged" ? "the same as another record" : each.reason;
    byReason.set(reason, [...(byReason.get(reason) ?? []), each]);
  }
  return [...byReason].flatMap(([reason, list]) => [
    `  ${what}: ${reason} (${list.length})`,
    ...firstOf(list.map(({ place, record }) => `${place.file}:${place.line} ${record}`)),
  ]);
}

function firstOf(list: string[]): string[] {
  const more = list.length > examples ? ["    …; all of them with --report <file> or --json"] : [];
  return [...list.slice(0, examples).map((each) => `    ${each}`), ...more];
}
