/** Facts in JSON Lines: each line one entity. */
import type { Fact } from "../facts.ts";
import { FileProblems } from "./fileProblems.ts";
import { linesOf } from "./lines.ts";
import type { Origin, Problems } from "../problems.ts";
import { readDefaults, readEntity, readNoOther, wordsOfDefaults, type Defaults } from "./readEntity.ts";
import { writtenData } from "./written.ts";

/** Deeper than any value of the model. */
const deepest = 32;

/**
 * Reads a file line by line.
 * @param take receives each entity as it is read.
 */
export async function readLinesFile(file: string, problems: Problems, take: (fact: Fact) => void): Promise<void> {
  const noted = new FileProblems(problems);
  await noted.whileReadable(async () => {
    let defaults: Defaults | undefined;
    for await (const { first, texts } of linesOf(file, noted))
      for (const [index, text] of texts.entries()) {
        if (text.trim() === "") continue;
        const origin = { file, line: first + index };
        const line = parseLine(text, origin, noted);
        if (!line) {
          defaults ??= { locators: [] };
        } else if (!defaults && !("type" in line)) {
          const entries = writtenData(line, origin).entries();
          readNoOther(entries, wordsOfDefaults, "A first line without a type", noted);
          defaults = readDefaults(entries, { locators: [] }, noted);
        } else {
          defaults ??= { locators: [] };
          const fact = readLine(line, origin, defaults, noted);
          if (fact) take(fact);
        }
      }
    if (!defaults) noted.add({ file, line: 1 }, "is empty: expected an entity as JSON on each line.");
  });
}

function readLine(
  line: Record<string, unknown>,
  origin: Origin,
  defaults: Defaults,
  problems: Problems,
): Fact | undefined {
  const { type, ...fields } = line;
  if (typeof type !== "string") {
    problems.add(origin, `has no "type": expected the name of a type, such as "Meeting".`);
    return undefined;
  }
  const written = writtenData(fields, origin);
  return readEntity(type, written, written.entries(), defaults, problems);
}

function parseLine(text: string, origin: Origin, problems: Problems): Record<string, unknown> | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = (error as Error).message.replace(/\.$/, "");
    problems.add(origin, `is not JSON: ${reason}. Each line is one whole object.`);
    return undefined;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    problems.add(origin, "expected an object, with a type and an id.");
    return undefined;
  }
  const wrong = faultOf(value, text);
  if (wrong !== undefined) problems.add(origin, wrong);
  return wrong === undefined ? (value as Record<string, unknown>) : undefined;
}

// Input that JSON.parse accepts silently although it changes the meaning.
function faultOf(value: object, text: string): string | undefined {
  let keys = 0;
  let fault: string | undefined;
  const look = (each: unknown, depth: number): void => {
    if (depth > deepest) fault ??= `nests more than ${deepest} deep.`;
    else if (Array.isArray(each)) for (const item of each) look(item, depth + 1);
    else if (typeof each === "object" && each !== null)
      for (const item of Object.values(each)) {
        keys += 1;
        look(item, depth + 1);
      }
    else if (typeof each === "number" && Number.isInteger(each) && !Number.isSafeInteger(each))
      fault ??= "has a number of more digits than JSON's numbers keep: write it in quotes.";
  };
  look(value, 0);
  if (fault === undefined && keysIn(text) !== keys)
    fault = "has a key twice in one object: only one of them can stand.";
  return fault;
}

function keysIn(text: string): number {
  let keys = 0;
  for (const [, colon] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g)) if (colon !== undefined) keys += 1;
  return keys;
}
