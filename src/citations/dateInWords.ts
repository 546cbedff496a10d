/** Dates as footnotes print them, where they aren't a plain day, month or year: `ca. 1984`, `spring 2001`, `before 1900`. */
import { readEdtf } from "../graph/edtf.ts";
import { months } from "../graph/english.ts";

const seasons: Record<string, string> = { 21: "spring", 22: "summer", 23: "autumn", 24: "winter" };

/** An EDTF date in words, with no day that isn't in it. */
export function dateInWords(edtf: string): string {
  const ends = edtf.split("/");
  if (ends.length === 2) {
    const [from, until] = ends.map((each) => (each === "" || each === ".." ? null : one(each)));
    if (from === null && until === null) return "undated";
    if (from === null) return `until ${until}`;
    if (until === null) return `since ${from}`;
    return `${from} to ${until}`;
  }
  const choice = /^\[([^.[\]]+)\]$/.exec(edtf)?.[1];
  return choice === undefined
    ? one(edtf)
    : choice
        .split(",")
        .map((each) => one(each.trim()))
        .join(" or ");
}

function one(edtf: string): string {
  const [, date, sign = ""] = /^(.*?)([?~%]?)$/.exec(edtf) as unknown as [string, string, string?];
  const words = plain(date);
  return `${sign === "~" || sign === "%" ? "ca. " : ""}${words}${sign === "?" || sign === "%" ? "?" : ""}`;
}

function plain(date: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date) ?? [];
  if (year !== undefined) {
    if (month === undefined) return String(Number(year));
    if (seasons[month]) return `${seasons[month]} ${Number(year)}`;
    const name = months[Number(month) - 1];
    if (name) return day === undefined ? `${name} ${Number(year)}` : `${name} ${Number(day)}, ${Number(year)}`;
  }
  return /^\d{3}X$/.test(date) ? `${date.slice(0, 3)}0s` : between(date);
}

function between(date: string): string {
  const { firstDay, lastDay } = readEdtf(date);
  if (firstDay === null || lastDay === null) return date;
  const isWhole = firstDay.endsWith("-01-01") && lastDay.endsWith("-12-31");
  const [from, until] = [firstDay, lastDay].map((each) => plain(isWhole ? each.slice(0, 4) : each));
  return from === until ? from! : `between ${from} and ${until}`;
}
