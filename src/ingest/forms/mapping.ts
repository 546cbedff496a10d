/** The form of a mapping: how the rows of a table become entities. */
import * as z from "zod";
import { ClaimBasis, ClaimRank } from "../../entities/Claim.ts";

const words = (of: object): [string, ...string[]] => Object.keys(of) as [string, ...string[]];

const template = z.union([z.string(), z.number(), z.boolean()]).meta({
  id: "template",
  description:
    "A text. {Column} in it stands for the cell of that column, {row} for the number of the row, {line} for its line.",
});

const places = z
  .union([template, z.array(template).min(1)])
  .meta({ id: "places", description: "Where in the source: `row {row}`. A list makes a claim for each." });

const source = z
  .string()
  .regex(/^source:/)
  .meta({
    id: "source",
    description: "The id of a Source, or a template of it: `source:{Organization}`. Cells in it become slugs.",
  });

const confidence = z
  .union([z.number().min(0).max(1), z.string()])
  .describe("From 0 to 1, or a template: `{quality}`, a cell whose words are numbers.");

/** Where a record was published. */
const published = {
  page: template.optional().describe("The address of the publisher's page about the record."),
  file: template.optional().describe("The published file and the line: `deaths.csv:{line}`."),
  revision: template.optional().describe("The revision of that file."),
};

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
  part: z
    .string()
    .min(1)
    .optional()
    .describe("A regular expression for a part of the text: its first group, or all that it matches."),
  group: z
    .union([z.int().min(0), z.string().min(1)])
    .optional()
    .describe("With `part`: the number or name of another group."),
};

const empty = z.null().describe("This word states nothing.");

const someValue = z.literal(true).describe("There is a value, but the source does not name it.");
const noValue = z.literal(true).describe("There is no value.");

const fallback = z
  .union([template, z.strictObject({ someValue }), z.strictObject({ noValue })])
  .describe("What an empty cell states; by default nothing.");

const readsText = ["as", "words", "split", "part", "empty"] as const;

type Reads = { order?: unknown; as?: unknown; part?: string | undefined; group?: number | string | undefined };

/** The rules for the words of a reading. */
function ofReading<Form extends z.ZodType<Reads>>(form: Form): Form {
  return form
    .refine(({ order, as }) => order === undefined || as === "date", { message: `"order" goes with "as: date"` })
    .refine(({ part, group }) => group === undefined || part !== undefined, { message: `"group" goes with "part"` })
    .superRefine(({ part, group }, context) => {
      const message = part === undefined ? undefined : faultOfPart(part, group);
      if (message !== undefined) context.addIssue({ code: "custom", path: ["part"], message });
    });
}

function faultOfPart(part: string, group: number | string | undefined): string | undefined {
  try {
    // Matches the empty text, to tell how many groups there are.
    const groups = new RegExp(`${part}|`, "u").exec("")!;
    const known = typeof group === "string" ? Object.hasOwn(groups.groups ?? {}, group) : (group ?? 0) < groups.length;
    return known ? undefined : `/${part}/ has no group ${group}: groups are in parentheses, (…), or named, (?<name>…)`;
  } catch (error) {
    return `${(error as Error).message}: expected a regular expression`;
  }
}

const answer = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  empty,
  z.strictObject({ someValue }),
  z.strictObject({ noValue }),
]);

const kinds = ["column", "template", "value", "someValue", "noValue"] as const;

const value = ofReading(
  z.strictObject({
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
    empty: fallback.optional(),
    at: places.optional(),
    source: source.optional(),
    given: template.optional().describe("The value as written in the source; defaults to the cell."),
    basis: z.enum(words(ClaimBasis)).optional(),
    confidence: confidence.optional(),
    note: template.optional().describe("How the value was read, if not obvious."),
    asOf: template.optional().describe("The time that the claim is about (EDTF)."),
    rank: z.enum(words(ClaimRank)).optional(),
    rankReason: z.string().optional(),
    ...published,
  }),
)
  .refine((each) => kinds.filter((kind) => each[kind] !== undefined).length === 1, {
    message: `a value has one of ${kinds.join(", ")}`,
  })
  .refine(
    (each) =>
      each.column !== undefined || each.template !== undefined || readsText.every((word) => each[word] === undefined),
    { message: `${readsText.map((word) => `"${word}"`).join(", ")} read a column or a template` },
  )
  .meta({ id: "value", oneOf: kinds.map((kind) => ({ required: [kind] })) });

const oneValue = z.union([template, value]);

const condition = z
  .union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number(), z.boolean()])).min(1)])
  .describe("`*` for a cell that isn't empty, or the allowed word or words; an empty word is an empty cell.");

const where = z
  .record(z.string(), condition)
  .meta({ id: "where", description: "The rows that make this entity; defaults to all." });

const namedCell = ofReading(
  z.strictObject({
    column: z.string().min(1).optional(),
    template: template.optional(),
    ...reading,
    words: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), empty])).optional(),
    empty: template.optional().describe("The text of an empty cell."),
  }),
)
  .refine((each) => (each.column === undefined) !== (each.template === undefined), {
    message: "a cell is read from one column, or from one template",
  })
  .meta({ oneOf: [{ required: ["column"] }, { required: ["template"] }] });

const record = z
  .strictObject({
    fields: z
      .record(z.string(), z.union([template, namedCell]))
      .describe("The values by field: a template, or a cell and how it is read."),
    at: places.optional(),
    source: source.optional(),
    given: template.optional(),
    basis: z.enum(words(ClaimBasis)).optional(),
    confidence: confidence.optional(),
    note: template.optional(),
    asOf: template.optional(),
    ...published,
  })
  .meta({ id: "record", description: "Fields that the row states together, in one claim." });

const entity = z.strictObject({
  type: z.string().describe("The type, as in schema.graphql."),
  id: template.describe("`kind:` and a template; cells in it become slugs."),
  at: places.optional(),
  source: source.optional(),
  ...published,
  where: where.optional(),
  record: z.union([record, z.array(record).min(1)]).optional(),
  fields: z
    .record(z.string(), z.union([template, value, z.array(oneValue)]))
    .default({})
    .describe("The values by field."),
});

/** A mapping, as the file has it. */
export const mappingForm = z
  .strictObject({
    source: source.optional(),
    retrieved: z.string().optional().describe("When the copy of the table was taken (EDTF), if it is known."),
    at: places.optional().describe("The place of each value in the source; defaults to `row {row}`."),
    ...published,
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
export type MappedRecord = z.infer<typeof record>;
export type NamedCell = z.infer<typeof namedCell>;
export type Template = z.infer<typeof template>;
export type RowCondition = z.infer<typeof condition>;
export type WordMeaning = z.infer<typeof answer>;
