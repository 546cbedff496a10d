/** People of one state who bore one title and one last name at different times: a father and a son, or two strangers. */
import * as z from "zod";
import { table, words, worldFile } from "../../worldFile.ts";

const known = worldFile(
  "homonyms.yaml",
  import.meta.url,
  z.strictObject({ turns: table(z.array(words)), fewNames: z.array(words) }),
);

/**
 * What tells the homonyms of an office apart, in an id.
 * @param country the second half of the country's id.
 * @param office a slug: `president`.
 * @param name a slug.
 * @param day the first day, month or year of the record; empty when it has none.
 * @returns empty for the first who bore the name, or for one without homonyms.
 */
export function homonymAt(country: string, office: string, name: string, day: string): string {
  const { turns, fewNames } = known();
  if (fewNames.includes(country) && office !== "president") return day.slice(0, 4);
  const turn = turns.get(`${country} ${office} ${name}`)?.findLast((each) => each <= day);
  return turn?.slice(0, 4) ?? "";
}
