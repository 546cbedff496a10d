/** The form of a mapping: how the rows of a table become entities. */
import * as z from "zod";
import { ClaimBasis, ClaimRank } from "../../entities/Claim.ts";

const words = (of: object): [string, ...string[]] => Object.keys(of) as [string, ...string[]];

const template = z.union([z.string(), z.number(), z.boolean()]).meta({
  id: "template",
  description: "A text. {Column} in it stands for the cell of that column, {row} for the number of the row.",
});

const places = z
  .union([template, z.array(template).min(1)])
  .meta({ id: "places", description: "Where in the source: `row {row}`. A list makes a claim for each." });

const source = z
  .string()
  .regex(/^source:/)
  .meta({ id: "source", description: "The id of a Source." });

/** How a cell is read: `as:`. */
const cellTypes = ["text", "slug", "number", "country", "gec", "date", "month"] as const;

const reading = {
  as: z
    .enum(cellTypes)
    .optional()
    .describe(
      "How the text is read: as a country (its ISO code, name or id), a country by its code in GEC (the old World Factbook), " +
        "a date, a month of two digits, a number, a slug; by default the text unchanged.",
    ),
  order: z
    .enum(["DMY", "MDY", "YMD"])
    .optional()
    .describe("For `as: date`: the order of day, month and year in dates written in digits only."),
  split: z.string().min(1).optional().describe("The separator of several values in one cell."),
};

const empty = z.null().describe("This word states nothing.");

const someValue = z.literal(true).describe("There is a value, but the source does not name it.");
const noValue = z.literal(true).describe("There is no value.");

const answer = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  empty,
  z.strictObject({ someValue }),
  z.strictObject({ noValue }),
]);

const kinds = ["column", "template", "value", "someValue", "noValue"] as const;

const value = z
  .strictObject({
    column: z.string().min(1).optional().describe("The value is the cell of this column."),
    template: template.optional(),
    value: z.unknown().optional().describe("A constant or a structure; braces have no meaning."),
    someValue: someValue.optional(),
    noValue: noValue.optional(),
    ...reading,
    words: z
      .record(z.string(), answer)
      .optional()
      .describe(
        "The meaning of words in the cell: `{ Y: HELD, N: CANCELLED, n/a: ~ }`; `*` stands for every other word.",
      ),
    at: places.optional(),
    source: source.optional(),
    given: template.optional().describe("The value as written in the source; defaults to the cell."),
    basis: z.enum(words(ClaimBasis)).optional(),
    confidence: z.number().min(0).max(1).optional(),
    note: template.optional().describe("How the value was read, if not obvious."),
    asOf: template.optional().describe("The time that the claim is about (EDTF)."),
    rank: z.enum(words(ClaimRank)).optional(),
    rankReason: z.string().optional(),
  })
  .refine((each) => kinds.filter((kind) => each[kind] !== undefined).length === 1, {
    message: `a value has one of ${kinds.join(", ")}`,
  })
  .refine((each) => each.order === undefined || each.as === "date", { message: `"order" goes with "as: date"` })
  .refine(
    (each) =>
      each.column !== undefined || each.template !== undefined || !(each.as ?? each.words ?? each.split ?? false),
    { message: `"as", "words" and "split" read a column or a template` },
  )
  .meta({ id: "value", oneOf: kinds.map((kind) => ({ required: [kind] })) });

const oneValue = z.union([template, value]);

const condition = z
  .union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number(), z.boolean()])).min(1)])
  .describe("`*` for a cell that isn't empty, or the allowed word or words; an empty word is an empty cell.");

const where = z
  .record(z.string(), condition)
  .meta({ id: "where", description: "The rows that make this entity; defaults to all." });

const entity = z.strictObject({
  type: z.string().describe("The type, as in schema.graphql."),
  id: template.describe("`kind:` and a template; cells in it become slugs."),
  at: places.optional(),
  source: source.optional(),
  where: where.optional(),
  fields: z.record(z.string(), z.union([template, value, z.array(oneValue)])).describe("The values by field."),
});

const namedCell = z
  .strictObject({
    column: z.string().min(1).optional(),
    template: template.optional(),
    as: reading.as,
    order: reading.order,
    words: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), empty])).optional(),
  })
  .refine((each) => (each.column === undefined) !== (each.template === undefined), {
    message: "a cell is read from one column, or from one template",
  })
  .refine((each) => each.order === undefined || each.as === "date", { message: `"order" goes with "as: date"` })
  .meta({ oneOf: [{ required: ["column"] }, { required: ["template"] }] });

/** A mapping, as the file has it. */
export const mappingForm = z
  .strictObject({
    source: source.optional(),
    retrieved: z.string().optional().describe("When the copy of the table was taken (EDTF), if it is known."),
    at: places.optional().describe("The place of each value in the source; defaults to `row {row}`."),
    delimiter: z.enum([",", ";", "\t", "|"]).optional().describe("The separator of cells; defaults to a comma."),
    cells: z
      .record(z.string(), namedCell)
      .optional()
      .describe("Named cells, read once, for templates: `{ month: { column: Month, as: month } }`."),
    entities: z.array(entity).min(1).describe("The entities that each row makes."),
  })
  .meta({ title: "The mapping of a table of an Entente bundle" });

export type Mapping = z.infer<typeof mappingForm>;
export type MappedEntity = z.infer<typeof entity>;
export type MappedValue = z.infer<typeof value>;
export type NamedCell = z.infer<typeof namedCell>;
export type Template = z.infer<typeof template>;
export type RowCondition = z.infer<typeof condition>;
export type WordMeaning = z.infer<typeof answer>;
