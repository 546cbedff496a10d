/** Names in the Factbook: the name a person is called by is in capitals, `Andres Manuel LOPEZ OBRADOR`. */

/** A name in normal case. */
export interface FactbookName {
  name: string;
  /** The part in capitals; null if none or all is, and for a monarch's name. */
  familyName: string | null;
  /** The name as written. */
  given: string;
  /** The index of the first word after it. */
  end: number;
}

/** Words in capitals that aren't names. */
const abbreviations = new Set(
  "US UN UK EU PM CEO JP NATO FAX NW DC AIT TECRO HKETO CMG OBE CBE KCMG MBE KBE LVO QSO AC DSC QC GCMG CVO SAC CNSP SPOE OEVP USA UAE ROC GNU".split(
    " ",
  ),
);

const numerals = new Set("I II III IV V VI VII VIII IX X XIII XIV XV XVI".split(" "));

/** Small words within names; lower case except at the beginning. */
const particles = new Set(
  "de da do dos das del della di la las los du des der den van von ter ten e y i bin ibn ibni bint binti lat ould al el ul ur zu af av wa bte te".split(
    " ",
  ),
);

/** Whether a word is in capitals, except for a prefix such as `Mc`, `al-`, `O'`. */
export function inCapitals(word: string): boolean {
  const bare = word.replace(/[.,"]/g, "");
  if (abbreviations.has(bare) || numerals.has(bare)) return false;
  return bare
    .split("-")
    .some((part) =>
      /^(?:\p{Lu}\p{Ll}{1,2})?\p{Lu}{2,}$/u.test(part.replace(/['`ʻ’]\p{Ll}?$|['`ʻ’]/gu, "").normalize("NFC")),
    );
}

/**
 * Reads the name at the beginning of a line.
 * @returns undefined when there is no name.
 */
export function factbookName(line: string[], from: number, monarch: boolean): FactbookName | undefined {
  let end = from;
  while (end < line.length && goesOn(line[end]!, line[end - 1], end > from)) end += 1;
  while (end > from && particles.has(line[end - 1]!)) end -= 1;
  const found = line.slice(from, end).map((word) => word.replace(/,$/, ""));
  const words = found.filter((word) => !/^["“].*["”]$/.test(word) && word !== "Dr.");
  if (words.length === 0 || !words.some((word) => /\p{L}{2}/u.test(word))) return undefined;
  const capitals = words.map(inCapitals);
  const first = capitals.indexOf(true);
  const written = words.map((word, index) =>
    capitals[index] ? normalCase(word, index > first) : small(word, index, first),
  );
  return {
    name: written.join(" "),
    familyName: monarch ? null : familyOf(written, capitals),
    given: found.join(" "),
    end,
  };
}

function goesOn(word: string, before: string | undefined, inside: boolean): boolean {
  if (inside && before?.endsWith(",")) return /^(?:Jr|Sr)\.?,?$/.test(word);
  const bare = word.replace(/,$/, "");
  if (abbreviations.has(bare)) return false;
  if (/^["“][^"”]*["”]$/.test(bare)) return true;
  return (
    /^['‘ʻ`]?\p{Lu}/u.test(bare) ||
    particles.has(bare) ||
    /^(?:al|el|ad|an|ar|as|at|az|bin|d|l|ibn)[-'’]\p{L}/u.test(bare)
  );
}

// A particle in capitals, too short to distinguish from initials: `Antonio E SILVA`.
function small(word: string, index: number, first: number): string {
  return first >= 0 && index > first && (word === "E" || word === "Y") ? word.toLowerCase() : word;
}

function normalCase(word: string, inner: boolean): string {
  if (inner && particles.has(word.toLowerCase())) return word.toLowerCase();
  const scottish = /^MC\p{Lu}{3,}$/u.test(word) ? `Mc${word.slice(2)}` : word;
  return scottish.replace(/\p{Lu}[\p{Lu}'`ʻ’]+/gu, (run) => {
    const [, beginning = "", rest = run] = /^(\p{Lu}['`ʻ’])(?=\p{Lu}{2})(.*)$/u.exec(run) ?? [];
    return beginning + rest.charAt(0) + rest.slice(1).toLowerCase();
  });
}

function familyOf(written: string[], capitals: boolean[]): string | null {
  const first = capitals.indexOf(true);
  if (first < 0 || (written.length > 1 && capitals.every(Boolean))) return null;
  let last = first;
  while (last + 1 < capitals.length) {
    const joined = !capitals[last + 1] && /^(?:e|y|i)$/.test(written[last + 1]!) && capitals[last + 2] === true;
    if (!capitals[last + 1] && !joined) break;
    last += joined ? 2 : 1;
  }
  return written.slice(first, last + 1).join(" ");
}
