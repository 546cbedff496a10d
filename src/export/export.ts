/** An export from start to end: selects, reads page by page, and streams. */
import type { GraphQLSchema } from "graphql";
import type { Door } from "../graph/database/driver.ts";
import { AnswerError, didYouMean } from "../graph/errors.ts";
import { nearest } from "../graph/id.ts";
import { query } from "../graph/queries.ts";
import { checkColumns, readChoices } from "./choices.ts";
import { parseSelection, type Asked } from "./parseSelection.ts";
import { shortEdition, type About, type Format } from "./formats/format.ts";
import { formats } from "./formats/formats.ts";
import type { Read } from "./nodes.ts";
import { Sources } from "./sources.ts";

export interface Export {
  fileName: string;
  edition: About["edition"];
  /** Queries sent and rows read so far. */
  progress: { queries: number; rows: number; bytes: number };
  /** The text in pieces, read as they are asked for. Throws if anything fails, and the text so far is then incomplete. */
  pieces: AsyncGenerator<Buffer>;
}

export interface Means {
  door: Pick<Door, "run">;
  schema: GraphQLSchema;
  /** The time limit of one query. */
  milliseconds: number;
  /** Aborts the reading. */
  signal?: AbortSignal;
}

/** The format with that name. @throws NOT_FOUND when there is none. */
export function formatNamed(name: string): Format {
  const found = formats.find((each) => each.name === name);
  if (found) return found;
  const names = formats.map((each) => each.name);
  throw new AnswerError(
    "NOT_FOUND",
    `There is no format "${name.slice(0, 20)}"${didYouMean(nearest(name, names)) || `. Formats are ${names.join(", ")}.`}`,
  );
}

/** The format of a file name's extension, and the rest of the name. @throws NOT_FOUND for an unknown one. */
export function splitName(fileName: string): { what: string; format: Format } {
  const format = formats.find(({ name }) => fileName.endsWith(`.${name}`));
  if (format) return { what: fileName.slice(0, -format.name.length - 1), format };
  const dot = fileName.lastIndexOf(".");
  return { what: fileName.slice(0, dot), format: formatNamed(dot === -1 ? "" : fileName.slice(dot + 1)) };
}

/**
 * Starts an export.
 * @throws as `parseSelection` and `readChoices`, before a query is sent; CONFLICT while an ingestion is writing.
 */
export async function beginExport(asked: Asked, format: Format, means: Means): Promise<Export> {
  const chosen = readChoices(asked.parameters, format);
  const select = parseSelection({ what: asked.what, parameters: chosen.parameters }, means.schema);
  const progress = { queries: 0, rows: 0, bytes: 0 };
  const read: Read = async (text, parameters) => {
    means.signal?.throwIfAborted();
    progress.queries += 1;
    const rows = await means.door.run(text, parameters, means.milliseconds, () => undefined);
    progress.rows += rows.length;
    return rows;
  };
  const edition = await settledEdition(read);
  const reading = { read, sources: new Sources(read) };
  const selection = await select(reading);
  checkColumns(chosen, selection.types);
  const name = asked.what.replace(/[^\w.-]+/g, "-");
  return {
    fileName: `entente-${name}-${shortEdition(edition)}.${format.name}`,
    edition,
    progress,
    pieces: pieces(),
  };

  async function* pieces(): AsyncGenerator<Buffer> {
    const request = requestOf(asked.what, chosen.parameters);
    const written = chosen.format.write(
      selection,
      { title: selection.title, request, edition },
      reading,
      chosen.columns,
    );
    // Hold back the last piece until the graph is known to be unchanged, so that a partial file never looks complete.
    let held: Buffer | undefined;
    for await (const piece of gathered(written)) {
      if (held) yield held;
      progress.bytes += piece.length;
      held = piece;
    }
    const after = await settledEdition(read);
    if (after.digest !== edition.digest)
      throw new AnswerError("CONFLICT", "The graph changed during the export. Export it again.");
    if (held) yield held;
  }
}

function requestOf(what: string, parameters: Asked["parameters"]): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  return [what, ...given.map(([name, value]) => `${name} ${value}`)].join(", ");
}

async function settledEdition(read: Read): Promise<About["edition"]> {
  const [row] = await read(query("export/editionState"), {});
  const [digest, date, changing] = (row ?? []) as [string?, string?, boolean?];
  if (changing) throw new AnswerError("CONFLICT", "An ingestion is running. Export again when it has ended.");
  if (!digest || !date) throw new AnswerError("NOT_FOUND", "Nothing is loaded yet, so there is nothing to export.");
  return { digest, date };
}

/** The minimum size of a piece, in characters: one per line would be slow to send. */
const pieceSize = 64 * 1024;

async function* gathered(texts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let parts: string[] = [];
  let size = 0;
  for await (const text of texts) {
    parts.push(text);
    size += text.length;
    if (size < pieceSize) continue;
    yield Buffer.from(parts.join(""));
    [parts, size] = [[], 0];
  }
  if (size > 0) yield Buffer.from(parts.join(""));
}
