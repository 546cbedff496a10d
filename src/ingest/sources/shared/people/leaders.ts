/** Leaders whom remarks name without their state, also when met in another one. */
import * as z from "zod";
import { countryOfSlug, type CountryEntry } from "../../../countries/crosswalk.ts";
import { pattern, words, worldFile } from "../../../worldFile.ts";

const known = worldFile(
  "leaders.yaml",
  import.meta.url,
  z.array(z.strictObject({ title: pattern(), name: pattern(), state: words })),
);

/** The state of a leader, from title and name alone, or undefined. */
export function countryOfLeader(title: string, name: string): CountryEntry | undefined {
  const slug = known().find((each) => each.title.test(title) && each.name.test(name))?.state;
  return slug === undefined ? undefined : countryOfSlug(slug);
}
