/** The claims of an entity by the field that they are about. */
import type { Claim } from "../../parts/Citation.tsx";
import { fieldNameOf } from "../../parts/words.ts";

/** What sources say of one field. */
export interface Evidence {
  /** Those that give the value shown, or one compatible with it. */
  claims: Claim[];
  /** The others, if sources disagree. */
  others: Claim[];
}

/** The evidence for a field of an entity. */
export function evidenceFor(field: string, claims: readonly Claim[], contested: readonly string[]): Evidence {
  const name = fieldNameOf(field);
  const about = claims.filter((claim) => fieldsOf(claim).includes(name));
  // Another source's name is an alias, unless it is the one shown.
  const named = name === "ALIASES" ? claims.filter(({ predicate, shown }) => predicate === "NAME" && !shown) : [];
  if (!contested.includes(name)) return { claims: [...about, ...named], others: [] };
  const shown = about.find((claim) => claim.shown);
  const agrees = (claim: Claim): boolean =>
    claim === shown ||
    (claim.rank !== "DEPRECATED" && claim.value === shown?.value && claim.valueKind === shown?.valueKind);
  return { claims: about.filter(agrees), others: about.filter((claim) => !agrees(claim)) };
}

/** The fields that a claim is about: several, if it gives one record of a source. */
function fieldsOf({ predicate, value }: Claim): string[] {
  if (predicate !== "RECORD" || value === null) return [predicate];
  return Object.keys(JSON.parse(value) as object).map(fieldNameOf);
}
