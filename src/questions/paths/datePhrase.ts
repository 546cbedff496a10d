/** Dates in the words of a sentence: `on 27 December 2023`, `from 31 May to 1 June 2012`. */
import { EDTFDate } from "../../graph/edtf.ts";
import { dateInWords } from "../../graph/english.ts";

/** An EDTF date in a sentence. Dates that aren't plain are given in brackets, unchanged. */
export function datePhrase(edtf: string): string {
  const [first, last] = edtf.split("/") as [string, string?];
  if (last === undefined) return single(first) ?? inBrackets(edtf);
  if (first === last) return datePhrase(first);
  const [from, until] = [plain(first), plain(last)];
  const [open, endless] = [/^(\.\.)?$/.test(first), /^(\.\.)?$/.test(last)];
  if (from && until) return `from ${shortened(from, until)} ${until}`;
  if (from && endless) return `from ${from}`;
  if (until && open) return `until ${until}`;
  return inBrackets(edtf);
}

function single(text: string): string | null {
  const words = plain(text);
  return words && `${/^\d{1,2} /.test(words) ? "on" : "in"} ${words}`;
}

/** `2023-12-27` to `27 December 2023`, `1984~` to `about 1984`; null for anything less plain. */
function plain(text: string): string | null {
  const [, year, month, day, doubt] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?([?~%]?)$/.exec(text) ?? [];
  if (year === undefined || Number(month ?? 1) > 12) return null;
  const words = dateInWords([year, month, day].filter(Boolean).join("-"));
  return doubt === "" ? words : `${doubt === "?" ? "perhaps" : "about"} ${words}`;
}

/** The first of two dates without the parts repeated in the second, plus the word between: `20 to`, `31 May to`. */
function shortened(from: string, until: string): string {
  const [one, other] = [from.split(" "), until.split(" ")];
  while (one.length > 1 && one.length === other.length && one.at(-1) === other.at(-1)) {
    one.pop();
    other.pop();
  }
  return `${one.join(" ")} to`;
}

function inBrackets(edtf: string): string {
  return `(${new EDTFDate(edtf).text})`;
}
