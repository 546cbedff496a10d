/** Uncertain dates: EDTF (Library of Congress, 2019; ISO 8601-2) strings with their first and last day. */
import { FuzzyDate } from "@edtf-ts/core";
import { GraphQLScalarType, Kind } from "graphql";
import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import { boundsOfEdtf, type Bounds } from "./edtfBounds.ts";
import { inputError } from "./errors.ts";

/**
 * Parses an EDTF string.
 * @returns the first and last possible day, `YYYY-MM-DD`; null on a side that is open or unknown.
 * @throws BAD_USER_INPUT when the text isn't EDTF or names a day that doesn't exist.
 */
export function readEdtf(text: string): { edtf: string } & Bounds {
  const known = read.get(text);
  if (known) return known;
  const found = { edtf: text, ...boundsOf(text) };
  if (read.size >= mostRemembered) read.clear();
  read.set(text, found);
  return found;
}

/** The day some days after another; before it if negative. @param day `YYYY-MM-DD`. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whether a date includes all of another: `1822` and `1822-12-12`. @param wider an EDTF date. @param narrower an EDTF date. @throws as readEdtf. */
export function contains(wider: string, narrower: string): boolean {
  const [a, b] = [readEdtf(wider), readEdtf(narrower)];
  return (a.firstDay ?? "") <= (b.firstDay ?? "") && (a.lastDay ?? "~") >= (b.lastDay ?? "~");
}

/** Whether two dates may have a day in common. @param one an EDTF date. @param other an EDTF date. @throws as readEdtf. */
export function overlap(one: string, other: string): boolean {
  const [a, b] = [readEdtf(one), readEdtf(other)];
  return (a.firstDay ?? "") <= (b.lastDay ?? "~") && (b.firstDay ?? "") <= (a.lastDay ?? "~");
}

/** Whether a text is EDTF. */
export function isEdtf(text: string): boolean {
  try {
    readEdtf(text);
    return true;
  } catch {
    return false;
  }
}

// Lists often repeat the same few dates.
const read = new Map<string, ReturnType<typeof readEdtf>>();
const mostRemembered = 10_000;

const longest = 60;

function boundsOf(text: string): Bounds {
  if (text.length > longest) throw notADate(text, "it is too long");
  try {
    return boundsOfEdtf(text);
  } catch (error) {
    throw notADate(text, (error as Error).message);
  }
}

function notADate(text: string, why: string): Error {
  return inputError(
    `${JSON.stringify(text.slice(0, longest))} is not a date: ${why}. ` +
      "Dates are EDTF, of the years 0 to 9999: 2023-12-27, 2024-01, 1847, 1984?, 199X, 2023-12-24/2023-12-27, 2021/.. (open end).",
  );
}

/** The scalar of dates in arguments. */
export const EDTF = new GraphQLScalarType({
  name: "EDTF",
  description:
    "An EDTF date (Extended Date/Time Format): a day `2023-12-27`, a month `2024-01`, a year `1847`, uncertain `1984?`, " +
    "a decade `199X`, an interval `2023-12-24/2023-12-27`, an open interval `2021/..`.",
  specifiedByURL: "https://www.loc.gov/standards/datetime/",
  serialize: String,
  parseValue: (value) => checked(value),
  parseLiteral: (node) => checked(node.kind === Kind.STRING ? node.value : undefined),
});

function checked(value: unknown): string {
  if (typeof value !== "string")
    throw inputError(`A date is a string in EDTF, such as "2023-12-27"; got ${typeof value}.`);
  return readEdtf(value).edtf;
}

/**
 * What the library writes in words: days, months and years from 100 on, perhaps uncertain, and their intervals. It would
 * expand the ranges of a set day by day, and take early years for those of the last century. Other dates are shown as they are.
 */
const one = String.raw`(?!00)\d{2}[\dX]{2}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?[?~%]?`;
const isForLibrary = new RegExp(`^(?:${one}|(?:${one}|\\.\\.)?/(?:${one}|\\.\\.)?)$`);

@ObjectType({
  simpleResolvers: true,
  description: "A date as the source gives it, possibly uncertain, with its first and last possible day.",
})
export class EDTFDate {
  @Field(() => EDTF, { description: "The date in EDTF: `2023-12-27`, `2024-01`, `1984?`, `2021/..`." })
  readonly edtf: string;

  constructor(edtf: string) {
    this.edtf = edtf;
  }

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "The first possible day. Null if the beginning is open or unknown.",
  })
  get firstDay(): string | null {
    return readEdtf(this.edtf).firstDay;
  }

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "The last possible day. Null if the end is open or unknown.",
  })
  get lastDay(): string | null {
    return readEdtf(this.edtf).lastDay;
  }

  @Field(() => String, { description: "The date in English: `December 27, 2023`, `1984 (uncertain)`." })
  get text(): string {
    return isForLibrary.test(this.edtf) ? FuzzyDate.parse(this.edtf).format() : this.edtf;
  }
}
