/** Gatherings of several states that records name: summits, councils, inaugurations, funerals. One meeting for all who came. */
import type { CountryEntry } from "./crosswalk.ts";
import { readPerson } from "./people.ts";
import { slugOf } from "../../slug.ts";
import { codeOf, nameInText } from "./countryNames.ts";
import type { Span } from "./spans.ts";

/** A gathering, as a record shows it. */
export interface Gathering {
  /** `meeting:nato-summit-be-1989-05`: what it is, where, and the month of the middle day of the record's span. */
  id: string;
  name: string;
  kind: "SUMMIT" | "CONFERENCE" | "CEREMONY";
}

interface Known {
  slug: string;
  name: string;
  kind: Gathering["kind"];
  pattern: RegExp;
}

const known: Known[] = [
  gathering("nato-summit", "NATO summit", "SUMMIT", [
    "NATO(?:,| and)?(?: \\w+,?){0,4} Summit",
    "NATO[’'] ?s? \\d+th Anniversary Summit",
    "NATO \\d+th Anniversary Summit",
    "NATO Heads of (?:State|Government)",
    "North Atlantic Alliance Summit",
    "NATO Leaders[’']? Meeting",
  ]),
  gathering("g7-summit", "G7 summit", "SUMMIT", [
    "G[-–=]? ?[78] (?:and G-20 )?(?:Economic )?(?:Leaders[’']? )?Summit",
    "(?<!APEC |G-20 |G–20 |Special |World |Pacific |Asian )Economic Summit (?:Meeting|Conference)",
    "summit of the G[78]",
  ]),
  gathering("g20-summit", "G20 summit", "SUMMIT", [
    "G[-–]? ?20 (?:Economic )?(?:Leaders?(?:hip|[’']?s?)? )?Summit",
    "Summit of the G20",
    "G-20 Meeting",
  ]),
  gathering("apec-summit", "APEC summit", "SUMMIT", [
    "APEC (?:Economic )?Leaders",
    "APEC (?:Economic )?Summit",
    "APEC and ASEAN Summit",
    "\\(APEC\\) Economic Leaders",
    "Asia[- ]Pacific Economic (?:and )?Cooperation (?:Economic )?Summit",
    "APEC meeting in Seattle",
    "APEC Ministerial and Leaders",
    "APEC (?:Foreign and Trade )?Ministerial and Summit",
  ]),
  gathering("asean-summit", "Summit of ASEAN and the United States", "SUMMIT", [
    "U\\.?S\\.?-ASEAN (?:Leaders[’']? )?(?:Summit|and East Asia Summits)",
    "ASEAN (?:Leaders )?Summit",
    "ASEAN-U\\.S\\. Summit",
  ]),
  gathering("east-asia-summit", "East Asia Summit", "SUMMIT", ["East Asia Summits?(?! Foreign)"]),
  gathering("summit-of-the-americas", "Summit of the Americas", "SUMMIT", ["Summit of the Americas"]),
  gathering("north-american-leaders-summit", "North American Leaders' Summit", "SUMMIT", [
    "North American Leaders[’']? Summit",
  ]),
  gathering("nuclear-security-summit", "Nuclear Security Summit", "SUMMIT", ["Nuclear Security Summit"]),
  gathering("africa-leaders-summit", "Summit of the United States and African leaders", "SUMMIT", [
    "(?:U\\.S\\.-Africa|African) Leaders[’']? Summit",
  ]),
  gathering("pacific-islands-summit", "Summit of the United States and Pacific islands", "SUMMIT", [
    "U\\.S\\.-Pacific Island Country Summit",
    "Pacific Islands? (?:Countries|Nations-United States) Summit",
  ]),
  gathering("eu-summit", "Summit of the European Union and the United States", "SUMMIT", [
    "U\\.S\\.[-–](?:EU|European Union) Summit",
    "EU-U\\.?S\\.? Summit",
    "NATO and EU Summit",
    "European (?:Union|Community) Summit",
  ]),
  gathering("nordic-summit", "Summit of the United States and Nordic leaders", "SUMMIT", [
    "U\\.S\\.- ?Nordic Leaders[’']? Summit",
  ]),
  gathering("baltic-summit", "Summit of the United States and Baltic leaders", "SUMMIT", [
    "U\\.S\\.-Baltic Leaders Summit",
  ]),
  gathering("quad-summit", "Quad summit", "SUMMIT", ["Quad Leaders[’']? Summit"]),
  gathering("americas-partnership-summit", "Summit of the Americas Partnership for Economic Prosperity", "SUMMIT", [
    "APEP Leaders[’']? Summit",
    "Americas Partnership for Economic Prosperity Summit",
  ]),
  gathering("aukus-summit", "AUKUS summit", "SUMMIT", ["AUKUS Summit"]),
  gathering("gulf-cooperation-council-summit", "Summit of the Gulf Cooperation Council", "SUMMIT", [
    "Gulf Cooperation Council Summit",
    "Summit of the Gulf Cooperation Council",
    "Summit at Camp David, MD, for Gulf Cooperation Council",
  ]),
  gathering("osce-summit", "Summit of the OSCE", "SUMMIT", [
    "[CO]SCE Summit",
    "Organization for Security and Cooperation in Europe Summit",
  ]),
  gathering("osce-council", "Council of the OSCE", "CONFERENCE", ["[CO]SCE (?:Ministerial|Council)"]),
  gathering("oas-general-assembly", "General Assembly of the OAS", "CONFERENCE", [
    "OAS General Assembly",
    "General Assembly of the Organization of American States",
  ]),
  gathering("seato-council", "Council of SEATO", "CONFERENCE", [
    "SEATO (?:and ANZUS )?(?:Ministerial )?(?:Council|Meeting)",
  ]),
  gathering("anzus-council", "Council of ANZUS", "CONFERENCE", ["ANZUS (?:Council|Ministerial|Meeting)"]),
  gathering("cento-council", "Council of CENTO", "CONFERENCE", ["CENTO (?:Ministerial|Council|Meeting)"]),
  gathering("un-climate-conference", "Climate conference of the United Nations", "CONFERENCE", [
    "\\bCOP ?\\d\\d",
    "(?:UN|U\\.N\\.|United Nations)(?: \\w+)? Climate Change Conference",
  ]),
  gathering("middle-east-peace-conference", "Middle East Peace Conference", "CONFERENCE", [
    "Middle East Peace Conference",
  ]),
  gathering("munich-security-conference", "Munich Security Conference", "CONFERENCE", ["Munich Security Conference"]),
  gathering("quebec-conference", "Quebec Conference", "CONFERENCE", ["Quebec Conference"]),
  gathering("yalta-conference", "Yalta Conference", "CONFERENCE", ["(?<!on the )Yalta Conference"]),
  gathering("malta-conference", "Malta Conference", "CONFERENCE", ["Malta Conference"]),
  gathering("cairo-conference", "Cairo Conference", "CONFERENCE", ["Cairo Conference"]),
  gathering("potsdam-conference", "Potsdam Conference", "CONFERENCE", ["Potsdam Conference"]),
  gathering("peacemakers-summit", "Summit of the Peacemakers", "SUMMIT", ["Summit of the Peacemakers"]),
  gathering("trilateral-summit", "Summit of three leaders", "SUMMIT", ["Trilateral Summit"]),
  gathering("middle-east-summit", "Summit on the Middle East", "SUMMIT", ["Middle East Summit"]),
  gathering("africa-business-summit", "Business summit of the United States and Africa", "CONFERENCE", [
    "United States-Africa Business Summit",
  ]),
  gathering("central-asia-summit", "Summit of the United States and Central Asia", "SUMMIT", [
    "C5\\+1 Presidential Summit",
  ]),
  gathering("democratic-pakistan-summit", "Summit of the Friends of Democratic Pakistan", "SUMMIT", [
    "Friends of Democratic Pakistan Summit",
  ]),
  gathering("drug-summit", "Summit on the control of drugs", "SUMMIT", ["Drug Summit"]),
  gathering("african-leaders-ebola-meeting", "Meeting with African leaders on Ebola", "CONFERENCE", [
    "Africa Leaders Ebola Meeting",
  ]),
  gathering("caribbean-leaders-conference", "Conference of Caribbean leaders", "CONFERENCE", [
    "Caribbean Leaders Conference",
    "CARICOM working luncheon",
  ]),
  gathering("san-francisco-conference", "Conference of the United Nations at San Francisco", "CONFERENCE", [
    "United Nations Conference in San Francisco",
  ]),
  gathering("panama-canal-treaty-signing", "Signing of the treaty on the Panama Canal", "CEREMONY", [
    "signing of the Panama Canal Treaty",
  ]),
  gathering("un-anniversary-dinner", "Dinner on an anniversary of the United Nations", "CEREMONY", [
    "White House dinner on \\d+th Anniversary of the U\\.?N",
  ]),
  gathering("holocaust-museum-dedication", "Dedication of the Holocaust Memorial Museum", "CEREMONY", [
    "dedication of the Holocaust Memorial Museum",
  ]),
  gathering("nato-accession-ceremony", "Ceremony of accession to NATO", "CEREMONY", ["NATO Accession ceremony"]),
  gathering("nato-russia-founding-act", "Signing of the founding act of NATO and Russia", "CEREMONY", [
    "NATO-Russia Founding Act",
  ]),
  gathering("inauguration", "Inauguration of a president", "CEREMONY", [
    "inauguration of (?:the )?(?:new )?President",
    "inaugurations? of (?:\\w+ ){0,2}President",
  ]),
];

function gathering(slug: string, name: string, kind: Gathering["kind"], patterns: string[]): Known {
  return { slug, name, kind, pattern: new RegExp(patterns.join("|"), "i") };
}

const funeral =
  /\b(?:funerals?|memorial services?)(?: ceremon(?:y|ies))? (?:of|for) (?:the late )?(?:[Ff]ormer )?((?:\p{Lu}[\p{L}’'.-]*|de|von)(?: (?:\p{Lu}[\p{L}’'.-]*|de|von|bin))*)|\b(?!Attended|State)((?:\p{Lu}\p{L}+ )?\p{Lu}\p{L}+) (?:Memorial Service|funeral)/u;
const regnal = / [IVX]+$/;

/** What goes before the name of a gathering when somebody took part in it, and what goes before when it is only spoken of. */
const attended =
  /\b(?:attend\w*|participat\w*|acc\w*ompan\w*|join\w*|support\w*|address\w*|led|part of|part in|hosted|co-chaired|represent\w*|met with [^.;]* (?:at|during|alongside|for)|signed|sign|guest|opened)\b/i;
const spokenOf =
  /\b(?:en route|brief\w*|prepar\w*|before|prior|discuss\w*|planning|arrang\w*|agenda|after|returning|coinciding|consult\w*|follow-?up|on the eve|invitation)\b/i;

/**
 * The gatherings that a text says somebody took part in.
 * Each id depends on the record alone: on the gathering, the country and the middle day of the span, as arrivals and
 * departures differ and middles fall into one month more often than beginnings.
 */
export function gatheringsIn(text: string, country: CountryEntry, span: Span | null): Gathering[] {
  if (span === null) return [];
  const found = new Map<string, Gathering>();
  for (const sentence of sentencesOf(text))
    for (const each of namedIn(sentence)) {
      const id = `meeting:${each.slug}-${codeOf(country)}-${span.month}`;
      found.set(id, { id, name: `${each.name} in ${nameInText(country)}, ${span.monthInWords}`, kind: each.kind });
    }
  return [...found.values()];
}

/** Whether a text tells of more than gatherings: of a visit, or of something done besides. */
export function tellsOfMore(text: string): boolean {
  return sentencesOf(text).some(
    (sentence) => !isAside(sentence) && (namedIn(sentence).length === 0 || more.test(sentence)),
  );
}

const more =
  /\b(?:met|meet|meetings? with|discuss\w*|(?:state|official|working|private|informal) visit|talks|conferr\w*|signed|addressed|vacation\w*|visited|took part in)\b/i;

// When somebody came and left, and in what capacity.
function isAside(sentence: string): boolean {
  return /^(?:left|returned|departed|arrived|\[|in U\.S\.|present were)/i.test(sentence);
}

// A point ends a sentence when it follows a longer word.
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[\p{Ll}\d)”"’]{2}[.;])\s+|;\s+/u).filter((each) => each !== "");
}

function namedIn(sentence: string): Pick<Known, "slug" | "name" | "kind">[] {
  const found: Pick<Known, "slug" | "name" | "kind">[] = known.filter(({ pattern }) => takesPart(sentence, pattern));
  const [, titled, plain] = takesPart(sentence, funeral) ? (funeral.exec(sentence) ?? []) : [];
  const written = titled ?? plain;
  if (written !== undefined) {
    // By the last name alone, as records write it with and without the first one; regnal names as a whole.
    const { name } = readPerson(written.replace(/[.’']+s?$/, ""));
    const called = regnal.test(name) ? name : name.split(" ").at(-1)!;
    found.push({ slug: `memorial-${slugOf(called)}`, name: `Ceremony in memory of ${called}`, kind: "CEREMONY" });
  }
  return found;
}

function takesPart(sentence: string, pattern: RegExp): boolean {
  const at = sentence.search(pattern);
  if (at < 0) return false;
  const before = sentence.slice(0, at);
  if (spokenOf.test(before)) return false;
  return attended.test(before) || /^\W*(?:(?:the|a|First|Second|Third|\d+\w*|and|summit) )*$/i.test(before);
}
