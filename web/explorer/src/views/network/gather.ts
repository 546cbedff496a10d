/** Asks for all that a state shows. Answers are kept, so that an undone action costs nothing. */
import type { Date } from "../../parts/EdtfDate.tsx";
import type { Ask } from "../../site/ask.ts";
import type { Question } from "../../site/page.ts";
import type { Batch } from "./place.ts";
import { pageSize, type Move, type NetworkState } from "./state.ts";
import nodesDocument from "./nodes.graphql?raw";
import stepsDocument from "./steps.graphql?raw";

export interface Count {
  kind: string;
  count: number;
}

export interface Entity {
  id: string;
  kind: string;
  label: string;
  /** The number of its steps in the whole graph, and the numbers by kind, largest first. */
  degree: number;
  counts: readonly Count[];
}

export interface Step {
  key: string;
  kind: string;
  relation: string;
  source: string;
  target: string;
  sentence: string;
  basis: string;
  date: Date | null;
}

export interface Edition {
  date: string;
  digest: string;
}

export interface Gathered {
  entities: ReadonlyMap<string, Entity>;
  steps: ReadonlyMap<string, Step>;
  /** The beginning, then one for each move; empty for a move that adds nothing. */
  batches: readonly Batch[];
  edition: Edition | null;
  /** The queries behind it, the latest last. */
  questions: readonly Question[];
}

/** The number of entities at the beginning besides those asked for, and of items of each of their lists. */
const surroundings = 24;
const perList = 3;
/** The most entities that one query takes. */
const mostAsked = 100;

interface NodesAnswer {
  edition: Edition | null;
  neighborhood: {
    nodes: { entityId: string; kind: string; label: string; degree: number; omittedByKind: Count[] }[];
    edges: Step[];
  };
}

interface StepsAnswer {
  steps: { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string | null }; nodes: Step[] } | null;
}

export class Gatherer {
  readonly #ask: Ask;
  readonly #answers = new Map<string, Promise<unknown>>();

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** @throws AskError */
  async gather({ of, moves }: NetworkState): Promise<Gathered> {
    const entities = new Map<string, Entity>();
    const steps = new Map<string, Step>();
    const batches: Batch[] = [];
    const questions: Question[] = [];
    let edition: Edition | null = null;
    const learn = ({ edition: found, neighborhood }: NodesAnswer): void => {
      edition = found;
      for (const step of neighborhood.edges) steps.set(step.key, step);
      for (const node of neighborhood.nodes)
        if (!entities.has(node.entityId)) entities.set(node.entityId, entityOf(node, neighborhood.edges));
    };
    // Pages of steps don't depend on each other, but for those of the same list.
    const pages = this.#pagesOf(moves);
    if (of.length > 0) {
      const variables = { of: of.map((id) => ({ id })), most: of.length + surroundings, perList, beside: [] };
      learn(await this.#asked<NodesAnswer>(nodesDocument, variables));
      questions.push({ document: nodesDocument, variables });
    }
    batches.push({ parent: null, ids: [...entities.keys()] });
    for (const [index, move] of moves.entries()) {
      const page = pages[index];
      const found = page && (await page.answer);
      if (page && found) {
        questions.push({ document: stepsDocument, variables: page.variables });
        for (const step of found.steps?.nodes ?? []) steps.set(step.key, step);
      }
      const wanted =
        move.do === "add" ? [move.id] : (found?.steps?.nodes ?? []).flatMap(({ source, target }) => [source, target]);
      const added = [...new Set(wanted)].filter((id) => !entities.has(id));
      for (let first = 0; first < added.length; first += mostAsked) {
        const some = added.slice(first, first + mostAsked);
        const variables = {
          of: some.map((id) => ({ id })),
          most: some.length,
          perList: 1,
          beside: [...entities.keys()].slice(-2000),
        };
        learn(await this.#asked<NodesAnswer>(nodesDocument, variables));
      }
      batches.push({
        parent: move.do === "open" ? move.id : null,
        ids: added.filter((id) => entities.has(id)),
      });
    }
    return { entities, steps, batches, edition, questions };
  }

  #pagesOf(moves: readonly Move[]) {
    const last = new Map<string, Promise<StepsAnswer>>();
    return moves.map((move) => {
      if (move.do !== "open") return null;
      const { id, kind, during } = move;
      const list = [id, kind, during].join(" ");
      const before = last.get(list);
      const variables: Record<string, unknown> = { of: { id }, through: [kind], during, first: pageSize };
      const answer = (async () => {
        const previous = (await before)?.steps;
        if (previous && !previous.pageInfo.hasNextPage) return { steps: null };
        if (previous) variables.after = previous.pageInfo.endCursor;
        return await this.#asked<StepsAnswer>(stepsDocument, variables);
      })();
      // It is awaited later: until then, a failure isn't one that nobody handles.
      answer.catch(() => undefined);
      last.set(list, answer);
      return { answer, variables };
    });
  }

  #asked<Data>(document: string, variables: Record<string, unknown>): Promise<Data> {
    const key = document.slice(0, 20) + JSON.stringify(variables);
    let answer = this.#answers.get(key) as Promise<Data> | undefined;
    if (!answer) {
      answer = this.#ask<Data>(document, variables).then(({ data }) => data);
      answer.catch(() => this.#answers.delete(key));
      this.#answers.set(key, answer);
    }
    return answer;
  }
}

// What is omitted and what is shown in an answer are all of its steps.
function entityOf(node: NodesAnswer["neighborhood"]["nodes"][number], shown: readonly Step[]): Entity {
  const counts = new Map(node.omittedByKind.map(({ kind, count }) => [kind, count]));
  for (const { kind, source, target } of shown)
    if (source === node.entityId || target === node.entityId) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return {
    id: node.entityId,
    kind: node.kind,
    label: node.label,
    degree: node.degree,
    counts: [...counts]
      .map(([kind, count]) => ({ kind, count }))
      .sort((one, other) => other.count - one.count || (one.kind < other.kind ? -1 : 1)),
  };
}
