/** What the notes of an appointment tell, in a few words of our own: how it ended, what came of it, how it began. */

type Status = "SERVED" | "ACTING" | "NOT_CONFIRMED" | "REJECTED" | "NOT_ACTED_ON" | "DID_NOT_SERVE" | "DECLINED";

type Table<Word extends string> = readonly (readonly [RegExp, Word])[];

/** Titles of those who do the duties of an office without holding it. */
const actingTitles = ["charge-daffaires-ad-interim", "charge-daffaires-pro-tem", "acting-principal-officer"];

/** Whether a title of a chief of mission, by its id, is that of one who acts for another. */
export function isActing(title: string): boolean {
  return actingTitles.includes(title);
}

// The first that fits counts.
const ends: Table<string> = [
  [/assassinat/i, "Assassinated"],
  [/^died at post/i, "Died at post"],
  [/^died\b/i, "Died in office"],
  [/persona non grata/i, "Declared persona non grata"],
  [/(?:recall|departure) requested/i, "Recall requested by the host government"],
  [/declared war/i, "War declared"],
  [/severed|broke relations/i, "Relations severed"],
  [
    /interrupted|suspended political|relations were suspended|(?:further|no) (?:dealings|relations)/i,
    "Relations interrupted",
  ],
  [/position (?:abolished|eliminated)|\bACDA\b|withdrew from/i, "Office abolished"],
  [/annexed|ceased to exist|absorbed|incorporated into|assumed direction/i, "Host state dissolved"],
  [/forces occupied|in anticipation of german|government of .* transferred/i, "Host government displaced"],
  [
    /closed|suspended operations|were withdrawn|embassy .* terminated|in England terminated|closing of/i,
    "Mission closed",
  ],
  [/recess appointment expired/i, "Recess appointment expired"],
  [/promoted|presented credentials as/i, "Promoted"],
  [/recommissioned|reaccredited|reappointed|title changed/i, "Recommissioned"],
  [/^(?:became|appointed) (?:acting|director)/i, "Moved to another office"],
  [/superseded|relieved|successor had been appointed/i, "Superseded"],
  [/resign/i, "Resigned"],
  [/(?:appointment|appointed|assignment) (?:terminated|revoked)/i, "Appointment terminated"],
  [/relinquished charge/i, "Relinquished charge"],
  [/presented recall|recall presented/i, "Presented recall"],
  [/transmitted recall|recall transmitted/i, "Transmitted recall by note"],
  [/farewell|final interview/i, "Took leave of the host government"],
  [/^recalled/i, "Recalled"],
  [/mission terminated|termination of his mission|considered his mission|functions .* ceased/i, "Mission terminated"],
  [/^(?:notified|informed)|requested passports/i, "Gave notice of departure"],
  [/^(?:left|departed|went on leave)\b|\bleft (?:post|tunis)\b/i, "Left post"],
];

/** How an appointment ended, by the note beside its end: `Left post`. Undefined when the note doesn't tell. */
export function endReasonOf(note: string): string | undefined {
  return wordOf(ends, note);
}

// What the last body to decide did comes first, then what the person did.
const outcomes: Table<Status> = [
  [/\bdeclined (?:this )?appointment\b/i, "DECLINED"],
  [/\brejected\b|\bwithdrawn\b/i, "REJECTED"],
  [/before the senate confirmed/i, "NOT_CONFIRMED"],
  [
    /tabled|returned (?:by|to|without|after)|not (?:been )?acted (?:up)?on|no final action|not submitted/i,
    "NOT_ACTED_ON",
  ],
  [/not confirmed|nomination superseded/i, "NOT_CONFIRMED"],
  [
    /did not (?:serve|proceed|present|go|take|return)|not to have served|\bdied\b|cancel|revoked|not commissioned|without presenting|had not presented|not (?:formally|officially)? ?received|no record has been found|dissolved before/i,
    "DID_NOT_SERVE",
  ],
  [/\bacting (?:director|under secretary|assistant secretary|legal adviser)/i, "ACTING"],
];

/** What came of a nomination, by the note of its record. Undefined when the note doesn't tell. */
export function outcomeOf(note: string): Status | undefined {
  return wordOf(outcomes, note);
}

const recess = /(?:during|in) (?:a )?recess of (?:the )?Senate|under recess appointment/i;

const circumstances: Table<string> = [
  [recess, "Commissioned in a recess of the Senate"],
  [/desi?gn?ated, (?:but )?not commissioned|but not commissioned at that time/i, "Designated without a commission"],
  [/off?icially recogn|officailly recogn|formally recognized/i, "Officially recognised"],
  [/(?:formally|officially|official) received|received by/i, "Formally received"],
  [/transmitted credentials|credentials transmitted/i, "Credentials sent in writing"],
  [/(?:assumed|entered on) (?:charge|duty)/i, "Entered on duty without credentials"],
  [/(?:embassy|legation)\b.*(?:re-?established|reopened|opened|established)/i, "Mission opened or reopened"],
  [/did not present credentials/i, "Did not present credentials"],
];

/** How an appointment began or was held, by all notes of its record; undefined when they tell nothing of it. */
export function circumstancesOf(notes: string[]): string | undefined {
  const told = circumstances.filter(([pattern]) => notes.some((note) => pattern.test(note))).map(([, word]) => word);
  return told.length > 0 ? told.join("; ") : undefined;
}

/** Whether a note beside the start means the beginning of duty, and not a presentation of credentials. */
export function isEntryOnDuty(note: string): boolean {
  return /assumed charge|entered on duty|(?:embassy|legation)\b.*(?:established|opened)|not given new credentials|^commissioned|^designated/i.test(
    note,
  );
}

function wordOf<Word extends string>(table: Table<Word>, note: string): Word | undefined {
  return table.find(([pattern]) => pattern.test(note))?.[1];
}
