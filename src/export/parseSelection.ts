/** The content of an export, from its address or command; parsed like GraphQL arguments, and checked first. */
import {
  GraphQLError,
  getVariableValues,
  parse,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { AnswerError, didYouMean, inputError } from "../graph/errors.ts";
import { readFilter } from "../graph/filter.ts";
import { nearest, readId } from "../graph/id.ts";
import { entityTypes, relationOf, relationsOf } from "../graph/model/model.ts";
import type { EntityType, ModelClass } from "../graph/model/declarations.ts";
import { readOrder, type OrderArgument } from "../graph/order.ts";
import { nodeQuery } from "../graph/listQueries.ts";
import { answerOf, answers, titles } from "./answers.ts";
import { objectOf } from "./literal.ts";
import {
  answered,
  listOf,
  oneWithClaims,
  relationOfOne,
  wholeGraph,
  type Access,
  type Found,
  type Selection,
} from "./selection.ts";
import type { ListChoice } from "./walks.ts";

/** The request for an export: `meetings`, `country:us/meetings`, `meeting:…`, `graph`, `neighborhood`; and the arguments. */
export interface Asked {
  what: string;
  /** For a list `filter`, `orderBy` and `asOf`, in JSON or GraphQL syntax; for a query its arguments. */
  parameters: Record<string, string | undefined>;
}

/**
 * Parses what to export.
 * @returns a function that looks it up and selects it. @throws NOT_FOUND when no entity has the id.
 * @throws BAD_USER_INPUT, NOT_FOUND, LIMIT_EXCEEDED: before a query is sent.
 */
export function parseSelection(
  { what, parameters }: Asked,
  schema: GraphQLSchema,
): (access: Access) => Promise<Selection> {
  if (what === "graph") {
    argumentsOf(what, undefined, parameters, schema);
    return (access) => Promise.resolve(wholeGraph(access));
  }
  if (Object.hasOwn(answers, what)) {
    const answer = answerOf(what, parameters, schema);
    return (access) => Promise.resolve(answered(titles[what]!, () => answer(access)));
  }
  const [name, relationName, ...more] = what.split("/") as [string, string?, ...string[]];
  if (more.length > 0 || relationName === "") throw unknown(what);
  if (!name.includes(":")) {
    const type = entityTypes().find(({ plural }) => plural === name);
    if (!type || relationName !== undefined) throw unknown(what);
    const field = schema.getQueryType()!.getFields()[type.plural]!;
    const choice = choiceOf(type.class, argumentsOf(what, field, parameters, schema));
    return (access) => Promise.resolve(listOf(access, type, choice));
  }
  const { type } = readId(name);
  if (relationName === undefined) {
    argumentsOf(what, undefined, parameters, schema);
    const choice = choiceOf(type.class, {});
    return async (access) => oneWithClaims(access, await found(name, access), type, choice);
  }
  const relation = relationOf(type.class, relationName);
  if (!relation?.many) {
    const lists = relationsOf(type.class).flatMap((each) => (each.many ? [each.name] : []));
    throw new AnswerError(
      "NOT_FOUND",
      `${type.name} has no list "${relationName}"${didYouMean(nearest(relationName, lists)) || `. Its lists are ${lists.join(", ")}.`}`,
    );
  }
  const field = (schema.getType(type.name) as { getFields(): Record<string, AnyField> } & object).getFields();
  const choice = choiceOf(relation.target(), argumentsOf(what, field[relationName], parameters, schema));
  return async (access) => relationOfOne(access, await found(name, access), relation, choice);
}

type AnyField = GraphQLField<unknown, unknown>;

/** The arguments of a list that select its content; the export does its own paging. */
const listArguments = ["filter", "orderBy", "asOf"];

interface Arguments {
  filter?: object | null;
  orderBy?: OrderArgument | null;
  asOf?: string | null;
}

function choiceOf(cls: ModelClass, { filter, orderBy, asOf }: Arguments): ListChoice {
  return { condition: readFilter(cls, filter, asOf), order: readOrder(cls, orderBy) };
}

// Coerced by the schema's own types, like variables of a request, so that both refuse the same input.
function argumentsOf(
  what: string,
  field: AnyField | undefined,
  given: Asked["parameters"],
  schema: GraphQLSchema,
): Arguments {
  const allowed = field ? listArguments : [];
  const inputs: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(given)) {
    if (text === undefined) continue;
    if (!allowed.includes(name))
      throw inputError(
        `"${what}" takes no "${name}"${didYouMean(nearest(name, allowed)) || (allowed.length > 0 ? `. It takes ${allowed.join(", ")}.` : ".")}`,
      );
    inputs[name] = name === "asOf" ? text : objectOf(name, text);
  }
  if (!field) return {};
  const types = field.args.filter(({ name }) => listArguments.includes(name));
  const document = parse(
    `query (${types.map(({ name, type }) => `$${name}: ${String(type)}`).join(", ")}) { __typename }`,
  );
  const operation = document.definitions[0] as OperationDefinitionNode;
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], inputs, { maxErrors: 3 });
  if (errors) throw refused(errors[0]!);
  return coerced as Arguments;
}

function refused(error: GraphQLError): GraphQLError {
  if (error.originalError instanceof AnswerError) return error.originalError;
  return inputError(error.message.replace(/^Variable "\$(\w+)" got/, '"$1" got'));
}

async function found(given: string, { read }: Access): Promise<Found> {
  const [row] = await read(nodeQuery(), { values: [given], columns: ["name"] });
  if (!row) throw new AnswerError("NOT_FOUND", `Unknown id "${given}".`);
  const [, id, [name]] = row as [string, string, [string | null]];
  return { id, name: name ?? id };
}

function unknown(what: string): AnswerError {
  const words = ["graph", ...Object.keys(answers), ...entityTypes().map((each: EntityType) => each.plural)];
  const given = what.slice(0, 100);
  return new AnswerError(
    "NOT_FOUND",
    `There is no export "${given}"${didYouMean(nearest(given, words)) || `. You can export ${words.join(", ")}; an id, such as meeting:mexico-city-2023-12-27; and a list of an entity, such as country:us/meetings.`}`,
  );
}
