/** Reads a text file line by line, at any size: UTF-8, with a limited line length. */
import { createReadStream } from "node:fs";
import type { FileProblems } from "./fileProblems.ts";

/** The maximum length of a line, and of a table's record, in bytes. */
export const longestLine = 1024 * 1024;

/** Some lines of a file, without their line feeds. */
export interface Lines {
  /** The number of the first of them, counted from 1. */
  first: number;
  texts: string[];
}

const newline = 0x0a;
const byteOrderMark = "\uFEFF";

/**
 * Reads a file a few lines at a time, without keeping more in memory. Drops a byte order mark.
 * @throws GivenUp when it can't be read, isn't UTF-8 or has an overlong line: noted with its line.
 */
export async function* linesOf(file: string, problems: FileProblems): AsyncGenerator<Lines> {
  let line = 1;
  let rest: Buffer[] = [];
  let restLength = 0;
  for await (const chunk of chunksOf(file, problems)) {
    const end = chunk.lastIndexOf(newline);
    const firstEnd = end < 0 ? chunk.length : chunk.indexOf(newline);
    if (restLength + firstEnd > longestLine) tooLong(file, line, problems);
    if (end < 0) {
      rest.push(chunk);
      restLength += chunk.length;
      continue;
    }
    const texts = decode(file, line, Buffer.concat([...rest, chunk.subarray(0, end)]), problems);
    yield { first: line, texts };
    line += texts.length;
    rest = [chunk.subarray(end + 1)];
    restLength = chunk.length - end - 1;
  }
  if (restLength > 0) yield { first: line, texts: decode(file, line, Buffer.concat(rest), problems) };
}

async function* chunksOf(file: string, problems: FileProblems): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of createReadStream(file)) yield chunk as Buffer;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    problems.giveUp({ file, line: 1 }, `can't be read: ${(error as Error).message}.`);
  }
}

function tooLong(file: string, line: number, problems: FileProblems): never {
  problems.giveUp(
    { file, line },
    `is a line of more than ${longestLine / 1024 / 1024} MB: expected one record on each line. Break it into several.`,
  );
}

function decode(file: string, first: number, bytes: Buffer, problems: FileProblems): string[] {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return problems.giveUp(
      { file, line: first + linesBeforeFault(bytes) },
      "is not in UTF-8: save the file in that encoding.",
    );
  }
  return (first === 1 && text.startsWith(byteOrderMark) ? text.slice(1) : text).split("\n");
}

function linesBeforeFault(bytes: Buffer): number {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 0;
  for (let start = 0; start < bytes.length; line += 1) {
    const found = bytes.indexOf(newline, start);
    const end = found < 0 ? bytes.length : found;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      break;
    }
    start = end + 1;
  }
  return line;
}
