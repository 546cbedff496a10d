/** Filters, derived from the properties of a type: the input types, and the Cypher condition that one makes. */
import { Field, Float, InputType, Int } from "type-graphql";
import { AnswerError, inputError } from "./errors.ts";
import { EDTF, readEdtf } from "./edtf.ts";
import { GlobalID } from "./id.ts";
import { propertiesOf, propertyOf, typeOf, type ModelClass, type Property, type PropertyKind } from "./model.ts";

/** How many conditions a filter has at most, so that the plans of its shapes stay few. */
export const maximumConditions = 8;

interface Operator {
  type: "itself" | "list" | "text" | "date";
  description: string;
  /** The condition on `item.property`, its value in `$value`. */
  cypher: (property: string, value: string) => string;
}

const equal: Operator = {
  type: "itself",
  description: "It is this.",
  cypher: (property, value) => `${property} = ${value}`,
};
const among: Operator = {
  type: "list",
  description: "It is one of these.",
  cypher: (property, value) => `${property} IN ${value}`,
};

const operators: Record<Exclude<PropertyKind, "json">, Record<string, Operator>> = {
  text: {
    eq: equal,
    in: among,
    contains: {
      type: "text",
      description: "It contains this, in upper or lower case.",
      cypher: (property, value) => `toLower(${property}) CONTAINS toLower(${value})`,
    },
    startsWith: {
      type: "text",
      description: "It begins with this, in upper or lower case.",
      cypher: (property, value) => `toLower(${property}) STARTS WITH toLower(${value})`,
    },
  },
  texts: {
    contains: {
      type: "text",
      description: "One of them is this, in upper or lower case.",
      cypher: (property, value) => `any(each IN ${property} WHERE toLower(each) = toLower(${value}))`,
    },
  },
  enumeration: { eq: equal, in: among },
  integer: numeric(),
  float: numeric(),
  boolean: { eq: equal },
  date: {
    overlaps: {
      type: "date",
      description: "It can fall on a day of this date or interval. An open or unknown side reaches for ever.",
      cypher: (property, value) =>
        `(${property} IS NOT NULL AND coalesce(${property}First, "0000") <= ${value}.lastDay AND coalesce(${property}Last, "9999-12-31") >= ${value}.firstDay)`,
    },
  },
};

function numeric(): Record<string, Operator> {
  return {
    eq: equal,
    gte: {
      type: "itself",
      description: "It is at least this.",
      cypher: (property, value) => `${property} >= ${value}`,
    },
    lte: { type: "itself", description: "It is at most this.", cypher: (property, value) => `${property} <= ${value}` },
  };
}

const filters = new Map<ModelClass, ModelClass>();
const operatorInputs = new Map<string, ModelClass>();

/** The filter input of an entity or interface: `MeetingFilter`. Made once. */
export function filterOf(cls: ModelClass): ModelClass {
  let found = filters.get(cls);
  if (found) return found;
  class Filter {}
  filters.set(cls, (found = Filter));
  const add = (name: string, type: ModelClass, description: string): void =>
    Field(() => type as never, { nullable: true, description })(Filter.prototype, name);
  add(
    "id",
    operatorInput("IDFilter", "text", () => GlobalID, ["eq", "in"]),
    "Its global id.",
  );
  for (const property of propertiesOf(cls)) {
    if (property.kind !== "json" && property.name !== "id")
      add(property.name, inputFor(property), property.description);
  }
  InputType(`${typeOf(cls).name}Filter`, {
    description: `Conditions on a ${typeOf(cls).name}; all that are given must hold.`,
  })(Filter);
  return found;
}

function inputFor(property: Property): ModelClass {
  const kind = property.kind as Exclude<PropertyKind, "json">;
  switch (kind) {
    case "enumeration":
      return operatorInput(`${property.enumeration}Filter`, kind, property.type);
    case "integer":
      return operatorInput("IntFilter", kind, () => Int);
    case "float":
      return operatorInput("FloatFilter", kind, () => Float);
    case "boolean":
      return operatorInput("BooleanFilter", kind, () => Boolean);
    case "date":
      return operatorInput("DateFilter", kind, () => EDTF);
    case "texts":
      return operatorInput("TextListFilter", kind, () => String);
    case "text":
      return operatorInput("TextFilter", kind, () => String);
  }
}

function operatorInput(
  name: string,
  kind: Exclude<PropertyKind, "json">,
  type: () => unknown,
  only?: string[],
): ModelClass {
  let found = operatorInputs.get(name);
  if (found) return found;
  class Condition {}
  operatorInputs.set(name, (found = Condition));
  for (const [word, operator] of Object.entries(operators[kind])) {
    if (only && !only.includes(word)) continue;
    const fieldType = operator.type === "list" ? () => [type()] : operator.type === "text" ? () => String : type;
    Field(fieldType as never, { nullable: true, description: operator.description })(Condition.prototype, word);
  }
  InputType(name, { description: `Conditions on a value; all that are given must hold.` })(Condition);
  return found;
}

/** A filter as Cypher: conditions on `item`, and the values of their parameters. */
export interface Condition {
  text: string[];
  parameters: Record<string, unknown>;
}

/**
 * Reads a filter.
 * @returns conditions joined by AND; no value is in their text.
 * @throws BAD_USER_INPUT on a condition that is null, LIMIT_EXCEEDED-sized filters included.
 */
export function readFilter(cls: ModelClass, filter: object | null | undefined): Condition {
  const text: string[] = [];
  const parameters: Record<string, unknown> = {};
  for (const [name, conditions] of Object.entries(filter ?? {}).sort(byName)) {
    if (conditions == null) continue;
    const property = propertyOf(cls, name);
    const kind = (property?.kind ?? "text") as Exclude<PropertyKind, "json">;
    for (const [word, value] of Object.entries(conditions as object).sort(byName)) {
      if (value === undefined) continue;
      if (value === null)
        throw inputError(`${typeOf(cls).name}Filter.${name}.${word}: came null. Leave it out, or give a value.`);
      const parameter = `filter${text.length}`;
      text.push(operators[kind][word]!.cypher(`item.${name}`, `$${parameter}`));
      parameters[parameter] = word === "overlaps" ? range(value as string) : value;
    }
  }
  if (text.length > maximumConditions)
    throw new AnswerError(
      "LIMIT_EXCEEDED",
      `A filter has at most ${maximumConditions} conditions; came ${text.length}.`,
      {
        limit: maximumConditions,
      },
    );
  return { text, parameters };
}

function range(edtf: string): { firstDay: string; lastDay: string } {
  const { firstDay, lastDay } = readEdtf(edtf);
  return { firstDay: firstDay ?? "0000", lastDay: lastDay ?? "9999-12-31" };
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
