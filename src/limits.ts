/** What a request may ask at most, enforced before the graph is asked anything. */
import type { ApolloServerPlugin } from "@apollo/server";
import { maxAliasesRule } from "@escape.tech/graphql-armor-max-aliases";
import { maxDepthRule } from "@escape.tech/graphql-armor-max-depth";
import {
  GraphQLError,
  OperationTypeNode,
  TypeInfo,
  separateOperations,
  getNamedType,
  getNullableType,
  isListType,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValidationContext,
  type ValidationRule,
} from "graphql";
import { getArgumentValues, getVariableValues } from "graphql";
import { fieldExtensionsEstimator, getComplexity, type ComplexityEstimatorArgs } from "graphql-query-complexity";
import { AnswerError, inputError } from "./graph/errors.ts";
import { readFilter } from "./graph/filter.ts";
import type { Context } from "./graph/graph.ts";
import { coordinate, relationOf, typeNamed } from "./graph/model.ts";
import { evidenceSize, pageSize, readPage, type PageArguments } from "./graph/page.ts";
import type { Limits } from "./settings.ts";

/** Depth and aliases, `__typename` among them, as rules of validation. */
export function limitRules(limits: Limits): ValidationRule[] {
  const options = (name: string, limit: number, remedy: string) => ({
    n: limit,
    propagateOnRejection: false,
    onReject: [
      (context: ValidationContext | null) =>
        context?.reportError(
          new AnswerError("LIMIT_EXCEEDED", `The query has more than ${limit} ${name}. ${remedy}`, { limit }),
        ),
    ],
  });
  return [
    maxAliasesRule({
      ...options("aliases", limits.aliases, "Ask in several requests."),
      allowList: [],
    }) as ValidationRule,
    maxDepthRule({
      ...options("levels", limits.depth, "Ask from a point nearer to what you want."),
      flattenFragments: true,
    }) as ValidationRule,
  ];
}

/** The arguments of all lists and the cost of the whole, checked when the operation is known. */
export function limitPlugin(schema: GraphQLSchema, limits: Limits): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      let requested: number | undefined;
      return {
        async didResolveOperation({ document, operation, request }) {
          if (!operation) return; // Apollo says that none has that name
          try {
            requested = checkOperation(schema, document, operation, request.variables ?? {});
            checkCost(requested, limits.cost);
          } catch (error) {
            // Nothing was executed: as an error of validation would be, it is the request that was wrong.
            const answer = error instanceof GraphQLError ? error : inputError((error as Error).message);
            answer.extensions.http = { status: 400 };
            answer.extensions.code ??= "BAD_USER_INPUT";
            throw answer;
          }
        },
        async willSendResponse({ response: { body } }) {
          if (requested === undefined || body.kind !== "single") return;
          const cost = { requested, limit: limits.cost };
          body.singleResult.extensions = { ...body.singleResult.extensions, cost };
        },
      };
    },
  };
}

// Checks all but the cost, and returns that.
function checkOperation(
  schema: GraphQLSchema,
  whole: DocumentNode,
  operation: OperationDefinitionNode,
  given: Record<string, unknown>,
): number {
  if (operation.operation !== OperationTypeNode.QUERY) {
    throw inputError(`Entente answers queries; came a ${operation.operation}. Facts are added with "entente ingest".`);
  }
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  if (errors) throw errors[0]!;
  // Other operations of the document, and the fragments that only they use, have other variables.
  const document = separateOperations(whole)[operation.name?.value ?? ""]!;
  checkLists(schema, document, coerced);
  return costOf(schema, document, coerced, operation.name?.value);
}

function checkLists(schema: GraphQLSchema, document: DocumentNode, variables: Record<string, unknown>): void {
  const types = new TypeInfo(schema);
  const enter = visitWithTypeInfo(types, {
    Field: (node) => {
      const field = types.getFieldDef();
      const parent = types.getParentType();
      if (!field || !parent || !isConnection(field.type)) return;
      const args = getArgumentValues(field, node, variables) as PageArguments;
      const type = typeNamed(parent.name);
      const relation = type && relationOf(type.class, field.name);
      const item = typeNamed(getNamedType(field.type).name.replace(/Connection$/, ""));
      readPage(relation ? coordinate(relation) : `${parent.name}.${field.name}`, args, item?.class);
      if (item) readFilter(item.class, args.filter, args.asOf);
    },
  });
  visit(document, enter);
}

function checkCost(cost: number, limit: number): void {
  if (cost <= limit) return;
  throw new AnswerError(
    "LIMIT_EXCEEDED",
    `The answer could hold ${cost} objects; it may hold ${limit}. Ask for smaller pages or fewer levels.`,
    { limit, cost },
  );
}

function isConnection(type: Parameters<typeof getNamedType>[0]): boolean {
  return getNamedType(type)!.name.endsWith("Connection");
}

function costOf(
  schema: GraphQLSchema,
  query: DocumentNode,
  variables: Record<string, unknown>,
  operationName: string | undefined,
): number {
  try {
    return getComplexity({
      schema,
      query,
      variables,
      operationName,
      estimators: [fieldExtensionsEstimator(), objects],
    });
  } catch (error) {
    if (!/exceeds the maximum allowed number of nodes/.test((error as Error).message)) throw error;
    throw new AnswerError("LIMIT_EXCEEDED", "The query has more fields than can be weighed. Ask in several requests.");
  }
}

// The cost is a number of objects: each entity is one, a list has as many as it can hold, a value is free, and so is
// what a page says of itself. It is reckoned from the request alone, so that a request has always the same.
function objects({ type, field, args, childComplexity }: ComplexityEstimatorArgs): number {
  const name = getNamedType(field.type).name;
  if (isConnection(field.type)) {
    const { first, last } = args as PageArguments;
    return Math.max(1, (first ?? last ?? pageSize.standard) * childComplexity);
  }
  const each = childComplexity + (typeNamed(name) ? 1 : 0);
  if (Array.isArray(args.ids)) return args.ids.length * each;
  const isPart = type.name.endsWith("Connection");
  if (isPart || !isListType(getNullableType(field.type))) return each;
  return (typeof args.first === "number" ? args.first : evidenceSize) * each;
}
