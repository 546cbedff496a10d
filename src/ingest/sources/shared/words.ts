/** Splits texts into words with positions, for reading titles and names. */

/** A word or punctuation mark, with its position. */
export interface Word {
  text: string;
  start: number;
  end: number;
}

// A word may contain periods, hyphens and apostrophes: `J.M.G.M.`, `al-Sisi`, `O’Neill`.
const word = /[\p{L}\p{N}‘’'ʼ](?:[\p{L}\p{M}\p{N}.‘’'ʼ&-]*[\p{L}\p{M}\p{N}])?\.?|\S/gu;
const keepsPoint = /^(?:\p{Lu}|(?:\p{L}\.)+\p{L}|Dr|Mr|Mrs|Ms|Jr|Sr|St|Gen|Lt|Col|Maj|Brig|Adm)\.$/u;

/** The words of a text, in order; the period of a sentence and the possessive `’s` are separate. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: found, index } of text.matchAll(word)) {
    const possessive = /['’]s?\.?$/.exec(found);
    const pointed = found.endsWith(".") && found.length > 1 && !keepsPoint.test(found);
    const cut =
      possessive && found.length > possessive[0].length ? possessive.index : pointed ? found.length - 1 : found.length;
    words.push({ text: found.slice(0, cut), start: index, end: index + cut });
    if (cut < found.length) words.push({ text: found.slice(cut), start: index + cut, end: index + found.length });
  }
  return words;
}

/** The part of the text from one word up to another, exclusive. */
export function textBetween(text: string, words: Word[], from: number, to: number): string {
  return text.slice(words[from]!.start, words[to - 1]!.end);
}
