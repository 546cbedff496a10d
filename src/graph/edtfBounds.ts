/**
 * The first and the last day that an EDTF date can mean (Library of Congress, 2019: levels 0, 1 and 2). Our own, since the
 * library counts days that don't exist, takes southern seasons for northern ones, and expands sets day by day.
 */

/** `YYYY-MM-DD`; null on a side that is open or unknown. */
export interface Bounds {
  firstDay: string | null;
  lastDay: string | null;
}

const none: Bounds = { firstDay: null, lastDay: null };

/**
 * @param text an EDTF date, interval or set.
 * @throws Error that says why it isn't one, or has no days between the years 0 and 9999.
 */
export function boundsOfEdtf(text: string): Bounds {
  const set = /^([[{])(.+)([\]}])$/.exec(text);
  if (set) {
    if ((set[1] === "[") !== (set[3] === "]")) throw new Error("its brackets differ");
    const members = set[2]!.split(",").map((each) => each.trim());
    if (
      members.some(
        (each, index) => (each.startsWith("..") && index > 0) || (each.endsWith("..") && index < members.length - 1),
      )
    )
      throw new Error("only the first and the last date of a set may be open");
    return together(members.map(boundsOfMember));
  }
  const ends = text.split("/");
  if (ends.length === 1) return boundsOfDate(text);
  if (ends.length > 2) throw new Error("an interval has two ends");
  if (ends.every((end) => end === "" || end === "..")) throw new Error("an interval has at least one end");
  const isOpen = (end: string): boolean => end === "" || end === "..";
  const [first, last] = ends.map((end) => (isOpen(end) ? none : boundsOfDate(end))) as [Bounds, Bounds];
  return inOrder({ firstDay: first.firstDay, lastDay: last.lastDay });
}

function inOrder(bounds: Bounds): Bounds {
  const { firstDay, lastDay } = bounds;
  if (firstDay !== null && lastDay !== null && firstDay > lastDay) throw new Error("it ends before it begins");
  return bounds;
}

/** A member of a set: a date, or a range of dates, which may be open at the beginning and end of the set. */
function boundsOfMember(text: string): Bounds {
  const range = /^(.*?)\.\.(.*)$/.exec(text);
  if (!range) return boundsOfDate(text);
  const [from, until] = [range[1]!, range[2]!].map((end) => (end === "" ? none : boundsOfDate(end)));
  if (from === none && until === none) throw new Error("a range in a set has at least one end");
  return inOrder({ firstDay: from!.firstDay, lastDay: until!.lastDay });
}

function together(members: Bounds[]): Bounds {
  const most = (side: keyof Bounds, isBetter: (day: string, than: string) => boolean): string | null =>
    members
      .map((member) => member[side])
      .reduce((best, day) => (best === null || day === null ? null : isBetter(day, best) ? day : best));
  return {
    firstDay: most("firstDay", (day, than) => day < than),
    lastDay: most("lastDay", (day, than) => day > than),
  };
}

const time = String.raw`T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?`;
const mark = "[?~%]?";
const dated = new RegExp(
  `^${mark}(-?[\\dX]{4})(?:S(\\d))?${mark}(?:-${mark}([\\dX]{2})${mark}(?:-${mark}([\\dX]{2})${mark}(${time})?)?)?$`,
);

function boundsOfDate(text: string): Bounds {
  if (text.startsWith("Y")) throw new Error("its year is written for more than four digits: years are 0000 to 9999");
  const parts = dated.exec(text);
  if (!parts) throw new Error(`"${text}" is no year, month, day, season, interval or set`);
  const [, year, digits, month, day] = parts as unknown as [string, string, string?, string?, string?];
  if (year.startsWith("-")) throw new Error("it is before the year 0000");
  if (digits !== undefined) return significant(year, Number(digits), month);
  if (year === "XXXX") {
    if (firstIn("2000", month, day, 1) === undefined) throw new Error("there is no such day");
    return none;
  }
  if (month !== undefined && /^(?:2[1-9]|3\d|4[01])$/.test(month)) return ofSeason(year, Number(month), day);
  const [first, last] = [firstIn(year, month, day, 1), firstIn(year, month, day, -1)];
  if (first === undefined || last === undefined) throw new Error("there is no such day");
  return { firstDay: first, lastDay: last };
}

/** `1950S2`: a year of which so many digits are known. */
function significant(year: string, digits: number, month: string | undefined): Bounds {
  if (month !== undefined || year.includes("X") || digits < 1 || digits > 4)
    throw new Error("only a year of four digits has significant digits, one to four");
  return boundsOfDate(year.slice(0, digits).padEnd(4, "X"));
}

/** The months in which each season, quarter, half or third of a year begins and ends; past December, those of the next year. */
const seasons: Record<number, [first: number, last: number]> = {
  ...Object.fromEntries([21, 25, 31].map((code) => [code, [3, 5]])),
  ...Object.fromEntries([22, 26, 32].map((code) => [code, [6, 8]])),
  ...Object.fromEntries([23, 27, 29].map((code) => [code, [9, 11]])),
  ...Object.fromEntries([24, 28, 30].map((code) => [code, [12, 14]])),
  ...Object.fromEntries([33, 34, 35, 36].map((code, index) => [code, [index * 3 + 1, index * 3 + 3]])),
  ...Object.fromEntries([37, 38, 39].map((code, index) => [code, [index * 4 + 1, index * 4 + 4]])),
  ...Object.fromEntries([40, 41].map((code, index) => [code, [index * 6 + 1, index * 6 + 6]])),
};

function ofSeason(year: string, code: number, day: string | undefined): Bounds {
  if (day !== undefined) throw new Error("a season has no days");
  const [first, last] = seasons[code]!;
  const [low, high] = [Number(year.replaceAll("X", "0")), Number(year.replaceAll("X", "9")) + (last > 12 ? 1 : 0)];
  if (high > 9999) throw new Error("it ends after the year 9999");
  const month = ((last - 1) % 12) + 1;
  return { firstDay: written(low, first, 1), lastDay: written(high, month, daysIn(high, month)) };
}

/**
 * The first day that fits, by going through years, months and days, or the last if they are gone through backwards.
 * @returns undefined when none fits.
 */
function firstIn(year: string, month = "XX", day = "XX", step: 1 | -1): string | undefined {
  for (const y of fitting(year, 0, 9999, step))
    for (const m of fitting(month, 1, 12, step))
      for (const d of fitting(day, 1, daysIn(y, m), step)) return written(y, m, d);
  return undefined;
}

function* fitting(mask: string, from: number, until: number, step: 1 | -1): Generator<number> {
  if (!mask.includes("X")) {
    const value = Number(mask);
    if (from <= value && value <= until) yield value;
    return;
  }
  const pattern = new RegExp(`^${mask.replaceAll("X", "\\d")}$`);
  for (let value = step > 0 ? from : until; value >= from && value <= until; value += step)
    if (pattern.test(String(value).padStart(mask.length, "0"))) yield value;
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function written(year: number, month: number, day: number): string {
  return [String(year).padStart(4, "0"), ...[month, day].map((each) => String(each).padStart(2, "0"))].join("-");
}
