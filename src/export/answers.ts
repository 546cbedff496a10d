/** The answer to a query as part of the graph: its entities, and the edges among them. */
import {
  getNullableType,
  graphql,
  isInputObjectType,
  isListType,
  isRequiredArgument,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
} from "graphql";
import { AnswerError, didYouMean, inputError } from "../graph/errors.ts";
import { Graph } from "../graph/graph.ts";
import { nearest } from "../graph/id.ts";
import { relationOf, typeNamed } from "../graph/model/model.ts";
import { readOrder } from "../graph/order.ts";
import { objectOf } from "./literal.ts";
import { pieceAround, pieceOf, type Access, type Selection } from "./selection.ts";
import { related } from "./walks.ts";

/** Runs the query for some fields. @returns its answer. @throws its errors. */
type Ask = (fields: string, variables?: Record<string, unknown>) => Promise<any>;

/** Collects the ids in an answer. @returns null if an entity it is about doesn't exist. */
type Gather = (ask: Ask, access: Access) => Promise<Pick<Selection, "items" | "nodes"> | null>;

/** What the answers to these queries are, in words. */
export const titles: Record<string, string> = {
  neighborhood: "the surroundings of some entities",
  paths: "the paths between two entities",
  bilateral: "two states as a pair",
};

/** The queries whose answers can be exported. They run through GraphQL, so the same limits apply. */
export const answers: Record<string, Gather> = {
  async neighborhood(ask, access) {
    const { nodes, edges } = await ask("{ nodes { entityId } edges { via { id } } }");
    if (nodes.length === 0) return null;
    return pieceOf(access, [
      ...nodes.map(({ entityId }: { entityId: string }) => entityId),
      ...edges.flatMap(({ via }: { via: AnswerNode | null }) => (via ? [via.id] : [])),
    ]);
  },

  async paths(ask, access) {
    const answer = await ask("{ paths { steps { from { id } to { id } via { id } } } }");
    const steps = (answer?.paths ?? []).flatMap(({ steps: each }: { steps: AnswerStep[] }) => each) as AnswerStep[];
    return (
      answer &&
      pieceOf(
        access,
        steps.flatMap(({ from, via, to }) => idsIn([from, ...(via ? [via] : []), to])),
      )
    );
  },

  async bilateral(ask, access) {
    const pair = await ask("{ countries { id } relation { id } headsOfMission { posts { id } } }");
    if (!pair) return null;
    const follow = (coordinate: string, id: string): AsyncGenerator<string[]> => {
      const [type, name] = coordinate.split(".") as [string, string];
      const relation = relationOf(typeNamed(type)!.class, name)!;
      const order = readOrder(null, null);
      return related(access.read, relation, id, { condition: { text: [], parameters: {} }, order });
    };
    return pieceAround(access, async function* () {
      yield idsIn(pair.countries);
      if (pair.relation) {
        yield [pair.relation.id];
        yield* follow("BilateralRelation.events", pair.relation.id);
      }
      for (const post of pair.headsOfMission.flatMap(({ posts }: { posts: AnswerNode[] }) => idsIn(posts))) {
        yield [post];
        yield* follow("Post.tenures", post);
      }
      for (const list of ["meetings", "missions", "policies", "statements", "routes", "flows"])
        for await (const ids of pagesOf(ask, list)) {
          yield ids;
          if (list === "meetings") for (const id of ids) yield* follow("Meeting.participations", id);
        }
    });
  },
};

interface AnswerNode {
  id: string;
}

interface AnswerStep {
  from: AnswerNode;
  to: AnswerNode;
  /** The participation or tenure that it passes through. */
  via: AnswerNode | null;
}

async function* pagesOf(ask: Ask, list: string): AsyncGenerator<string[]> {
  for (let after: string | null = null, more = true; more;) {
    const page: any = await ask(
      `{ ${list}(first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    yield idsIn(page[list].nodes);
    ({ hasNextPage: more, endCursor: after } = page[list].pageInfo);
  }
}

function idsIn(nodes: readonly AnswerNode[]): string[] {
  return nodes.map(({ id }) => id);
}

/**
 * Parses the arguments of a query, given as text, as in GraphQL.
 * @returns a function that runs it and selects its answer. @throws NOT_FOUND when an entity it is about is missing.
 * @throws BAD_USER_INPUT on an unknown argument.
 */
export function answerOf(
  question: string,
  given: Record<string, string | undefined>,
  schema: GraphQLSchema,
): (access: Access) => Promise<Pick<Selection, "items" | "nodes">> {
  const { args } = schema.getQueryType()!.getFields()[question]!;
  const names = args.map(({ name }) => name);
  const variables: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(given)) {
    if (text === undefined) continue;
    const argument = args.find((each) => each.name === name);
    if (!argument)
      throw inputError(
        `"${question}" takes no "${name}"${didYouMean(nearest(name, names)) || `. It takes ${names.join(", ")}.`}`,
      );
    variables[name] = read(name, argument.type, text);
  }
  const used = args.filter((argument) => argument.name in variables || isRequiredArgument(argument));
  const declared = used.map(({ name, type }) => `$${name}: ${String(type)}`).join(", ");
  const passed = used.map(({ name }) => `${name}: $${name}`).join(", ");
  return async (access) => {
    const graph = new Graph({ run: access.read }, Infinity, { mostShapes: 0 });
    const ask: Ask = async (fields, more = {}) => {
      const page = "after" in more ? ", $after: String" : "";
      const source = `query (${declared}${page}) { ${question}(${passed}) ${fields} }`;
      const { data, errors } = await graphql({
        schema,
        source,
        variableValues: { ...variables, ...more },
        contextValue: { graph },
      });
      if (errors) throw refused(errors[0]!);
      return data![question];
    };
    const found = await answers[question]!(ask, access);
    if (!found) throw new AnswerError("NOT_FOUND", `"${question}": the graph has no entity for one of these keys.`);
    return found;
  };
}

function refused(error: GraphQLError): Error {
  if (error.originalError instanceof AnswerError) return error.originalError;
  return error.originalError ?? inputError(error.message.replace(/^Variable "\$(\w+)" got/, '"$1" got'));
}

// Lists are separated by commas; a country may be given by id or alpha-2 code.
function read(name: string, type: GraphQLInputType, text: string): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return text.split(",").map((each) => read(name, nullable.ofType, each));
  if (isInputObjectType(nullable)) {
    if (text.startsWith("{")) return objectOf(name, text);
    if (!/^[a-z]{2}$/i.test(text)) return { id: text };
    return "isoAlpha2" in nullable.getFields() ? { isoAlpha2: text } : { country: { isoAlpha2: text } };
  }
  if (String(nullable) === "Int" && /^-?\d+$/.test(text)) return Number(text);
  if (String(nullable) === "Boolean" && /^(true|false)$/.test(text)) return text === "true";
  return text;
}
