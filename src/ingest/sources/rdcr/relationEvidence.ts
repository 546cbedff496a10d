/** The words by which a sentence shows that it tells of a change, by kind. */
import type { Kind } from "./relationKinds.ts";

interface Evidence {
  /** From the surest words to the least sure. */
  toldBy: RegExp[];
  /** A sentence that tells that it did not come about, or of another state. */
  doubted: RegExp;
}

const denied = /\b(?:not (?:recogni|establish|formally)|never|withh[eo]ld|refus\w+|declin\w+|without recogni\w+)/i;
const withAnother = /^(?!.*(?:United States|U\.S\.)).*relations with (?:the )?[A-Z]/;
const credentials = /\bpresent\w* (?:\w+ ){0,3}credentials\b/gi;

const evidence: Record<Kind, RegExp[]> = {
  RECOGNITION: [/\brecogni[sz]\w*|\brecognition\b/gi, /\baccept\w* the credentials\b|\bexequatur\b/gi],
  RELATIONS_OPENED: [
    /\brelations\b.*?\b(?:establish\w*|commenc\w*|began|inaugurat\w*)|\bestablish\w*.*?\brelations\b/gi,
    credentials,
  ],
  RELATIONS_SEVERED: [
    /\b(?:sever\w*|br(?:oke|oken|eak\w*)|interrupt\w*|suspend\w*|terminat\w*|ended|cessation)\b/gi,
    /\bdeclar\w+ (?:of )?war\b/gi,
    /\b(?:clos(?:ed|ing)|recalled|withdr\w+)\b/gi,
  ],
  RELATIONS_RESUMED: [
    /\b(?:re-?establish\w*|resum\w*|restor\w*|normaliz\w*|renew\w*)\b|\brelations\b.*?\bestablish\w*/gi,
    /\b(?:re-?open\w*|recogni[sz]ed)\b/gi,
    credentials,
  ],
  MISSION_RAISED: [/\b(?:elevat\w*|rais\w*|upgrad\w*|promot\w*)\b/gi, /\b(?:became|rank)\b/gi, credentials],
  MISSION_LOWERED: [/\b(?:downgrad\w*|reduc\w*|lower\w*|reclassif\w*)\b/gi],
  MISSION_OPENED: [
    /\b(?:re-?)?(?:establish\w*|open\w*)\b|\bresum\w*/gi,
    /\b(?:commenc\w*|inaugurat\w*)\b/gi,
    credentials,
    /\b(?:accredit\w*|received?|appoint\w*)\b/gi,
  ],
  MISSION_CLOSED: [/\b(?:clos\w*|suspend\w*|evacuat\w*|withdr\w*|terminat\w*|ceased?)\b/gi],
  MISSION_MOVED: [
    /\b(?:mov\w*|transferr\w*|return\w*|relocat\w*)\b/gi,
    /\b(?:re-?establish\w*|re-?open\w*|open\w*|establish\w*)\b/gi,
  ],
  CONSULATE_OPENED: [
    /\b(?:establish\w*|open\w*|commenc\w*|Earliest Date)\b/gi,
    /\b(?:appoint\w*|accredit\w*|recogni[sz]\w*|acknowledg\w*|named|became|confirmed|signed)\b/gi,
  ],
  CONSULATE_CLOSED: [/\bclos\w*/gi],
  TREATY: [/\b(?:sign\w*|concluded)\b/gi, /\b(?:exchang\w*|agree\w*|acced\w*)\b/gi],
  STATE_CHANGED: [
    /\b(?:joined|incorporat\w*|proclaim\w*|dissol\w*|annex\w*|became|unif\w*|unit\w*|transferr\w*|form\w*|establish\w*|merg\w*|separat\w*|seced\w*)\b/gi,
  ],
  OTHER: [
    /\b(?:recall\w*|expel\w*|declar\w*|kill\w*|assassinat\w*|sign\w*|terminat\w*|married|withdr\w*|reduc\w*)\b/gi,
    credentials,
    /\b(?:accredit\w*|appoint\w*|return\w*|received|interaction)\b/gi,
  ],
};

/** Kinds that a text can deny. */
const deniable: Kind[] = ["RECOGNITION", "RELATIONS_OPENED", "RELATIONS_RESUMED"];

/** How a sentence shows that it tells of a change of that kind. */
export function evidenceOf(kind: Kind): Evidence {
  return { toldBy: evidence[kind], doubted: deniable.includes(kind) ? denied : withAnother };
}
