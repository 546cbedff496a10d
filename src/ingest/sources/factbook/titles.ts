/** Titles as the Factbook writes them before a name: the words of offices, and what is to be left away. */

const words = (text: string): Set<string> => new Set(text.split(" "));

/** What makes an office, or shades one. */
const officeWords = words(
  "President Presidents President-elect Vice First Second Third Fourth Fifth Deputy Prime Minister Ministers Premier Premiers " +
    "Minister-President Chief Head Ambassador Ambassador-designate Ambassador-Designate Designate designate Charge Chargé d'Affaires " +
    "D'Affaires a.i. ad interim Acting acting Interim interim Caretaker Transitional Transition King Queen Emperor Sultan Amir Emir " +
    "Pope Prince Princess Crown Grand Duke Heir Apparent Lord Governor Governor-General Lieutenant Lieutenant-Governor " +
    "Minister-designate Minister-Designate Assistant Temporary transitional Chairpersons General-designate Commissioner Commissioner-designate Prefect Administrator Superior Chairman Chairwoman Chairperson Chair Chancellor Federal Secretary " +
    "Representative Permanent Consul Nuncio Apostolic Director Taoiseach Tanaiste Supreme Leader Captain Captains Regent " +
    "Regents Co-prince Coprince Co-Prince French Spanish Bailiff Mayor Premier Executive Senior Principal High Special Envoy " +
    "Commander Commander-in-Chief Counselor Counsellor Chief-of-Mission Minister-Counselor Co-Chief co-chiefs Paramount Ruler " +
    "General-elect State Speaker Member Members Overseer Envoy Officer Sovereign Ulu-o-Tokelau Elected First-Deputy Deputies " +
    "President-Elect Appointed suspended Overall Taliban Leading Cabinet CEO Chiefs ambassador president Mission Affairs Affaires d' Interest Section Legate Delegate " +
    "Generals General Governors Political Official official Lt-Governor prime minister deputy vice premier co-chief",
);

/** What an office is of, after "of", "to" or "for", or beside another such word. */
const objectWords = words(
  "state Spain Safeguard Territorial French Polynesia Pontifical Homeland Safeguarding transitional government Leadership Republic Islamic Afghanistan Swiss Confederation Commonwealth Australia China Government Council Councils Ministers Presidency New Zealand " +
    "Pitcairn Islands Mann State States Foreign Political and Affairs Armed Forces Sudanese Administration Presidential Sovereignty " +
    "Transitional Assembly National Parliament Workers Party Democratic People's Cabinet Finance Economy External Interior Defense Justice " +
    "Institutional Relations Executive Yuan Government-General UK United Kingdom Bahrain Malaysia Realm Norfolk Island Christmas Cocos Denmark " +
    "Netherlands Norway Overseas France Niue Council-of-Ministers Security Development Unity Peace Restoration Committee Commission Supreme Legislative " +
    "Constitutional Court House Representatives Chamber Deputies Senate Congress Libya Libyan House-of-Representatives Leadership High Judicial " +
    "Interests Section Mission Oman Union Region Autonomous Special Administrative Tokelau",
);

const joints = words("of the for to and in - / & on ,");

/** Ranks and forms of address between an office and a name; none of them is kept. */
const address = words(
  "Sir Dame Dr. Dr Mr. Mr Mrs. Mrs Ms. Ms Gen. Gen General Lt. Lt Col. Col Colonel Maj. Maj Major Brig. Brig Brigadier Adm. Adm " +
    "Admiral Rear Vice-Admiral Vice Air Vice-Marshal Vice-Marshall Marshal Marshall Field Archbishop Cardinal Bishop Msgr. Monsignor Sr. Capt. Captain " +
    "Cdre. Commodore Rev. Reverend Hon. Honorable Honourable Grand Right Rt. H.E. Prof. Professor Lieutenant Ret. ret. (Ret.) (ret.) Chief Eng. Engineer Cmdr. Cdr. Commander " +
    "Justice Judge Senior Staff Excellency S.E. His Her Royal Highness Retired retired CMG Flight",
);

/** A title before a name. */
export interface FactbookTitle {
  /** Without ranks: `Vice President`; null when there is none. */
  text: string | null;
  /** The index of the first word of the name. */
  end: number;
  /** It is that of several people: `Deputy Prime Ministers`. */
  plural: boolean;
}

/** Dignities that are given names too, where they follow an office. */
const givenNames = words("Sultan Amir Emir");

/** Words that end a title wherever they stand before a name in capitals: `Supreme People's Assembly President`. */
const heads =
  /^(?:President|Chairman|Chairwoman|Chairperson|Chairpersons|Chair|Minister|Ministers|Commissioner|Governor|Ambassador|Leader|Director|Administrator|Secretary|Speaker|Commander-in-Chief|members|Charge|d'Affaires),?$/;

/**
 * Reads the title that a line begins with.
 * @param line its words; the name begins where the title ends.
 * @param capitals the index of the first word in capitals, where a name surely is; -1 for none.
 */
export function factbookTitle(line: string[], capitals: number): FactbookTitle {
  const head = capitals < 0 ? -1 : line.slice(0, capitals).findLastIndex((word) => heads.test(word));
  let end = 0;
  let afterOf = false;
  const title: string[] = [];
  for (; end < line.length; end += 1) {
    const word = line[end]!.replace(/,$/, "");
    if (givenNames.has(word) && title.length > 0 && !/^(?:King|and)$/.test(title.at(-1)!)) break;
    if (end <= head || officeWords.has(word) || (afterOf && objectWords.has(word))) {
      if (end < head || !address.has(word) || isOffice(word, line, end)) title.push(line[end]!);
      // `Chairperson, Presidential Council`
      if (end >= head) afterOf ||= line[end]!.endsWith(",");
      continue;
    }
    const next = line
      .slice(end)
      .find((each) => !joints.has(each))
      ?.replace(/,$/, "");
    if (title.length > 0 && joints.has(word) && next && (officeWords.has(next) || objectWords.has(next))) {
      if (["of", "for", "to", "in"].includes(word)) afterOf = true;
      title.push(word);
      continue;
    }
    if (!address.has(word)) break;
  }
  const text = usual(title.join(" "));
  const plural = /\b(?:Ministers|Presidents|Premiers|Regents|Chairpersons|[Mm]embers|[Cc]o-chiefs)\b/.test(
    text.replace(/(?:Council|Cabinet) of Ministers/g, ""),
  );
  return { text: text === "" ? null : singular(text), end, plural };
}

// `General` is an office after `Governor` and a rank elsewhere; so with the others.
function isOffice(word: string, line: string[], at: number): boolean {
  const before = line[at - 1] ?? "";
  const after = line[at + 1] ?? "";
  if (word === "General") return /^(?:Acting|Governor|Consul|Secretary|Attorney)$/.test(before);
  if (word === "Lieutenant") return after === "Governor";
  if (word === "Captain" || word === "Captains") return /^Regents?$/.test(after);
  if (word === "Vice") return /^(?:Presidents?|Premiers?|Chair\w*|Prime|President-elect)$/.test(after);
  if (word === "Chief") return /^(?:Minister|Executive|of|Officer|Secretary)$/.test(after);
  if (word === "Commander") return after === "in";
  return word === "Grand" && after === "Duke";
}

/** What is amended in a title. */
const amended: [RegExp, string][] = [
  [/^and /, ""],
  [/^.*\bCharg(?:e|é|es|ée)\b.*$/, "Chargé d'Affaires"],
  [/^Lord of Mann\b.*$/, "Lord of Mann"],
  [/^(President|Ambassador) \1$/, "$1"],
  [/(Governor[- ]General)( of .*?)? Governor[- ]General$/, "$1$2"],
  // A dignity by birth is no part of an office.
  [/(?<=\p{L}) (?:Crown )?(?:Prince|Princess|Sultan|Amir|Sheikh|Grand)$/u, ""],
  [/\bPrime$/, "Prime Minister"],
  [/[\s,-]+(?:and|of|the|for|to|in)?$/, ""],
  [/^co-chiefs of state (?=Captain)/i, ""],
];

function usual(title: string): string {
  const text = amended.reduce((before, [found, instead]) => before.replace(found, instead), title).trim();
  return text.replace(/(?<![\p{L}'-])(?!d')\p{Ll}\p{L}*/gu, (word) =>
    joints.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
  );
}

function singular(title: string): string {
  return title.replace(
    /(?<!(?:Council|Cabinet) of )\b(Minister|President|Premier|Regent|Chairperson|Captain)s\b/g,
    "$1",
  );
}
