/** Slugs: the part of an id after the colon. */
import anyAscii from "any-ascii";

/**
 * Lower case, without accents, words joined by hyphens: `Peña Nieto` to `pena-nieto`. Other scripts are transliterated,
 * so that no letter disappears: `김대중` to `gimdaejung`, `Владимир Путин` to `vladimir-putin`.
 */
export function slugOf(text: string): string {
  const latin = text
    .normalize("NFKD")
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu, "")
    .normalize("NFC")
    .replace(/[øØ]/g, "o")
    .replace(/[đĐ]/g, "d");
  return anyAscii(latin)
    .replace(/['’‘ʼ`]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}
