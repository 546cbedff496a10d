/**
 * The shapes of statements: each name of the model replaced by its kind and its position among the names. Statements of
 * one shape are one statement under other names, so that what follows from a statement alone, whatever the graph
 * contains, holds for all of its shape or for none.
 */
import { allTypes, entityTypes, isOwned, propertiesOf, relationsOf } from "../../src/graph/model/model.ts";
import { once } from "../../src/graph/once.ts";

export interface Shape {
  text: string;
  /** What was replaced, in the order of the positions. */
  names: string[];
}

/** The kind of each name. Properties of different types are of different kinds, since they compare differently. */
const kinds = once((): Map<string, string> => {
  const found = new Map<string, Set<string>>();
  const add = (name: string, kind: string): unknown => found.set(name, (found.get(name) ?? new Set()).add(kind));
  for (const { class: cls } of allTypes()) {
    for (const { name, datatype } of propertiesOf(cls).filter((each) => each.name !== "id")) {
      add(name, datatype);
      if (datatype === "date") for (const end of ["First", "Last"]) add(`${name}${end}`, end);
    }
    for (const relation of relationsOf(cls)) {
      if (relation.edge) add(relation.edge, "edge");
      if (isOwned(relation) && !relation.many) add(`${relation.name}Id`, "key");
    }
  }
  for (const { name } of entityTypes()) add(name, "label");
  return new Map([...found].map(([name, of]) => [name, [...of].sort().join(" or ")]));
});

/** @returns a statement's shape. */
export function shapeOf(text: string): Shape {
  const names: string[] = [];
  const shape = text.replace(/\w+/g, (word) => {
    const kind = kinds().get(word);
    if (kind === undefined) return word;
    if (!names.includes(word)) names.push(word);
    return `<${kind} ${names.indexOf(word)}>`;
  });
  return { text: shape, names };
}

/**
 * Of the cases of a law that follows from statements, those to hold it to: for each shape the two that most rows can
 * break. Of the others, the statements are the same under other names.
 * @param textsOf the statements that the law compares.
 * @param rowsOf how many rows could break it.
 */
export function telling<Case>(
  cases: readonly Case[],
  textsOf: (one: Case) => readonly string[],
  rowsOf: (one: Case) => number,
): Set<Case> {
  const shapes = new Map<string, Case[]>();
  for (const one of cases) {
    const shape = shapeOf(textsOf(one).join("\n")).text;
    shapes.set(shape, [...(shapes.get(shape) ?? []), one]);
  }
  return new Set([...shapes.values()].flatMap((alike) => alike.sort((a, b) => rowsOf(b) - rowsOf(a)).slice(0, 2)));
}
