import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readEdtf } from "../graph/edtf.ts";
import { StartError } from "../graph/database/StartError.ts";
import { countryOfId, countryOfName, type CountryEntry } from "../ingest/countries/crosswalk.ts";
import { Facts, withFiles } from "../ingest/facts.ts";
import { factsOfPair, type SetOfFacts } from "../ingest/sources/factsOfPair.ts";
import { Problems } from "../ingest/problems.ts";
import { foldersOfRecord } from "../ingest/sources/record.ts";
import { writeLines } from "../ingest/forms/writeLines.ts";

/**
 * Writes the history of two countries, from the data sets below a folder, as a bundle: one file per set.
 * @param first a country: its ISO 3166-1 alpha-2 code, its id or its name. The second likewise.
 * @param record the folder of the data sets.
 * @param output the folder of the bundle; created if needed, and files of the same names are replaced.
 * @param options.retrieved the day on which the copies of the sets were taken, in EDTF, if it is known.
 * @throws StartError for an unknown country; BundleError with all problems in the sets. Then nothing is written.
 */
export async function pairCommand(
  first: string,
  second: string,
  record: string,
  output: string,
  options: { retrieved?: string } = {},
): Promise<void> {
  const pair: [CountryEntry, CountryEntry] = [countryNamed(first), countryNamed(second)];
  if (pair[0] === pair[1]) throw new StartError(`Expected two countries; got ${pair[0].name} twice.`);
  const { retrieved } = options;
  if (retrieved !== undefined) readEdtf(retrieved);
  const problems = new Problems();
  const sets: SetOfFacts[] = [];
  for (const [set, folder] of foldersOfRecord(record)) {
    const facts = new Facts(problems);
    await set.read(folder, facts);
    sets.push({ name: set.name, facts: withFiles(facts.all(), folder) });
  }
  problems.settle();
  mkdirSync(output, { recursive: true });
  for (const { name, facts } of factsOfPair(sets, pair)) {
    const file = path.join(output, `${name}.jsonl`);
    writeFileSync(file, writeLines(facts, retrieved));
    process.stdout.write(`${file}: ${facts.length} entities\n`);
  }
}

function countryNamed(words: string): CountryEntry {
  const found = countryOfId(words) ?? countryOfId(`country:${words.toLowerCase()}`) ?? countryOfName(words);
  if (!found)
    throw new StartError(
      `"${words}" is not a known country: expected an ISO 3166-1 alpha-2 code, such as mx, an id or a name.`,
    );
  return found;
}
