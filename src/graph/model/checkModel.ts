/** Checks the classes' declarations against each other: all mistakes at once, with class, field and remedy. */
import { StartError } from "../database/StartError.ts";
import { files } from "../queries.ts";
import { mistakesOfEntity, mistakesOfFields, mistakesOfTerms } from "./checkEntities.ts";
import { mistakesOfGeneratedNames, mistakesOfNames } from "./checkNames.ts";
import { mistakesOfFiles, mistakesOfRelation, mistakesOfTarget } from "./checkRelations.ts";
import { by, twice } from "./mistakes.ts";
import { allTypes, coordinate, lineage, relationsOf } from "./model.ts";
import type { ModelClass } from "./declarations.ts";

/**
 * Refuses an inconsistent model.
 * @param listed the classes of `entities/entities.ts`.
 * @param prefixes the vocabularies allowed in `elsewhere`.
 * @throws StartError with all mistakes.
 */
export function checkModel(listed: readonly ModelClass[], prefixes: readonly string[]): void {
  refuse("The model", mistakesOf(listed, [...files.keys()], prefixes));
}

/** @throws StartError when there are mistakes. */
export function refuse(what: string, mistakes: readonly string[]): void {
  if (mistakes.length > 0) throw new StartError(told(what, mistakes));
}

/** GraphQL's error for two types of one name, in our words; other errors unchanged. */
export function asStartError(error: unknown): unknown {
  const [, name] = /multiple types named "(\w+)"/.exec(String((error as Error | undefined)?.message)) ?? [];
  if (name === undefined) return error;
  return new StartError(
    told("The model", [`${name}: the schema has a type "${name}" already. Rename the class or enumeration.`]),
  );
}

function told(what: string, mistakes: readonly string[]): string {
  return `${what} has mistakes:\n${mistakes.map((each) => `- ${each}`).join("\n")}`;
}

/**
 * Mistakes in some classes. Missing targets come first, since they may cause others.
 * @param listed the entities; their interfaces belong to them.
 * @param paths the files of `cypher/`.
 * @param prefixes the vocabularies of `elsewhere`.
 */
export function mistakesOf(
  listed: readonly ModelClass[],
  paths: readonly string[],
  prefixes: readonly string[],
): string[] {
  const declared = new Map(allTypes().map((type) => [type.class, type]));
  const classes = [...new Set(listed.flatMap(lineage))];
  const types = classes.flatMap((cls) => declared.get(cls) ?? []);
  const relations = types.flatMap(({ class: cls }) => relationsOf(cls).filter(({ domain }) => domain === cls));
  return [
    ...classes
      .filter((cls) => !declared.has(cls))
      .map(({ name }) => `${name}: is not an entity. Put @Type or @Interface above the class.`),
    ...relations.flatMap((relation) => [...mistakesOfTarget(relation, types)]),
    ...relations.flatMap((relation) => [...mistakesOfRelation(relation, types, relations)]),
    ...mistakesOfTerms(types, relations, prefixes),
    ...types.flatMap((type) => [...mistakesOfFields(type), ...(type.abstract ? [] : mistakesOfEntity(type, types))]),
    ...twice(
      "the edge",
      relations.flatMap((each) => by(coordinate(each), each.edge)),
    ),
    ...mistakesOfNames(types.filter((type) => !type.abstract)),
    ...mistakesOfGeneratedNames(types),
    ...mistakesOfFiles(types, relations, paths),
  ];
}
