/** People of one state with the same title and last name at different times: a father and a son, or two strangers. */
import * as z from "zod";
import { table, words, worldFile } from "../../../worldFile.ts";

const known = worldFile(
  "homonyms.yaml",
  import.meta.url,
  z.strictObject({ turns: table(z.array(words)), fewNames: z.array(words) }),
);

/**
 * The part of an id that distinguishes homonyms in an office.
 * @param country the part of the country's id after the colon.
 * @param office a slug: `president`; "-" for somebody called by the full name.
 * @param name a slug.
 * @param day the first day, month or year of the record; empty when it has none.
 * @returns empty for the first with the name, or for one without homonyms.
 */
export function homonymAt(country: string, office: string, name: string, day: string): string {
  const { turns, fewNames } = known();
  if (fewNames.includes(country) && office !== "president" && office !== "-") return day.slice(0, 4);
  const turn = turns.get(`${country} ${office} ${name}`)?.findLast((each) => each <= day);
  return turn?.slice(0, 4) ?? "";
}
