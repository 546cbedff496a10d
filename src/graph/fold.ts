/** Lower case without accents, in TypeScript and Cypher: how texts are compared, sorted and searched. */

/** Lower case without accents, ligatures and kinds of apostrophe, hyphen and space: `Bárcena` to `barcena`, `Łódź` to `lodz`. */
export function fold(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  const plain = text.toLowerCase().normalize("NFKD").replace(foldable, "");
  return plain.replace(others, (letter) => letters[letter]!);
}

/** The combining marks of languages in Latin, Greek and Cyrillic script (Unicode, "Combining Diacritical Marks"). */
const marks = [
  ...Array.from({ length: 13 }, (_, index) => 0x300 + index),
  0x31b,
  ...Array.from({ length: 6 }, (_, index) => 0x323 + index),
  0x32d,
  0x32e,
  0x331,
].map((code) => String.fromCodePoint(code));

/** Letters and signs that aren't a letter with a mark. As in the folding of the search index. */
const letters: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  ı: "i",
  ß: "ss",
  þ: "th",
  æ: "ae",
  œ: "oe",
  "’": "'",
  "‘": "'",
  ʼ: "'",
  "‐": "-",
  "–": "-",
};

const foldable = new RegExp(`[${marks.join("")}]`, "gu");
const others = new RegExp(`[${Object.keys(letters).join("")}]`, "gu");

/** What `folded` replaces by what: Cypher has no character classes, so each is listed. */
export const folds: readonly (readonly [from: string, to: string])[] = [
  ...marks.map((mark) => [mark, ""] as const),
  ...Object.entries(letters),
];

/** The same in Cypher, of an expression; the query needs `$folds`. */
export function folded(expression: string): string {
  return `reduce(text = normalize(toLower(${expression}), NFKD), fold IN $folds | replace(text, fold[0], fold[1]))`;
}
