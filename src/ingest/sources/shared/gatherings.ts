/** Multilateral meetings in records: summits, councils, inaugurations, funerals. One meeting for all participants. */
import type { CountryEntry } from "../../countries/crosswalk.ts";
import * as z from "zod";
import { pattern, words, worldFile } from "../../worldFile.ts";
import { readPerson } from "./people/people.ts";
import { slugOf } from "../../slug.ts";
import { codeOf, nameInText } from "../../countries/countryNames.ts";
import { firstOf, type Dates } from "./journeyDates.ts";

/** A multilateral meeting in a record. */
export interface Gathering {
  /** `meeting:nato-summit-be-1989-05`: the event, the country, and the month of the middle day of the record's interval. */
  id: string;
  name: string;
  kind: "SUMMIT" | "CONFERENCE" | "CEREMONY";
}

const known = worldFile(
  "gatherings.yaml",
  import.meta.url,
  z.array(
    z.strictObject({
      slug: words,
      name: words,
      kind: z.enum(["SUMMIT", "CONFERENCE", "CEREMONY"]),
      patterns: z.array(pattern("i")).min(1),
    }),
  ),
);

const funeral =
  /\b(?:funerals?|memorial services?)(?: ceremon(?:y|ies))? (?:of|for) (?:the late )?(?:[Ff]ormer )?((?:\p{Lu}[\p{L}’'.-]*|de|von)(?: (?:\p{Lu}[\p{L}’'.-]*|de|von|bin))*)|\b(?!Attended|State)((?:\p{Lu}\p{L}+ )?\p{Lu}\p{L}+) (?:Memorial Service|funeral)/u;
const regnal = / [IVX]+$/;

/** Words before its name if somebody took part, and words before it if it is only mentioned. */
const attended =
  /\b(?:attend\w*|participat\w*|acc\w*ompan\w*|join\w*|support\w*|address\w*|led|part of|part in|hosted|co-chaired|represent\w*|met with [^.;]* (?:at|during|alongside|for)|signed|sign|guest|opened)\b/i;
const spokenOf =
  /\b(?:en route|brief\w*|prepar\w*|before|prior|discuss\w*|planning|arrang\w*|agenda|after|returning|coinciding|consult\w*|follow-?up|on the eve|invitation)\b/i;

/**
 * The multilateral meetings that somebody took part in, according to a text.
 * Each id depends on the record alone: on the event, the country and the middle day of the interval, since arrivals and
 * departures differ, and middles fall into the same month more often than beginnings.
 * @param country as the record names it; its code is in the ids.
 * @param where it is, for the names.
 */
export function gatheringsIn(
  text: string,
  country: CountryEntry,
  dates: Dates | null,
  where = nameInText(country, firstOf(dates)),
): Gathering[] {
  if (dates === null) return [];
  const found = new Map<string, Gathering>();
  for (const sentence of sentencesOf(text))
    for (const each of namedIn(sentence)) {
      const id = `meeting:${each.slug}-${codeOf(country)}-${dates.month}`;
      found.set(id, {
        id,
        name: `${each.name} in ${where}, ${dates.monthInWords}`,
        kind: each.kind,
      });
    }
  return [...found.values()];
}

/** Whether a text mentions more than these: a visit, or other activities. */
export function tellsOfMore(text: string): boolean {
  return sentencesOf(text).some(
    (sentence) => !isAside(sentence) && (namedIn(sentence).length === 0 || more.test(sentence)),
  );
}

const more =
  /\b(?:met|meet|meetings? with|discuss\w*|(?:state|official|working|private|informal) visit|talks|conferr\w*|signed|addressed|vacation\w*|visited|took part in)\b/i;

// When somebody arrived and left, and in what capacity.
function isAside(sentence: string): boolean {
  return /^(?:left|returned|departed|arrived|\[|in U\.S\.|present were)/i.test(sentence);
}

// A period ends a sentence after a longer word.
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[\p{Ll}\d)”"’]{2}[.;])\s+|;\s+/u).filter((each) => each !== "");
}

interface NamedGathering {
  slug: string;
  name: string;
  kind: Gathering["kind"];
}

function namedIn(sentence: string): NamedGathering[] {
  const found: NamedGathering[] = known().filter(({ patterns }) => takesPart(sentence, patterns));
  const [, titled, plain] = takesPart(sentence, [funeral]) ? (funeral.exec(sentence) ?? []) : [];
  const written = titled ?? plain;
  if (written !== undefined) {
    // By last name only, as records give it with and without the first name; regnal names as a whole.
    const { name } = readPerson(written.replace(/[.’']+s?$/, ""));
    const called = regnal.test(name) ? name : name.split(" ").at(-1)!;
    found.push({ slug: `memorial-${slugOf(called)}`, name: `Ceremony in memory of ${called}`, kind: "CEREMONY" });
  }
  return found;
}

function takesPart(sentence: string, patterns: RegExp[]): boolean {
  const found = patterns.map((each) => sentence.search(each)).filter((at) => at >= 0);
  if (found.length === 0) return false;
  const at = Math.min(...found);
  const before = sentence.slice(0, at);
  if (spokenOf.test(before)) return false;
  return attended.test(before) || /^\W*(?:(?:the|a|First|Second|Third|\d+\w*|and|summit) )*$/i.test(before);
}
