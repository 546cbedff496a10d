/** The kind of event of a journey's record, from its words. */

/** A kind, its confidence, and how it was read. */
export interface ReadKind {
  kind: string;
  confidence: number;
  note: string;
}

const byItsName = "by the words that name it";

/** Kinds that the words name, most important first. */
const named: [kind: string, pattern: RegExp, confidence: number, note: string][] = [
  ["STATE_VISIT", /(?<!(?:’s|'s|arrangements for|preparations for) )\bstate visit\b/i, 0.9, byItsName],
  ["OFFICIAL_VISIT", /\b(?<!Un)(?:official|offical|goodwill|good will|ceremonial) visit\b/i, 0.9, byItsName],
  ["OFFICIAL_WORKING_VISIT", /\bofficial working visit\b/i, 0.9, byItsName],
  ["WORKING_VISIT", /\bworking (?:visit|meeting|session)\b/i, 0.9, byItsName],
  ["PRIVATE_VISIT", /\b(?:private|unofficial|personal) visit\b|(?<!en route to )\bvacation/i, 0.85, byItsName],
  ["INFORMAL_VISIT", /\binformal(?:,)? (?:visit|meeting)|\bcourtesy (?:visit|call)\b/i, 0.9, byItsName],
];

/** Kinds that follow from the activities, if the words name none. */
const done: [kind: string, pattern: RegExp][] = [
  [
    "CEREMONY",
    /\b(?:inaugurations?|inaugural|funerals?|memorial services?|coronation|wedding|enthronement|installation|dedicat\w+|commemorat\w+|anniversary|signing ceremony)\b/i,
  ],
  ["SUMMIT", /\bsummit\b/i],
  [
    "CONFERENCE",
    /\b(?:conference|ministerial|foreign ministers|council|general assembly|forum|session of|commission|delegation to|dialogue|consultations?|consultative)\b/i,
  ],
];

const onTheWay = /^(?:(?:brief|refueling|rest) )?stop|\ben route\b|\bin transit\b/i;

/**
 * The kind of the event.
 * @param talks whether the record names somebody who was met.
 * @returns null when the words don't say.
 */
export function kindOf(text: string, talks: boolean): ReadKind | null {
  for (const [kind, pattern, confidence, note] of named) if (pattern.test(text)) return { kind, confidence, note };
  if (onTheWay.test(text)) return { kind: "TRANSIT", confidence: 0.7, note: "a stop on the way" };
  if (talks) return { kind: "TALKS", confidence: 0.75, note: "officials of other states were met" };
  for (const [kind, pattern] of done)
    if (pattern.test(text)) return { kind, confidence: 0.7, note: "by what was done" };
  return /\b(?:met|meetings?|discuss\w*|conferr\w*|consult\w*|talks|briefed|negotiat\w*)\b/i.test(text)
    ? { kind: "TALKS", confidence: 0.65, note: "by what was done" }
    : null;
}

const workOfAnyKind =
  /\b(?:met|meet\w*|discuss\w*|confer\w*|consult\w*|brief\w*|address\w*|visited|attend\w*|participat\w*|dedicat\w*|sign\w*|inspect\w*|talks|greet\w*|ceremon\w*|accompan\w*|delivered|join\w*|informal visit|official visit|reviewed|received)\b/i;

/** Words for what is no meeting: a night, a change of ship, and one's own troops. */
const onlyStayed =
  /\b(?:overnight(?: stop| stay)?|re-?embark\w*|(?:dis)?embarked|(?:brief |refueling |rest )?stop(?:ped)?(?:over)?|rested|refuel\w*)\b/gi;
const ownTroops =
  /\b(?:visit\w*|met with|address\w*|inspect\w*|greet\w*|review\w*) (?:with )?(?:(?:the|U\.S\.|American|Allied|and|UN) )*(?:troops|military (?:personnel|forces|bases?|installations?|units?)|servicemen|service members|armed forces|sailors|marines|soldiers)\b[^.;]*/gi;

/** Why a journey isn't a meeting: a vacation, a stopover, a visit to one's own troops. Null if it is. */
export function reasonForNone(text: string, talks: boolean): string | null {
  if (talks) return null;
  const rest = text.replace(ownTroops, " ").replace(onlyStayed, " ");
  if (
    rest !== text &&
    !workOfAnyKind.test(rest) &&
    !/\p{L}{4,} \p{L}{4,} \p{L}{4,}/u.test(rest.replace(/\b(?:left|returned|arrived|departed)\b[^.;]*/gi, ""))
  )
    return text.search(ownTroops) >= 0 ? "a visit to one's own troops: no meeting" : "a stop on the way: no meeting";
  if (/\bvacation/i.test(text) && !workOfAnyKind.test(text)) return "a vacation: no meeting";
  if (
    /^(?:(?:brief|refueling|rest) )?(?:stop|rested\b)/i.test(text) &&
    !workOfAnyKind.test(text.replace(/\b(?:to|from|while|during|en route)\b.*$/, ""))
  )
    return "a stop on the way: no meeting";
  return null;
}
