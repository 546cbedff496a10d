/** Groups of a list for charts: the ways to group each type, and the number of items per group. */
import type { GraphQLResolveInfo } from "graphql";
import { GraphQLSafeInt } from "graphql-scalars";
import { ArgsType, Ctx, Field, FieldResolver, Info, Int, ObjectType, Resolver, Root } from "type-graphql";
import { enumeration, withoutNull } from "./model/declare.ts";
import { dateInWords } from "./english.ts";
import { inputError, limitError } from "./errors.ts";
import { classNamed, isOwned, propertiesOf, relationsOf, typeOf } from "./model/model.ts";
import { wordOf } from "./model/casing.ts";
import type { ModelClass, Relation } from "./model/declarations.ts";
import { namesFor, patternOf, printed } from "./model/pattern.ts";
import { refusalOf, SumRefusal } from "./model/sums.ts";
import { once } from "./once.ts";

/** The maximum number of groups in an answer, and of keys to group by. */
export const mostGroups = 1000;
export const mostKeys = 2;

/** One way to group the items of a type. */
export interface Grouping {
  word: string;
  description: string;
  /** The key of `item`, in Cypher. */
  key: string;
  /** Whether another possible day of the item's date lies in another group, in Cypher. */
  uncertain?: string;
  /** How to display a key. */
  readAs: "decade" | "month" | "word" | "entity" | "plain";
}

/** The arguments, as received from GraphQL. */
export interface CountsArguments {
  groupBy: string[];
  first?: number | null;
  largestFirst?: boolean | null;
  sum?: string | null;
}

/** The parsed and checked request to the graph. */
export interface GroupRequest {
  groupings: Grouping[];
  /** The number of groups; one more than allowed if the client set no limit. */
  limit: number;
  byCount: boolean;
  /** Whether to count the uncertain items. */
  uncertain: boolean;
  /** The property to add up, and the reason against it, an aggregate in Cypher; or null. */
  sum: { of: string; refusal: string } | null;
}

/** A group as returned by the graph. */
export type GroupRow = [
  keys: (string | null)[],
  count: number,
  uncertain: number,
  sum: number | null,
  refusal: keyof typeof SumRefusal | null,
];

/** Groups one list. */
export type Grouped = (request: GroupRequest) => Promise<GroupRow[]>;

@ObjectType({ simpleResolvers: true, description: "What the items of a group share." })
class GroupKey {
  @Field(() => String, {
    nullable: true,
    description:
      "The value, as in filters: `1913`, `191X` for a decade, `1913-02`, `HELD`, `true`, an id. Null if the items have none.",
  })
  readonly value!: string | null;
  readonly readAs!: Grouping["readAs"];
}

@Resolver(() => GroupKey)
export class GroupKeyFields {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      "The value in words: `1910s`, `February 1913`, `state visit`, the name of an entity. Null if the items have none.",
  })
  async name(@Root() { value, readAs }: GroupKey, @Ctx() { graph }: GroupContext, @Info() info: GraphQLResolveInfo) {
    if (value === null) return null;
    if (readAs === "entity") {
      const [entity] = await graph.nodes([value], info, new Set(["name"]));
      return (entity as { name?: string } | null)?.name ?? null;
    }
    return readOut(value, readAs);
  }

  @FieldResolver(() => classNamed("Entity") as never, {
    nullable: true,
    description: "The entity that the items share. Null if grouped by a value, or if the items have none.",
  })
  async entity(@Root() { value, readAs }: GroupKey, @Ctx() { graph }: GroupContext, @Info() info: GraphQLResolveInfo) {
    if (value === null || readAs !== "entity") return null;
    return (await graph.nodes([value], info))[0];
  }
}

@ObjectType({
  simpleResolvers: true,
  description: "One group of a list: what its items share, and how many there are.",
})
export class GroupCount {
  @Field(() => [GroupKey], { description: "What the items share, in the order of `groupBy`." })
  readonly keys!: GroupKey[];
  @Field(() => Int, { description: "The number of items in the group." })
  readonly count!: number;
  @Field(() => Int, {
    description:
      "The number of items that may belong to another group, because their date extends beyond this one. 0 if not grouped by date.",
  })
  readonly uncertain!: number;
  @Field(() => GraphQLSafeInt, {
    nullable: true,
    description:
      "The sum over the items. Null if `sum` isn't given, no item has a number, or they mustn't be added up: see `sumRefused`.",
  })
  readonly sum!: number | null;
  @Field(() => SumRefusal, {
    nullable: true,
    description: "Why the numbers of the items aren't added up. Null if they are, or if `sum` isn't given.",
  })
  readonly sumRefused!: keyof typeof SumRefusal | null;
}

// The part of the context that this file needs: graph.ts imports it.
interface GroupContext {
  graph: {
    nodes(ids: string[], info: GraphQLResolveInfo, selected?: Set<string>): Promise<(object | null)[]>;
  };
}

/** All ways to group the items of a type, from its properties and relations. */
export const groupingsOf = once((cls: ModelClass): Grouping[] => [
  {
    word: "TYPE",
    description: "Its type in this schema.",
    key: 'head([label IN labels(item) WHERE label <> "Node"])',
    readAs: "plain",
  },
  ...propertiesOf(cls).flatMap(({ name, datatype, type, grouped, description }): Grouping[] => {
    const [word, key] = [wordOf(name), `item.${name}`];
    switch (datatype) {
      case "date":
        return [
          dateGrouping(word, key, description, "YEAR", "year", 4),
          dateGrouping(word, key, description, "DECADE", "decade", 3),
          dateGrouping(word, key, description, "MONTH", "month", 7),
        ];
      case "enumeration":
        return [{ word, key: inWords(key, type() as Record<string, string>), description, readAs: "word" }];
      case "boolean":
        return [{ word, key: `toString(${key})`, description, readAs: "plain" }];
      default:
        return grouped ? [{ word, key, description, readAs: "plain" }] : [];
    }
  }),
  ...ownedOnes(cls).flatMap((relation): Grouping[] => {
    const { name, description, target } = relation;
    const names = namesFor("item", "Onward");
    return [
      { word: wordOf(name), key: `item.${name}Id`, description, readAs: "entity" },
      ...ownedOnes(target()).map((onward): Grouping => ({
        word: `${wordOf(name)}_${wordOf(onward.name)}`,
        key: `head(COLLECT { ${printed(patternOf(relation), [], names)} RETURN ${names.item}.${onward.name}Id })`,
        description: `By \`${onward.name}\` of \`${name}\`. ${withoutNull(onward.description)}`,
        readAs: "entity",
      })),
    ];
  }),
]);

function ownedOnes(cls: ModelClass): Relation[] {
  return relationsOf(cls).filter((relation) => !relation.many && isOwned(relation));
}

/** The value of an enumeration, which the graph may keep under another name, in Cypher. */
function inWords(key: string, words: Record<string, string>): string {
  const entries = Object.entries(words);
  if (entries.every(([word, kept]) => word === kept)) return key;
  return `{${entries.map(([word, kept]) => `${kept}: "${word}"`).join(", ")}}[${key}]`;
}

function dateGrouping(
  word: string,
  property: string,
  description: string,
  part: string,
  inWords: string,
  length: number,
): Grouping {
  const key = `left(${property}First, ${length})`;
  return {
    word: `${word}_${part}`,
    key: part === "DECADE" ? `${key} + "X"` : key,
    uncertain: `${property}First IS NOT NULL AND ${key} <> left(coalesce(${property}Last, "9999"), ${length})`,
    description: `${withoutNull(description)} By ${inWords} of the first possible day, null if unknown. \`uncertain\` counts items that may fall later.`,
    readAs: part === "DECADE" ? "decade" : part === "MONTH" ? "month" : "plain",
  };
}

/** The arguments of `counts` on a list of that type. Created once. */
export const countsArgumentsOf = once((cls: ModelClass): ModelClass => {
  const { name } = typeOf(cls);
  class CountsArgumentsOfType {}
  const prototype = CountsArgumentsOfType.prototype;
  const words = enumeration(
    `${name}Group`,
    `Ways to group a list of ${name}.`,
    Object.fromEntries(groupingsOf(cls).map(({ word, description }) => [word, description])),
  );
  Field(() => [words] as never, {
    description: `At most ${mostKeys} ways to group.`,
  })(prototype, "groupBy");
  Field(() => Int, {
    nullable: true,
    description: `The number of groups from the start. Defaults to all; over ${mostGroups} give LIMIT_EXCEEDED.`,
  })(prototype, "first");
  Field(() => Boolean, {
    nullable: true,
    description:
      "Whether to put the largest groups first, by `sum` if it is given, ties by key. Otherwise sorted by key, null last.",
  })(prototype, "largestFirst");
  const numbers = propertiesOf(cls).filter(({ datatype }) => datatype === "integer");
  if (numbers.length > 0) {
    const number = enumeration(
      `${name}Number`,
      `The numbers of ${name} that can be added up.`,
      Object.fromEntries(numbers.map((property) => [wordOf(property.name), property.description])),
    );
    Field(() => number as never, {
      nullable: true,
      description:
        "Add up this number in each group. What mustn't be added up isn't: see `sumRefused`. If items count the same people in several ways (a place and its parts, a year and its months), first filter so that only one remains.",
    })(prototype, "sum");
  }
  ArgsType()(CountsArgumentsOfType);
  return CountsArgumentsOfType;
});

/**
 * Parses the arguments of `counts`.
 * @throws BAD_USER_INPUT, LIMIT_EXCEEDED before a query is sent.
 */
export function readGroups(cls: ModelClass, { groupBy, first, largestFirst, sum }: CountsArguments): GroupRequest {
  const where = `${typeOf(cls).name}Connection.counts`;
  if (groupBy.length === 0) throw inputError(`${where}: "groupBy" is empty. Name what to group by.`);
  if (new Set(groupBy).size < groupBy.length)
    throw inputError(`${where}: "groupBy" has the same word twice: ${groupBy.join(", ")}. Name each once.`);
  if (groupBy.length > mostKeys)
    throw limitError(
      `${where}: "groupBy" takes at most ${mostKeys} words; got ${groupBy.length}. Give fewer, or ask twice.`,
      mostKeys,
    );
  if (first != null && first < 0)
    throw inputError(`${where}: "first" is the number of groups to return, from 0 to ${mostGroups}; got ${first}.`);
  if (first != null && first > mostGroups)
    throw limitError(`${where}: "first" is at most ${mostGroups}; got ${first}.`, mostGroups);
  return {
    groupings: groupBy.map((word) => groupingsOf(cls).find((each) => each.word === word)!),
    limit: first ?? mostGroups + 1,
    byCount: largestFirst === true,
    uncertain: true,
    sum: sum == null ? null : summed(cls, sum),
  };
}

function summed(cls: ModelClass, word: string): GroupRequest["sum"] {
  const property = propertiesOf(cls).find((each) => wordOf(each.name) === word)!;
  return { of: property.name, refusal: refusalOf(cls, property) };
}

/**
 * The groups of one list, as in the schema.
 * @param selected the fields asked of each group: no other is computed.
 * @throws LIMIT_EXCEEDED when there are too many.
 */
export async function countsOf(
  cls: ModelClass,
  args: CountsArguments,
  grouped: Grouped,
  selected: Set<string>,
): Promise<GroupCount[]> {
  const request = { ...readGroups(cls, args), uncertain: selected.has("uncertain") };
  const rows = await grouped(request);
  if (rows.length > mostGroups)
    throw limitError(
      `${typeOf(cls).name}Connection.counts: there are more than ${mostGroups} groups. Filter the list, group by a decade rather than a year, or give "first".`,
      mostGroups,
    );
  return rows.map(([keys, count, uncertain, sum, sumRefused]) => ({
    keys: keys.map((value, index) => ({ value, readAs: request.groupings[index]!.readAs })),
    count,
    uncertain,
    sum: sumRefused === null ? sum : null,
    sumRefused,
  }));
}

function readOut(value: string, readAs: Grouping["readAs"]): string {
  if (readAs === "decade") return `${value.slice(0, -1)}0s`;
  if (readAs === "month") return dateInWords(value);
  return readAs === "word" ? value.replaceAll("_", " ").toLowerCase() : value;
}
