/** One row of either file of encounters, as a Flow. */
import { countryOfName } from "../../countries/crosswalk.ts";
import { nameInText } from "../../countries/countryNames.ts";
import type { Facts, Saying } from "../../facts.ts";
import { slugOf } from "../../slug.ts";

/** The content of a row, in our terms. */
export interface Observation {
  measure: "ENCOUNTERS" | "APPREHENSIONS" | "EXPULSIONS" | "INADMISSIBLES";
  qualifier: "EXACTLY" | "ABOUT";
  /** The body that counted: its id, the end of its id, and its name within a sentence. */
  agency: { id: string; slug: string; nameInText: string };
  /** In EDTF, for the id, and in words. */
  period: { edtf: string; slug: string; words: string };
  /** The place, if the row gives it. */
  where?: { id: string; slug: string; words: string; countries: string[] } | undefined;
  citizenship?: string | undefined;
  demographic?: string | undefined;
  legalAuthority?: string | undefined;
  method?: string | undefined;
  count: number;
}

/** How each file's words for ages and families appear in a name. */
const demographicsInText: Record<string, string> = {
  "Single Adults": "single adults",
  "Family Unit Individuals": "members of family units",
  "Unaccompanied Children": "unaccompanied children",
  "Accompanied Minors": "accompanied minors",
  FMUA: "members of family units",
  UAC: "unaccompanied children",
};

const measuresInText: Record<Observation["measure"], string> = {
  ENCOUNTERS: "Encounters",
  APPREHENSIONS: "Apprehensions",
  EXPULSIONS: "Expulsions",
  INADMISSIBLES: "Inadmissible people found",
};

/**
 * States the flow of a row. Rows of the same observation give the same flow, each with its claims.
 * @param said how the row states what it counts, and how many.
 * @returns the flow's id.
 */
export function stateFlow(facts: Facts, seen: Observation, said: Saying): string {
  const { agency, period, where, demographic, legalAuthority } = seen;
  const citizens = seen.citizenship === undefined ? undefined : citizensOf(seen.citizenship);
  const id = `flow:${[
    agency.slug,
    seen.measure.toLowerCase(),
    period.slug,
    where?.slug,
    citizens?.slug,
    demographic && slugOf(demographic),
    legalAuthority && slugOf(legalAuthority),
  ]
    .filter(Boolean)
    .join("-")}`;
  facts.entity("Flow", id, said.origin).sayRecord(
    {
      name: nameOf(seen, citizens?.words),
      measure: seen.measure,
      count: seen.count,
      qualifier: seen.qualifier,
      period: period.edtf,
      nationality: citizens?.nationality,
      citizenship: citizens?.citizenship,
      demographic,
      legalAuthority,
      agency: agency.id,
      place: where?.id,
      method: seen.method,
    },
    said,
  );
  return id;
}

function nameOf(seen: Observation, citizens: string | undefined): string {
  const demographic = seen.demographic && (demographicsInText[seen.demographic] ?? seen.demographic.toLowerCase());
  const whom = citizens === undefined ? demographic : `${demographic ?? "people"} ${citizens}`;
  const { agency, where, period, legalAuthority } = seen;
  return [
    `${measuresInText[seen.measure]} by ${agency.nameInText}${whom ? `: ${whom}` : ""}`,
    where?.words,
    legalAuthority,
    period.words,
  ]
    .filter(Boolean)
    .join(", ");
}

interface Citizens {
  slug: string;
  words: string;
  nationality?: string;
  citizenship?: string;
}

const read = new Map<string, Citizens>();

/** A citizenship as the source groups it: one country, or the source's own word. */
function citizensOf(group: string): Citizens {
  let found = read.get(group);
  if (!found) {
    const country = countryOfName(group);
    found = country
      ? { slug: slugOf(group), words: `from ${nameInText(country)}`, nationality: country.id }
      : { slug: slugOf(group), words: `of citizenship ${JSON.stringify(group)}`, citizenship: group };
    read.set(group, found);
  }
  return found;
}
