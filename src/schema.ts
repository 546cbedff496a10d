/** The GraphQL schema, built from the classes. */

import {
  assertValidSchema,
  GraphQLInputObjectType,
  lexicographicSortSchema,
  printSchema,
  type GraphQLSchema,
} from "graphql";
import { buildSchemaSync, type NonEmptyArray } from "type-graphql";
import { entities } from "./entities/entities.ts";
import { asStartError } from "./graph/model/checkModel.ts";
import { allTypes, entityTypes } from "./graph/model/model.ts";
import { nameFields } from "./graph/model/fieldName.ts";
import { listFilterOf } from "./graph/filterInput.ts";
import { connectionOf, pageArgumentsOf } from "./graph/connection.ts";
import { keyInputs } from "./questions/keys.ts";
import { lookupOf } from "./questions/lookup.ts";
import { questions } from "./questions/questions.ts";
import { checkPhrases } from "./questions/paths/checkPhrases.ts";

let built: GraphQLSchema | undefined;

/** The schema; built once. @throws when the classes contradict each other. */
export function schema(): GraphQLSchema {
  return (built ??= build());
}

/** The schema in SDL, sorted, as in `schema.graphql`. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(schema()))}\n`;
}

function build(): GraphQLSchema {
  checkPhrases();
  // type-graphql needs everything derived from the classes before it builds.
  nameFields();
  for (const { class: cls } of allTypes()) {
    connectionOf(cls);
    pageArgumentsOf(cls);
    listFilterOf(cls);
  }
  const resolvers = [...entityTypes().map(lookupOf), ...questions] as unknown as NonEmptyArray<new () => object>;
  const result = made(() =>
    // Its check asks the whole schema of itself, which takes as long as all the rest.
    buildSchemaSync({ resolvers, orphanedTypes: entities as never, validate: false, skipCheck: true }),
  );
  assertValidSchema(result);
  result.getQueryType()!.description = "Look up one entity by a key, list each kind, or query the whole graph.";
  for (const name of keyInputs) (result.getType(name) as GraphQLInputObjectType).isOneOf = true;
  return result;
}

function made(make: () => GraphQLSchema): GraphQLSchema {
  try {
    return make();
  } catch (error) {
    throw asStartError(error);
  }
}
