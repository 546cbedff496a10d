/** Lower case without accents, in TypeScript and Cypher, and words: how texts are compared, sorted and searched. */

/** Lower case without accents, ligatures and kinds of apostrophe, hyphen and space: `Bárcena` to `barcena`, `Łódź` to `lodz`. */
export function fold(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  const plain = text.toLowerCase().normalize("NFKD").replace(foldable, "");
  return plain.replace(others, (letter) => letters[letter]!);
}

/**
 * The combining marks of languages in Latin, Greek and Cyrillic script (Unicode, "Combining Diacritical Marks"), and what
 * Arabic and Hebrew mostly leave out: vowels, the hamza on a letter, the lengthened line.
 */
const marks = [
  ...Array.from({ length: 13 }, (_, index) => 0x300 + index),
  0x31b,
  ...Array.from({ length: 6 }, (_, index) => 0x323 + index),
  0x32d,
  0x32e,
  0x331,
  ...Array.from({ length: 11 }, (_, index) => 0x64b + index),
  0x670,
  0x640,
  ...Array.from({ length: 13 }, (_, index) => 0x5b0 + index),
  0x5c1,
  0x5c2,
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
  ς: "σ",
  "’": "'",
  "‘": "'",
  ʼ: "'",
  "՚": "'",
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

/** The same in Cypher, of an expression; the query needs `$folds`. Most texts are ASCII, and need no replacing. */
export function folded(expression: string): string {
  return `CASE WHEN ${expression} =~ '[ -~]*' THEN toLower(${expression}) ELSE reduce(text = normalize(toLower(${expression}), NFKD), fold IN $folds | replace(text, fold[0], fold[1])) END`;
}

const segmenter = new Intl.Segmenter("en", { granularity: "word" });
const letterByLetter = new Intl.Segmenter("en", { granularity: "grapheme" });
/** Scripts without spaces between words, in which each letter counts as a word. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const plainWords = /^(?:[A-Za-z0-9]|[ ();:-]|[,.](?= |$))*$/;

/** The words of a text, folded, with their positions in its composed form (NFC). Boundaries follow Unicode's annex 29. */
export function wordsIn(text: string): { word: string; start: number; end: number }[] {
  // The usual case, many times as fast.
  if (plainWords.test(text))
    return [...text.matchAll(/[A-Za-z0-9]+/g)].map(({ 0: word, index }) => ({
      word: word.toLowerCase(),
      start: index,
      end: index + word.length,
    }));
  return [...segmenter.segment(text.normalize("NFC"))].flatMap(({ segment, index, isWordLike }) => {
    if (!isWordLike) return [];
    const parts = unspaced.test(segment) ? [...letterByLetter.segment(segment)] : [{ segment, index: 0 }];
    return parts.map((part) => ({
      word: fold(part.segment),
      start: index + part.index,
      end: index + part.index + part.segment.length,
    }));
  });
}

/** The words of a text, as the index of searches has them. */
export function wordsOf(text: string): string {
  return wordsIn(text)
    .map(({ word }) => word)
    .join(" ");
}
