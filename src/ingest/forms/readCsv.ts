/** Reads a data set's CSV table row by row. */
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import type { Problems } from "../problems.ts";

/** The maximum length of a row, in characters. */
export const longestRow = 1_000_000;
/** The code of an error of Node's decoder. */
export const notUtf8 = "ERR_ENCODING_INVALID_ENCODED_DATA";

interface CsvRow {
  record: string[];
  info: { lines: number };
}

/**
 * Reads a table. Unreadable parts are noted with their line.
 * @param texts the output of `textOf` for the file.
 * @param take receives each row with its last line; returns false to stop reading.
 * @param wordsOf describes what is wrong with an invalid table.
 * @returns whether all of it was read.
 */
export async function readCsv(
  file: string,
  texts: AsyncIterable<string>,
  problems: Problems,
  take: (cells: string[], line: number) => boolean,
  wordsOf: (error: CsvError) => string,
): Promise<boolean> {
  const parser = parse({ bom: true, info: true, relax_column_count: true, max_record_size: longestRow });
  let line = 1;
  try {
    await pipeline(Readable.from(texts), parser, async (rows: AsyncIterable<CsvRow>) => {
      for await (const { record, info } of rows) {
        line = info.lines;
        if (!take(record, line)) break;
      }
    });
    return true;
  } catch (error) {
    // A different header stops the reading, and is reported already.
    if ((error as Error).name !== "AbortError") {
      const { lines = 1 } = error as { lines?: number };
      problems.add({ file, line: Math.max(line, lines) }, reasonOf(error as Error, wordsOf));
    }
    return false;
  }
}

/** The file's text, piece by piece. @throws an error with the code of `notUtf8` when it isn't in UTF-8. */
export async function* textOf(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>)
    yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function reasonOf(error: Error, wordsOf: (error: CsvError) => string): string {
  if (error instanceof CsvError) return wordsOf(error);
  if ((error as { code?: string }).code === notUtf8) return "is not in UTF-8: save it in that encoding.";
  return `can't be read: ${error.message}. Expected a file that can be read.`;
}
