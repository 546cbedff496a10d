/** Lower case without accents, in TypeScript and Cypher: how texts are compared, sorted and searched. */

/** Lower case without accents: `Bárcena` to `barcena`. */
export function fold(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * The combining marks that `folded` removes: those of languages in Latin script.
 * Cypher has no character classes, so each is listed (Unicode, "Combining Diacritical Marks").
 */
export const marks: readonly string[] = [
  ...Array.from({ length: 13 }, (_, index) => 0x300 + index),
  0x31b,
  ...Array.from({ length: 6 }, (_, index) => 0x323 + index),
  0x32d,
  0x32e,
  0x331,
].map((code) => String.fromCodePoint(code));

/** The same in Cypher, of an expression; the query needs `$marks`. */
export function folded(expression: string): string {
  return `reduce(text = normalize(toLower(${expression}), NFD), mark IN $marks | replace(text, mark, ""))`;
}
