/** The edition of the graph, past editions, and the changes between them. */
import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Args, Ctx, Field, FieldResolver, InputType, Int, ObjectType, Query, Resolver, Root } from "type-graphql";
import { Entity } from "../entities/Entity.ts";
import { enumeration } from "../graph/model/declare.ts";
import { AnswerError } from "../graph/errors.ts";
import type { Context, Graph } from "../graph/graph.ts";
import { GlobalID, readId } from "../graph/id.ts";
import { wordOf } from "../graph/model/casing.ts";
import { Page, readPage, type PageArguments, type Position } from "../graph/page.ts";
import { RangeArguments, plainConnectionOf } from "../graph/connection.ts";
import { query } from "../graph/queries.ts";
import { EntityKind, typeOfWord } from "./entityKind.ts";
import { keyInputs } from "./keys.ts";
import { LeadsTo } from "./leadsTo.ts";

@ObjectType({ simpleResolvers: true, description: "The state of the whole graph, for citations." })
export class Edition {
  @Field(() => String, {
    description: "The digest of all nodes and edges, 64 hexadecimal digits. The same facts give the same digest.",
  })
  digest!: string;
  @Field(() => GraphQLLocalDate, { description: "The day on which the graph reached this state." })
  date!: string;
  @Field(() => Int, { description: "Its number in this graph's log of editions, from 1." })
  number!: number;
  @Field(() => [String], { description: "The names of the loaded bundles." })
  bundles!: string[];
}

@Resolver()
export class EditionQuestion {
  @Query(() => Edition, {
    nullable: true,
    description: "The current edition of the graph. Null if nothing is loaded.",
  })
  async edition(@Ctx() { graph }: Context): Promise<Edition | null> {
    const [row] = (await graph.read(query("edition/edition"), {})) as [[string, string, number, string[]]?];
    if (!row) return null;
    const [digest, date, number, bundles] = row;
    return { digest, date, number, bundles };
  }
}

const ChangeKind = enumeration("ChangeKind", "What happened to an entity between two editions.", {
  ADDED: "It is new.",
  CHANGED: "It is in both editions, but its fields, claims or relations changed.",
  WITHDRAWN: "No source supports it any longer. Its id is not reused.",
  MERGED: "It was merged into another entity, to which its id now leads.",
});

@ObjectType("LoggedEdition", { simpleResolvers: true, description: "An edition in this graph's log." })
class LoggedEdition {
  @Field(() => Int, { description: "Its number, from 1." })
  number!: number;
  @Field(() => String, { description: "Its digest. The same facts always give the same digest." })
  digest!: string;
  @Field(() => GraphQLLocalDate, { description: "The day on which the graph reached this edition." })
  date!: string;
  @Field(() => String, {
    nullable: true,
    description:
      "The bundle that was loaded. Null for an editor's decision, and for the first entry if the graph is older than its log.",
  })
  bundle!: string | null;
  @Field(() => Int, {
    nullable: true,
    description: "The number of entities added. Null for the first edition in the log.",
  })
  added!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "The number of entities changed. Null for the first edition in the log.",
  })
  changed!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "The number of entities withdrawn. Null for the first edition in the log.",
  })
  withdrawn!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "The number of entities merged into others. Null for the first edition in the log.",
  })
  merged!: number | null;
  /** The graph is older than its log: earlier editions are unknown. */
  readonly isBeginning?: boolean;
}

const LoggedEditionConnection = plainConnectionOf(LoggedEdition, "LoggedEdition", {
  item: "The edition.",
  page: "A page of the log of editions.",
  total: "The number of editions.",
});

@InputType({ description: "A key of an earlier edition: give exactly one field." })
class EditionKey {
  @Field(() => String, { nullable: true, description: "Its digest, as in a citation." })
  digest?: string;
  @Field(() => Int, { nullable: true, description: "Its number in the log." })
  number?: number;
  @Field(() => GraphQLLocalDate, { nullable: true, description: "A day, for the edition at the end of that day." })
  date?: string;
}
keyInputs.push("EditionKey");

@ObjectType({ simpleResolvers: true, description: "What happened to an entity between two editions." })
class EntityChange {
  @LeadsTo("entity", () => Entity, "The entity now, or the one into which it was merged. Null if withdrawn.", {
    nullable: true,
  })
  @Field(() => GlobalID, { description: "Its id when it changed." })
  entityId!: string;
  @Field(() => ChangeKind, { description: "How it changed." })
  change!: Change;
}

const EntityChangeConnection = plainConnectionOf(EntityChange, "EntityChange", {
  item: "The change.",
  page: "A page of changes, sorted by id.",
  total: "The total number of changes.",
});

type Change = keyof typeof ChangeKind;

@ObjectType({ simpleResolvers: true, description: "The changes since an earlier edition." })
class ChangesSince {
  @Field(() => LoggedEdition, {
    nullable: true,
    description: "The earlier edition. Null for a day before the first edition, when the graph was empty.",
  })
  from!: LoggedEdition | null;
  @Field(() => LoggedEdition, { description: "The current edition." })
  to!: LoggedEdition;
}

@ObjectType({ simpleResolvers: true, description: "The number of entities of one kind that changed in one way." })
class ChangeCount {
  @Field(() => EntityKind, { description: "The kind of entity." })
  kind!: string;
  @Field(() => ChangeKind, { description: "How they changed." })
  change!: Change;
  @Field(() => Int, { description: "The number of entities." })
  count!: number;
}

@Resolver(() => ChangesSince)
export class ChangesSinceFields {
  @FieldResolver(() => [ChangeCount], {
    description: "The numbers of changed entities, by kind of entity and of change.",
  })
  async counts(@Root() { from, to }: ChangesSince, @Ctx() { graph }: Context): Promise<ChangeCount[]> {
    const counts = new Map<string, ChangeCount>();
    for (const [id, change] of await changesBetween(graph, from, to)) {
      const kind = wordOf(readId(id).type.name);
      const found = counts.get(`${kind} ${change}`);
      if (found) found.count += 1;
      else counts.set(`${kind} ${change}`, { kind, change, count: 1 });
    }
    return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
  }

  @FieldResolver(() => EntityChangeConnection, { description: "The changed entities, by id." })
  async changes(
    @Root() { from, to }: ChangesSince,
    @Arg("kinds", () => [EntityKind], { nullable: true, description: "Only these kinds of entity." })
    kinds: string[] | undefined,
    @Arg("changes", () => [ChangeKind], { nullable: true, description: "Only these kinds of change." })
    wanted: Change[] | undefined,
    @Args(() => RangeArguments) args: PageArguments,
    @Ctx() { graph }: Context,
  ) {
    const page = readPage("ChangesSince.changes", { ...args, kinds, changes: wanted } as PageArguments);
    const beginnings = kinds?.map((kind) => `${typeOfWord(kind).kind}:`);
    const all = (await changesBetween(graph, from, to)).filter(
      ([id, change]) => (wanted?.includes(change) ?? true) && (beginnings?.some((each) => id.startsWith(each)) ?? true),
    );
    return pageOf(page, all, ([id, change]) => ({ position: [id, id, ""], node: { entityId: id, change } }));
  }
}

@Resolver()
export class EditionsQuestions {
  @Query(() => LoggedEditionConnection, {
    description: "The editions of this graph up to the current one, oldest first.",
  })
  async editions(@Args(() => RangeArguments) args: PageArguments, @Ctx() { graph }: Context) {
    const page = readPage("Query.editions", args);
    return pageOf(page, await editionsOf(graph), (edition) => ({
      position: [edition.number, String(edition.number).padStart(9, "0"), ""],
      node: edition,
    }));
  }

  @Query(() => ChangesSince, {
    nullable: true,
    description: "What changed since an earlier edition. Null if nothing is loaded.",
  })
  async changedSince(
    @Arg("edition", () => EditionKey, { description: "The earlier edition." }) key: EditionKey,
    @Ctx() { graph }: Context,
  ): Promise<ChangesSince | null> {
    const editions = await editionsOf(graph);
    const to = editions.at(-1);
    return to ? { from: editionNamed(key, editions), to } : null;
  }
}

function editionsOf(graph: Graph): Promise<LoggedEdition[]> {
  return graph.batched("editions", "all", async () => {
    const rows = (await graph.read(query("edition/editions"), {})) as [LoggedEdition][];
    return [rows.map(([edition]) => edition)];
  });
}

/** @throws NOT_FOUND when the log has no such edition. */
function editionNamed({ digest, number, date }: EditionKey, editions: LoggedEdition[]): LoggedEdition | null {
  const found = editions.findLast(
    (each) => each.digest === digest || each.number === number || (date != null && each.date <= date),
  );
  const first = editions[0]!;
  if (found) return found;
  if (date != null && first.isBeginning !== true) return null;
  const named = digest ?? number ?? `at the end of ${date}`;
  throw new AnswerError(
    "NOT_FOUND",
    `No edition ${named} is in the log of this graph. The log goes from number ${first.number} of ${first.date} to number ${editions.at(-1)!.number}: ask "editions".`,
  );
}

function changesBetween(graph: Graph, from: LoggedEdition | null, to: LoggedEdition): Promise<[string, Change][]> {
  const numbers = { from: from?.number ?? 0, to: to.number };
  return graph.batched(`changes ${numbers.from} ${numbers.to}`, "all", async () => {
    const rows = (await graph.read(query("edition/changes"), numbers)) as [Change, string[]][];
    const steps = new Map<string, { first: Change; last: Change }>();
    for (const [change, ids] of rows)
      for (const id of ids) steps.set(id, { first: steps.get(id)?.first ?? change, last: change });
    const changes = [...steps].flatMap(([id, step]): [string, Change][] => {
      const change = inAll(step);
      return change === null ? [] : [[id, change]];
    });
    return [changes.sort(([a], [b]) => (a < b ? -1 : 1))];
  });
}

// Added and withdrawn again: in neither edition; withdrawn and added again: in both.
function inAll({ first, last }: { first: Change; last: Change }): Change | null {
  const isGone = last === "WITHDRAWN" || last === "MERGED";
  if (first === "ADDED") return isGone ? null : "ADDED";
  return isGone ? last : "CHANGED";
}

/** A page of a list that is fully in memory. */
function pageOf<T, N extends object>(
  page: ReturnType<typeof readPage>,
  all: T[],
  placed: (each: T) => { position: Position; node: N },
): Page<N> {
  const found: { position: Position; node: N }[] = [];
  for (const each of page.backward ? all.toReversed() : all) {
    const item = placed(each);
    const tie = item.position[1];
    if ((page.after && tie <= page.after[1]) || (page.before && tie >= page.before[1])) continue;
    if (found.push(item) > page.limit) break;
  }
  return new Page(page, found, () => Promise.resolve(all.length));
}
