/** Checks the relations against each other and against the files of `cypher/`. */
import { didYouMean } from "../errors.ts";
import { nearest } from "../id.ts";
import { namesOf, unknown } from "./mistakes.ts";
import { allTypes, coordinate, isOwned, lineage, relationOf, relationsOf } from "./model.ts";
import { wordOf } from "./casing.ts";
import type { EntityType, ModelClass, Relation } from "./declarations.ts";
import { derivedFrom, fileOf } from "./pattern.ts";

/** A relation's missing target. */
// Referring classes import a class as a type only, so an unlisted class isn't loaded, and looks misspelt.
export function* mistakesOfTarget(relation: Relation, types: readonly EntityType[]): Generator<string> {
  const { leadsTo } = relation;
  const names = namesOf(types);
  if (names.includes(leadsTo)) return;
  const isDeclared = allTypes().some(({ name }) => name === leadsTo);
  const meant = isDeclared ? "" : didYouMean(nearest(leadsTo, names));
  const remedy = meant ? `${meant} If not, add ${leadsTo} to it.` : `. Add ${leadsTo} to it.`;
  yield `${coordinate(relation)}: leads to "${leadsTo}", which is not in entities/entities.ts${remedy}`;
}

/** Mistakes in the declaration of a relation. @param all the relations of all types. */
export function* mistakesOfRelation(
  relation: Relation,
  types: readonly EntityType[],
  all: readonly Relation[],
): Generator<string> {
  const where = coordinate(relation);
  const { edge, foreignKey, inverse, through, leadsTo, name, domain } = relation;
  if (edge !== undefined && !/^[A-Z][A-Z_]*$/.test(edge))
    yield `${where}: the edge "${edge}" must be in capitals, such as "${edgeOf(edge) || "SIGNED_AT"}".`;
  if (foreignKey && (edge !== undefined || relation.many))
    yield `${where}: "foreignKey" is for a relation to one, in place of an edge. Keep one of the two.`;
  if (isOwned(relation) && (through !== undefined || (inverse !== undefined && inverse !== name)))
    yield `${where}: facts state it here, so nothing leads to it from elsewhere. Take away its edge, or "${through?.join(", ") ?? inverse}".`;
  if (through !== undefined) yield* ofThrough(where, domain, through, leadsTo, types);
  const target = types.find((type) => type.name === leadsTo);
  if (!target) return;
  if (inverse !== undefined) yield* ofInverse(relation, inverse, target, types);
  if (isOwned(relation) && !relation.oneWay && !all.some((each) => reads(each, relation, target, types)))
    yield `${where}: ${leadsTo} can't read it from its side. Give ${leadsTo} a relation with inverse: "${name}", or say oneWay: true here.`;
}

function edgeOf(text: string): string {
  return wordOf(text.replace(/[^A-Za-z]+/g, "_").replace(/^_|_$/g, ""));
}

// Includes a misspelt inverse, which is reported at its own declaration.
function reads(
  { inverse, leadsTo, domain }: Relation,
  owned: Relation,
  target: EntityType,
  types: readonly EntityType[],
): boolean {
  if (inverse === undefined) return false;
  const from = types.find(({ name }) => name === leadsTo);
  if (!from) return inverse === owned.name;
  const meant = relationOf(from.class, inverse);
  if (meant) return meant === owned;
  const isOfTarget = lineage(domain).includes(target.class) || lineage(target.class).includes(domain);
  return isOfTarget && relationsOf(from.class).includes(owned);
}

function* ofInverse(
  relation: Relation,
  inverse: string,
  target: EntityType,
  types: readonly EntityType[],
): Generator<string> {
  const { domain } = relation;
  const where = coordinate(relation);
  const stated = relationsOf(target.class).filter(isOwned);
  const owning = relationOf(target.class, inverse);
  if (!owning) yield* unknown(`${where}: inverse`, inverse, target.name, namesOf(stated));
  else if (!isOwned(owning))
    yield `${where}: its inverse ${coordinate(owning)} isn't stated by facts either. Give an edge to one of the two.`;
  else if (namesOf(types).includes(owning.leadsTo) && !lineage(domain).some(({ name }) => name === owning.leadsTo))
    yield `${where}: its inverse ${coordinate(owning)} leads to ${owning.leadsTo}, not to ${domain.name}. Declare it on ${owning.leadsTo}, or let ${coordinate(owning)} lead here.`;
  else if (!relation.many && !isOwned(relation))
    yield `${where}: its inverse ${coordinate(owning)} may lead from many to the same. Write @Many.`;
}

function* ofThrough(
  where: string,
  domain: ModelClass,
  [first, second]: readonly [string, string],
  leadsTo: string,
  types: readonly EntityType[],
): Generator<string> {
  yield* unknown(`${where}: through`, first, domain.name, namesOf(relationsOf(domain)));
  const between = types.find(({ name }) => name === relationOf(domain, first)?.leadsTo);
  if (!between) return;
  yield* unknown(`${where}: through`, second, between.name, namesOf(relationsOf(between.class)));
  const reached = relationOf(between.class, second)?.leadsTo;
  const areThere = [reached, leadsTo].every((name) => types.some((type) => type.name === name));
  if (areThere && reached !== leadsTo)
    yield `${where}: leads to ${leadsTo}, and ${between.name}.${second} to ${reached}. Let both lead to the same.`;
}

/** The folder of `cypher/` for patterns that aren't derived from a declaration. */
const own = /^relations[/]/;

/** Patterns without a file, and files without a relation. @param paths the files of `cypher/`. */
export function* mistakesOfFiles(
  types: readonly EntityType[],
  relations: readonly Relation[],
  paths: readonly string[],
): Generator<string> {
  // Mistakes in a declaration are reported above; skip consequences.
  const sound = relations.filter(
    (relation) =>
      [...mistakesOfTarget(relation, types), ...mistakesOfRelation(relation, types, relations)].length === 0,
  );
  const needed = new Map(
    sound.filter((relation) => derivedFrom(relation) === null).map((relation) => [fileOf(relation), relation]),
  );
  for (const [path, relation] of needed)
    if (!paths.includes(path))
      yield `${coordinate(relation)}: nothing says how to find its items. Give it "edge", "foreignKey", "inverse" or "through", or write its pattern in cypher/${path}.cypher.`;
  for (const path of paths)
    if (own.test(path) && !needed.has(path))
      yield `cypher/${path}.cypher: belongs to no relation that needs a file${didYouMean(nearest(path, [...needed.keys()])) || "."} Rename it, or remove it.`;
}
