/** Text files, as all forms and data sets read them. */
import { readFileSync, statSync } from "node:fs";
import type { Problems } from "../problems.ts";

/** Larger than any file of the sets by far; a file is held in memory whole. */
const largest = 64 * 1024 * 1024;

/**
 * A text file in UTF-8.
 * @returns its text, or undefined when it can't be read, is too large, or is in another encoding: the problem is noted.
 */
export function readText(file: string, problems: Problems): string | undefined {
  try {
    const { size } = statSync(file);
    if (size > largest) {
      problems.add({ file, line: 1 }, `has ${size} bytes: expected at most ${largest}.`);
      return undefined;
    }
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason =
      code === "ERR_ENCODING_INVALID_ENCODED_DATA"
        ? "is not in UTF-8: save it in that encoding."
        : `can't be read: ${message}. Expected a file that can be read.`;
    problems.add({ file, line: 1 }, reason);
    return undefined;
  }
}
