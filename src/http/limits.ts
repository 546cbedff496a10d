/** The limits of a request, enforced before any query. */
import type { ApolloServerPlugin } from "@apollo/server";
import { maxAliasesRule } from "@escape.tech/graphql-armor-max-aliases";
import { maxDepthRule } from "@escape.tech/graphql-armor-max-depth";
import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  TypeInfo,
  separateOperations,
  getNamedType,
  getNullableType,
  isListType,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from "graphql";
import { getArgumentValues, getVariableValues } from "graphql";
import { fieldExtensionsEstimator, getComplexity, type ComplexityEstimatorArgs } from "graphql-query-complexity";
import { mostGroups, readGroups, type CountsArguments } from "../graph/counts.ts";
import { AnswerError, inputError, limitError } from "../graph/errors.ts";
import { readFilter } from "../graph/filter.ts";
import type { Context } from "../graph/graph.ts";
import { coordinate, relationOf, typeNamed } from "../graph/model/model.ts";
import type { EntityType } from "../graph/model/declarations.ts";
import { evidenceSize, pageSize, readPage, type PageArguments } from "../graph/page.ts";
import type { Limits } from "../settings.ts";

/** Depth and aliases, including `__typename`, as validation rules. */
export function limitRules(limits: Limits): ValidationRule[] {
  const options = (name: string, limit: number, remedy: string) => ({
    n: limit,
    propagateOnRejection: false,
    onReject: [
      (context: ValidationContext | null) =>
        context?.reportError(limitError(`The query has more than ${limit} ${name}. ${remedy}`, limit)),
    ],
  });
  return [
    maxAliasesRule({
      ...options("aliases", limits.aliases, "Ask in several requests."),
      allowList: [],
    }) as ValidationRule,
    maxDepthRule({
      ...options("levels", limits.depth, "Begin the query closer to what you want."),
      flattenFragments: true,
    }) as ValidationRule,
  ];
}

/** Checks list arguments and total cost, once the operation is known. */
export function limitPlugin(schema: GraphQLSchema, limits: Limits): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      let requested: number | undefined;
      return {
        async didResolveOperation({ document, operation, request }) {
          if (!operation) return; // Apollo says that none has that name
          try {
            requested = checkedOnce(operation, request.variables ?? {}, (variables) =>
              checkOperation(schema, document, operation, variables),
            );
            checkCost(requested, limits.cost);
          } catch (error) {
            // Nothing was executed: like a validation error, this is the client's fault.
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

/** How many variables of one operation are remembered. */
const mostRemembered = 100;
const longestRemembered = 2000;
const known = new WeakMap<OperationDefinitionNode, Map<string, number>>();

/** The cost of an operation with the same variables is computed once, as long as Apollo keeps the parsed document. */
function checkedOnce(
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
  check: (variables: Record<string, unknown>) => number,
): number {
  const key = JSON.stringify(variables);
  const costs = known.get(operation) ?? new Map<string, number>();
  const before = costs.get(key);
  if (before !== undefined) return before;
  const cost = check(variables);
  if (key.length > longestRemembered) return cost;
  if (costs.size >= mostRemembered) costs.clear();
  known.set(operation, costs.set(key, cost));
  return cost;
}

// Checks everything but the cost, and returns the cost.
function checkOperation(
  schema: GraphQLSchema,
  whole: DocumentNode,
  operation: OperationDefinitionNode,
  given: Record<string, unknown>,
): number {
  if (operation.operation !== OperationTypeNode.QUERY) {
    throw inputError(`Entente answers queries; got a ${operation.operation}. Facts are added with "entente ingest".`);
  }
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  if (errors) throw errors[0]!;
  // Other operations of the document, and fragments that only they use, have other variables.
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
      if (!field || !parent) return;
      const counted = field.name === "counts" ? listedBy(parent.name) : undefined;
      if (counted) readGroups(counted.class, getArgumentValues(field, node, variables) as unknown as CountsArguments);
      if (!isConnection(field.type)) return;
      const args = getArgumentValues(field, node, variables) as PageArguments;
      const type = typeNamed(parent.name);
      const relation = type && relationOf(type.class, field.name);
      const item = listedBy(getNamedType(field.type).name);
      readPage(relation ? coordinate(relation) : `${parent.name}.${field.name}`, args, item?.class);
      if (item) readFilter(item.class, args.filter, args.asOf);
    },
  });
  visit(document, enter);
}

/** The items of a connection, if they are entities. */
function listedBy(connection: string): EntityType | undefined {
  return connection.endsWith("Connection") ? typeNamed(connection.replace(/Connection$/, "")) : undefined;
}

function checkCost(cost: number, limit: number): void {
  if (cost <= limit) return;
  throw new AnswerError(
    "LIMIT_EXCEEDED",
    `The answer could hold ${cost} objects; the limit is ${limit}. Ask for smaller pages or fewer levels.`,
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
      estimators: [fieldExtensionsEstimator(), objectsIn(query)],
    });
  } catch (error) {
    if (!/exceeds the maximum allowed number of nodes/.test((error as Error).message)) throw error;
    throw new AnswerError(
      "LIMIT_EXCEEDED",
      "The query has too many fields to compute its cost. Ask in several requests.",
    );
  }
}

// The cost is a number of objects: each entity and each group is one, a list has as many as it can hold; values and
// page information are free. It depends only on the request, so that it is always the same.
function objectsIn(document: DocumentNode): (field: ComplexityEstimatorArgs) => number {
  // Groups belong to the whole list, not to each item of its page.
  const groups = new Map<FieldNode, number>();
  const fragments = new Map(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  const groupsOf = ({ selections }: SelectionSetNode): number =>
    selections.reduce((sum, each) => {
      if (each.kind === Kind.FIELD) return sum + (groups.get(each) ?? 0);
      const within = each.kind === Kind.INLINE_FRAGMENT ? each : fragments.get(each.name.value);
      return sum + (within ? groupsOf(within.selectionSet) : 0);
    }, 0);
  return ({ type, field, node, args, childComplexity }) => {
    if (isConnection(field.type)) {
      const { first, last } = args as PageArguments;
      const page = Math.max(1, (first ?? last ?? pageSize.standard) * childComplexity);
      return page + (node.selectionSet ? groupsOf(node.selectionSet) : 0);
    }
    const isPart = type.name.endsWith("Connection");
    if (field.name === "counts" && listedBy(type.name)) {
      groups.set(node, ((args.first as number | null | undefined) ?? mostGroups) * Math.max(1, childComplexity));
      return 0;
    }
    const each = childComplexity + (typeNamed(getNamedType(field.type).name) ? 1 : 0);
    if (Array.isArray(args.ids)) return args.ids.length * each;
    if (isPart || !isListType(getNullableType(field.type))) return each;
    return (typeof args.first === "number" ? args.first : evidenceSize) * each;
  };
}
