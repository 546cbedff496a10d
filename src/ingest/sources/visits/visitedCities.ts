/** Cities of the United States named in descriptions of visits. */
import * as z from "zod";
import { anyOf, pattern, table, worldFile } from "../../worldFile.ts";

const known = worldFile(
  "visitedCities.yaml",
  import.meta.url,
  z
    .strictObject({ cities: table(z.array(pattern())), elsewhere: z.array(pattern()) })
    .transform(({ cities, elsewhere }) => ({
      cities: [...cities].map(([name, forms]): [string, RegExp] => [name, anyOf(forms, "\\b(?:in|at|to) *\\b")]),
      elsewhere: anyOf(elsewhere, "\\b*"),
    })),
);

// Text before or after the visit itself.
const besides =
  /\b(?:Afterwards?|Also|Later|Then|In U\.S\.|In the U\.S\.|Arrived|Departed|Left|Private visit (?:to|with)|Revisited|Stops included|Subsequently)\b.*$/s;
const ahead = /\b(?:while attending|before|after|following|en route|prior to)\b[^.;]*/g;

/** Whether a description puts the visit outside the capital without naming a known city. */
export function isElsewhere(description: string): boolean {
  return known().elsewhere.test(description.replace(besides, "").replace(ahead, ""));
}

/** The cities of the visit itself, as named in the description, in order. */
export function citiesNamed(description: string): string[] {
  const visit = description.replace(besides, "").replace(ahead, "");
  const found = known().cities.flatMap(([name, forms]): [number, string][] => {
    const at = visit.search(forms);
    return at < 0 ? [] : [[at, name]];
  });
  return [...new Set(found.sort(([a], [b]) => a - b).map(([, name]) => name))];
}
