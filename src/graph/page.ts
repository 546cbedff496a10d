/** Keyset pages: arguments, cursors, and the page built from a query's rows. */
import { createHash } from "node:crypto";
import { Field, ObjectType } from "type-graphql";
import { AnswerError, inputError, limitError } from "./errors.ts";
import type { Grouped } from "./counts.ts";
import type { ModelClass, Relation } from "./model/declarations.ts";
import { readOrder, type OrderArgument, type SortOrder } from "./order.ts";

/** The default and the maximum number of items in a page. */
export const pageSize = { standard: 20, maximum: 100 } as const;

/** The arguments of every list, as received from GraphQL. */
export interface PageArguments {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
  filter?: object | null;
  orderBy?: OrderArgument | null;
  asOf?: string | null;
}

/** A position in a list: the sort key and id of the item, and the id of the list's parent. */
export type Position = [key: string | number, id: string, parent: string];

/** The parsed and checked request for a page. */
export interface PageRequest {
  /** Binds its cursors to the list and the arguments that select its content. */
  seal: string;
  limit: number;
  backward: boolean;
  order: SortOrder;
  after: Position | undefined;
  before: Position | undefined;
}

/**
 * Parses the arguments of a list.
 * @param list the coordinate of the list. A cursor of another list, filter or order is refused.
 * @param cls the type of its items, if they are entities.
 * @throws BAD_USER_INPUT, LIMIT_EXCEEDED, CURSOR_INVALID before a query is sent.
 */
export function readPage(list: string, args: PageArguments, cls: ModelClass | null = null): PageRequest {
  const { first, last } = args;
  if (first != null && last != null) throw inputError(`${list}: give "first" or "last", not both.`);
  for (const [name, value] of [
    ["first", first],
    ["last", last],
  ] as const) {
    if (value == null) continue;
    if (value < 0)
      throw inputError(
        `${list}: "${name}" is the number of items to return, from 0 to ${pageSize.maximum}; got ${value}.`,
      );
    if (value > pageSize.maximum) {
      throw limitError(
        `${list}: "${name}" is at most ${pageSize.maximum}; got ${value}. Ask for the next page with "after".`,
        pageSize.maximum,
      );
    }
  }
  const seal = sealOf(list, args);
  return {
    seal,
    limit: first ?? last ?? pageSize.standard,
    backward: last != null,
    order: readOrder(cls, args.orderBy),
    after: openCursor(list, seal, "after", args.after),
    before: openCursor(list, seal, "before", args.before),
  };
}

/** The same for requests for the same page, with the same filter and order. */
export function keyOfPage({ seal, limit, backward, after, before }: PageRequest): string {
  return JSON.stringify([seal, limit, backward, after ?? null, before ?? null]);
}

// A cursor must not be used in another list or with another filter.
function sealOf(list: string, args: PageArguments): string {
  const { first: _first, after: _after, last: _last, before: _before, ...choice } = args;
  // Sorted, since the order of arguments differs between checking and use.
  const given = Object.entries(choice)
    .filter(([, value]) => value != null)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash("sha256").update(list).update(JSON.stringify(given)).digest("base64url").slice(0, 6);
}

function writeCursor(seal: string, position: Position): string {
  return Buffer.from(JSON.stringify([seal, ...position])).toString("base64url");
}

// Clients write "no cursor" as an empty one too.
function openCursor(list: string, seal: string, name: string, cursor: string | null | undefined): Position | undefined {
  if (!cursor) return undefined;
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    parts = undefined;
  }
  if (!isPlace(parts)) {
    throw new AnswerError(
      "CURSOR_INVALID",
      `${list}: "${name}" is not a cursor: ${JSON.stringify(cursor.slice(0, 60))}. Take it from "pageInfo" or "edges { cursor }".`,
    );
  }
  const [found, ...position] = parts;
  if (found !== seal) throw foreignCursor(list);
  return position;
}

function isPlace(parts: unknown): parts is [string, ...Position] {
  if (!Array.isArray(parts) || parts.length !== 4) return false;
  const [seal, key, ...rest] = parts as unknown[];
  return (
    (typeof key === "string" || typeof key === "number") && [seal, ...rest].every((part) => typeof part === "string")
  );
}

/**
 * Refuses the cursor of another parent's list. The parent is known only once it is read.
 * @throws CURSOR_INVALID
 */
export function checkParent(list: string, { after, before }: PageRequest, parent: string): void {
  if ([after, before].some((position) => position && position[2] !== parent)) throw foreignCursor(list);
}

function foreignCursor(list: string): AnswerError {
  return new AnswerError(
    "CURSOR_INVALID",
    `${list}: the cursor belongs to another list or filter. Start again without it.`,
  );
}

@ObjectType({ simpleResolvers: true, description: "The position of a page in a list." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether there are items after this page." })
  readonly hasNextPage!: boolean;
  @Field(() => Boolean, { description: "Whether there are items before this page." })
  readonly hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: "The cursor of the first item. Null on an empty page." })
  readonly startCursor!: string | null;
  @Field(() => String, { nullable: true, description: "The cursor of the last item. Null on an empty page." })
  readonly endCursor!: string | null;
}

/** An item with its position in the list. */
export interface Placed<T> {
  position: Position;
  node: T;
}

/** A page of a list. Builds only what was selected. */
export class Page<T extends object> {
  readonly #request: PageRequest;
  readonly #items: Placed<T>[];
  readonly #more: boolean;
  readonly #relation: Relation | null;
  /** Counts the whole list; called only if selected. */
  readonly totalCount: () => Promise<number> | number;
  /** Groups the whole list; called only if selected. */
  readonly grouped: Grouped | undefined;

  /**
   * @param found the items in the order of the walk (backward from the end with `last`),
   * one more than the limit if there are more.
   * @param relation the relation whose targets it lists; null for a list of the whole graph.
   * @param grouped groups the whole list.
   */
  constructor(
    request: PageRequest,
    found: Placed<T>[],
    totalCount: () => Promise<number> | number,
    relation: Relation | null = null,
    grouped?: Grouped,
  ) {
    this.#relation = relation;
    this.#request = request;
    this.#more = found.length > request.limit;
    this.#items = found.slice(0, request.limit);
    if (request.backward) this.#items.reverse();
    this.totalCount = totalCount;
    this.grouped = grouped;
  }

  get nodes(): T[] {
    return this.#items.map((item) => item.node);
  }

  get edges(): { cursor: string; node: T; evidence: Evidence }[] {
    const { seal } = this.#request;
    return this.#items.map(({ position, node }) => ({
      cursor: writeCursor(seal, position),
      node,
      evidence: { relation: this.#relation, parent: position[2], item: (node as { id: string }).id },
    }));
  }

  get pageInfo(): PageInfo {
    const { backward, after, before } = this.#request;
    const [start, end] = [this.#items[0], this.#items.at(-1)];
    return {
      hasNextPage: before !== undefined || (!backward && this.#more),
      hasPreviousPage: after !== undefined || (backward && this.#more),
      startCursor: start ? writeCursor(this.#request.seal, start.position) : null,
      endCursor: end ? writeCursor(this.#request.seal, end.position) : null,
    };
  }
}

/** An item's membership in a list, for its claims. */
export interface Evidence {
  relation: Relation | null;
  /** The id of the list's parent, or ids separated by a space; empty for the whole graph. */
  parent: string;
  item: string;
}

/** The maximum number of claims per item. */
export const evidenceSize = 10;
