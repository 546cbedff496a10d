/** Uncertain dates: EDTF (Library of Congress, 2019; ISO 8601-2) strings with their first and last day. */
import { FuzzyDate } from "@edtf-ts/core";
import { GraphQLScalarType, Kind } from "graphql";
import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import { inputError } from "./errors.ts";

/**
 * Reads an EDTF string.
 * @returns the first and last day that the date can mean, `YYYY-MM-DD`; null on a side that is open or unknown.
 * @throws BAD_USER_INPUT when the text isn't EDTF or names a day that doesn't exist.
 */
export function readEdtf(text: string): { edtf: string; firstDay: string | null; lastDay: string | null } {
  let date;
  try {
    date = FuzzyDate.parse(text);
  } catch (error) {
    throw inputError(
      `"${text}" is not a date: ${(error as Error).message.replace(/^Failed to parse EDTF: /, "")}. ` +
        `Dates are EDTF: 2023-12-27, 2024-01, 1847, 1984?, 199X, 2023-12-24/2023-12-27, 2021/.. (open end).`,
    );
  }
  return { edtf: text, firstDay: day(date.minMs), lastDay: day(date.maxMs) };
}

// Bounds outside of years 0 to 9999 are the library's stand-in for an open side, or older than any diplomacy.
function day(milliseconds: bigint): string | null {
  const date = new Date(Number(milliseconds));
  const year = date.getUTCFullYear();
  return year >= 0 && year <= 9999 ? date.toISOString().slice(0, 10) : null;
}

/** The scalar of dates in arguments. */
export const EDTF = new GraphQLScalarType({
  name: "EDTF",
  description:
    "A date in the Extended Date/Time Format of the Library of Congress: a day `2023-12-27`, a month `2024-01`, a year `1847`, " +
    "uncertain `1984?`, a decade `199X`, an interval `2023-12-24/2023-12-27`, an open one `2021/..`.",
  specifiedByURL: "https://www.loc.gov/standards/datetime/",
  serialize: String,
  parseValue: (value) => checked(value),
  parseLiteral: (node) => checked(node.kind === Kind.STRING ? node.value : undefined),
});

function checked(value: unknown): string {
  if (typeof value !== "string")
    throw inputError(`A date is a string in EDTF, such as "2023-12-27"; came ${typeof value}.`);
  return readEdtf(value).edtf;
}

@ObjectType({
  simpleResolvers: true,
  description: "A date as the source gives it, perhaps uncertain, with the first and last day that it can mean.",
})
export class EDTFDate {
  @Field(() => EDTF, { description: "The date in EDTF: `2023-12-27`, `2024-01`, `1984?`, `2021/..`." })
  readonly edtf: string;

  constructor(edtf: string) {
    this.edtf = edtf;
  }

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "The first day that it can mean. Null when the beginning is open or unknown.",
  })
  get firstDay(): string | null {
    return readEdtf(this.edtf).firstDay;
  }

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "The last day that it can mean. Null when the end is open or unknown.",
  })
  get lastDay(): string | null {
    return readEdtf(this.edtf).lastDay;
  }

  @Field(() => String, { description: "The date in English words: `December 27, 2023`, `1984 (uncertain)`." })
  get text(): string {
    return FuzzyDate.parse(this.edtf).format();
  }
}
