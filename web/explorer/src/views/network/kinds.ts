/** The kinds of entity and of step, as the schema names them, each with the mark that stands for it. */
import { sentenceCase, wordsOf } from "../../parts/words.ts";
import type { Ask } from "../../site/ask.ts";

export interface Kind {
  /** As in the schema: `MEETING`. */
  word: string;
  name: string;
  description: string;
}

/** What stands for a kind of entity: no two kinds have both in common. */
export interface Mark {
  shape: Shape;
  /** The number of a colour of tokens.css. */
  colour: number;
}

export const shapes = ["circle", "square", "diamond", "triangle", "hexagon", "drop", "star"] as const;
export type Shape = (typeof shapes)[number];
export const colours = 6;

export class Kinds {
  readonly #marks: ReadonlyMap<string, Mark>;
  readonly #names: ReadonlyMap<string, string>;

  constructor(
    readonly entities: readonly Kind[],
    readonly steps: readonly Kind[],
  ) {
    // Seven shapes and six colours: together they repeat after 42 kinds.
    this.#marks = new Map(
      entities.map(({ word }, index) => [word, { shape: shapes[index % shapes.length]!, colour: index % colours }]),
    );
    this.#names = new Map([...entities, ...steps].map(({ word, name }) => [word, name]));
  }

  markOf(kind: string): Mark {
    return this.#marks.get(kind) ?? { shape: "circle", colour: 0 };
  }

  /** What the schema says of a kind. Undefined for one that it doesn't have. */
  describe(kind: string): string | undefined {
    return [...this.entities, ...this.steps].find(({ word }) => word === kind)?.description;
  }

  nameOf(kind: string): string {
    return this.#names.get(kind) ?? sentenceCase(wordsOf(kind));
  }
}

const document = `query Kinds {
  entities: __type(name: "EntityKind") { enumValues { name description } }
  steps: __type(name: "StepKind") { enumValues { name description } }
}`;

let known: Promise<Kinds> | undefined;

/** The kinds, asked once for a visit. */
export function kinds(ask: Ask): Promise<Kinds> {
  known ??= read(ask).catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

async function read(ask: Ask): Promise<Kinds> {
  type Values = { enumValues: { name: string; description: string }[] };
  const { data } = await ask<{ entities: Values; steps: Values }>(document);
  const kindsIn = ({ enumValues }: Values): Kind[] =>
    enumValues
      .map(({ name, description }) => ({ word: name, name: sentenceCase(wordsOf(name)), description }))
      .sort((one, other) => (one.word < other.word ? -1 : 1));
  return new Kinds(kindsIn(data.entities), kindsIn(data.steps));
}
