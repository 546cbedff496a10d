/** Holds what the classes declare against each other: all mistakes at once, each with its class, its field and its remedy. */
import { StartError } from "../database/StartError.ts";
import { didYouMean } from "../errors.ts";
import { nearest } from "../id.ts";
import {
  allTypes,
  camelCase,
  coordinate,
  isOwned,
  lineage,
  propertiesOf,
  propertyOf,
  relationOf,
  relationsOf,
  wordOf,
  type EntityType,
  type ModelClass,
  type Relation,
} from "./model.ts";
import { derivedFrom, fileOf } from "./pattern.ts";
import { files } from "../queries.ts";

/**
 * Refuses a model that contradicts itself.
 * @param listed the classes of `entities/index.ts`.
 * @param prefixes the vocabularies in whose words a class may say what it is `elsewhere`.
 * @throws StartError that names all mistakes.
 */
export function checkModel(listed: readonly ModelClass[], prefixes: readonly string[]): void {
  refuse("The model", mistakesOf(listed, [...files.keys()], prefixes));
}

/** @throws StartError when there are mistakes. */
export function refuse(what: string, mistakes: readonly string[]): void {
  if (mistakes.length > 0) throw new StartError(told(what, mistakes));
}

/** What GraphQL throws when two types of a schema have one name, in our words; anything else as it is. */
export function asStartError(error: unknown): unknown {
  const [, name] = /multiple types named "(\w+)"/.exec(String((error as Error | undefined)?.message)) ?? [];
  if (name === undefined) return error;
  return new StartError(
    told("The model", [`${name}: the schema has a type "${name}" already. Rename the class or enumeration.`]),
  );
}

function told(what: string, mistakes: readonly string[]): string {
  return `${what} can't be so:\n${mistakes.map((each) => `- ${each}`).join("\n")}`;
}

/**
 * What is wrong with some classes. What leads to nothing comes first, since other mistakes may follow from it.
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
  const relations = types.flatMap(({ class: cls }) => relationsOf(cls).filter(({ owner }) => owner === cls));
  return [
    ...classes
      .filter((cls) => !declared.has(cls))
      .map(({ name }) => `${name}: is no entity. Put @Entity or @Interface above the class.`),
    ...relations.flatMap((relation) => [...ofTarget(relation, types)]),
    ...relations.flatMap((relation) => [...ofRelation(relation, types, relations)]),
    ...ofElsewhere(types, relations, prefixes),
    ...types.flatMap((type) => [...ofFields(type), ...(type.abstract ? [] : ofEntity(type, types))]),
    ...twice(
      "the edge",
      relations.flatMap((each) => by(coordinate(each), each.edge)),
    ),
    ...ofNames(types.filter((type) => !type.abstract)),
    ...ofMade(types),
    ...ofFiles(types, relations, paths),
  ];
}

// A class is imported for its type alone by what leads to it: where it isn't listed it isn't loaded, and looks misspelt.
function* ofTarget(relation: Relation, types: readonly EntityType[]): Generator<string> {
  const { leadsTo } = relation;
  const names = namesOf(types);
  if (names.includes(leadsTo)) return;
  const isDeclared = allTypes().some(({ name }) => name === leadsTo);
  const meant = isDeclared ? "" : didYouMean(nearest(leadsTo, names));
  const remedy = meant ? `${meant} If not, add ${leadsTo} to it.` : `. Add ${leadsTo} to it.`;
  yield `${coordinate(relation)}: leads to "${leadsTo}", which entities/index.ts hasn't${remedy}`;
}

function* ofRelation(relation: Relation, types: readonly EntityType[], all: readonly Relation[]): Generator<string> {
  const where = coordinate(relation);
  const { edge, keyed, inverse, through, leadsTo, name, owner } = relation;
  if (edge !== undefined && !/^[A-Z][A-Z_]*$/.test(edge))
    yield `${where}: the edge "${edge}" is to be in capitals, as "${edgeOf(edge) || "SIGNED_AT"}".`;
  if (keyed && (edge !== undefined || relation.many))
    yield `${where}: "keyed" is for a relation to one, in place of an edge. Keep one of the two.`;
  if (isOwned(relation) && (through !== undefined || (inverse !== undefined && inverse !== name)))
    yield `${where}: facts state it here, so nothing leads to it from elsewhere. Take away its edge, or "${through?.join(", ") ?? inverse}".`;
  if (through !== undefined) yield* ofThrough(where, owner, through, leadsTo, types);
  const target = types.find((type) => type.name === leadsTo);
  if (!target) return;
  if (inverse !== undefined) yield* ofInverse(relation, inverse, target, types);
  if (isOwned(relation) && !relation.oneWay && !all.some((each) => reads(each, relation, target, types)))
    yield `${where}: ${leadsTo} can't read it from its side. Give ${leadsTo} a relation with inverse: "${name}", or say oneWay: true here.`;
}

function edgeOf(text: string): string {
  return wordOf(text.replace(/[^A-Za-z]+/g, "_").replace(/^_|_$/g, ""));
}

// Also when it means to, and is misspelt: that is told where it stands.
function reads(
  { inverse, leadsTo, owner }: Relation,
  owned: Relation,
  target: EntityType,
  types: readonly EntityType[],
): boolean {
  if (inverse === undefined) return false;
  const from = types.find(({ name }) => name === leadsTo);
  if (!from) return inverse === owned.name;
  const meant = relationOf(from.class, inverse);
  if (meant) return meant === owned;
  const isOfTarget = lineage(owner).includes(target.class) || lineage(target.class).includes(owner);
  return isOfTarget && relationsOf(from.class).includes(owned);
}

function* ofInverse(
  relation: Relation,
  inverse: string,
  target: EntityType,
  types: readonly EntityType[],
): Generator<string> {
  const { owner } = relation;
  const where = coordinate(relation);
  const stated = relationsOf(target.class).filter(isOwned);
  const owning = relationOf(target.class, inverse);
  if (!owning) yield* unknown(`${where}: inverse`, inverse, target.name, namesOf(stated));
  else if (!isOwned(owning))
    yield `${where}: its inverse ${coordinate(owning)} isn't stated by facts either. Give an edge to one of the two.`;
  else if (namesOf(types).includes(owning.leadsTo) && !lineage(owner).some(({ name }) => name === owning.leadsTo))
    yield `${where}: its inverse ${coordinate(owning)} leads to ${owning.leadsTo}, not to ${owner.name}. Declare it on ${owning.leadsTo}, or let ${coordinate(owning)} lead here.`;
  else if (!relation.many && !isOwned(relation))
    yield `${where}: its inverse ${coordinate(owning)} may lead from many to the same. Write @Many.`;
}

function* ofElsewhere(
  types: readonly EntityType[],
  relations: readonly Relation[],
  prefixes: readonly string[],
): Generator<string> {
  // What inherits a property has the same one.
  const said = new Map<object, [where: string, terms: readonly string[]]>();
  for (const { name, class: cls, ...type } of types) {
    said.set(cls, [name, type.elsewhere]);
    for (const property of propertiesOf(cls)) {
      const { elsewhere = [] } = property;
      const terms = typeof elsewhere === "string" ? [elsewhere] : Object.values(elsewhere);
      if (!said.has(property)) said.set(property, [`${name}.${property.name}`, terms]);
    }
  }
  for (const relation of relations)
    if (relation.elsewhere !== undefined) said.set(relation, [coordinate(relation), [relation.elsewhere]]);
  for (const [where, terms] of said.values())
    for (const term of terms) {
      const [, prefix, word] = /^([^:]*):([A-Za-z]\w*)$/.exec(term) ?? [];
      if (prefix !== undefined && prefixes.includes(prefix)) continue;
      const meant = prefix === undefined ? undefined : nearest(prefix, prefixes);
      const remedy =
        didYouMean(meant && `${meant}:${word}`) ||
        `; the prefixes are ${prefixes.join(", ")} (src/export/vocabulary.ts).`;
      yield `${where}: elsewhere "${term}" isn't a prefix that is known, a colon and a word${remedy}`;
    }
}

// What both entities and interfaces have.
function* ofFields(type: EntityType): Generator<string> {
  const { name, class: cls } = type;
  const fields = [...propertiesOf(cls), ...relationsOf(cls)];
  const instance = Reflect.construct(cls as new () => object, []);
  for (const field of fields)
    if (Object.hasOwn(instance, field.name))
      yield `${name}.${field.name}: is a field of JavaScript too, which hides what the decorator made. Write "declare ${field.name}".`;
  yield* twice(
    "the word",
    fields.flatMap((each) => by(`${name}.${each.name}`, wordOf(each.name))),
  );
  yield* twice("the property", [
    ...by("the engine", "sortKey"),
    ...propertiesOf(cls).flatMap(({ name: own, kind }) =>
      by(`${name}.${own}`, ...(kind === "date" ? [own, `${own}First`, `${own}Last`] : [own])),
    ),
    ...toOneOf(cls).flatMap((each) => by(`${name}.${each.name}`, `${each.name}Id`)),
    ...type.partialIndexes.flatMap((each) => by(`a partial index of ${name}`, each.name)),
  ]);
  yield* twice("the key", [
    ...by("every look-up", "id", "slug"),
    ...propertiesOf(cls).flatMap((each) => by(`${name}.${each.name}`, each.key)),
  ]);
}

function* ofEntity(type: EntityType, types: readonly EntityType[]): Generator<string> {
  const { name, class: cls, order, together, joins, partialIndexes } = type;
  const properties = namesOf(propertiesOf(cls));
  const toOne = namesOf(toOneOf(cls));
  const said = [...properties, ...namesOf(relationsOf(cls).filter(isOwned))];
  for (const each of order) yield* unknown(`${name}: order`, each, name, [...properties, ...toOne]);
  if (order.length === 0) yield `${name}: order is empty. Leave it out, and lists sort by "name".`;
  const sorter = relationOf(cls, order[0] ?? "");
  if (sorter && (order.length > 1 || !sorter.required))
    yield `${name}: order "${sorter.name}" is a relation, so it must stand alone and be required.`;
  for (const each of together) yield* unknown(`${name}: together`, each, name, said);
  for (const each of joins) yield* unknown(`${name}: joins`, each, name, toOne);
  if (joins.some((each) => toOne.includes(each) && relationOf(cls, each)!.edge === undefined))
    yield `${name}: joins go along edges. Give one to each of ${joins.join(", ")}.`;
  if (joins.length === 1) yield `${name}: joins has one end, "${joins[0]}". Name two or more, or leave it out.`;
  for (const { of, without } of partialIndexes) {
    yield* unknown(`${name}: partialIndexes.of`, of, name, toOne);
    for (const each of without)
      yield* unknown(`${name}: partialIndexes.without`, each, name, [...properties, ...toOne]);
  }
  yield* ofTime(type, types);
}

function* ofTime({ name, class: cls, order, time }: EntityType, types: readonly EntityType[]): Generator<string> {
  const { from, until, isMoment, isTimeless, never, shown } = time;
  const properties = propertiesOf(cls);
  const dates = namesOf(properties.filter(({ kind }) => kind === "date"));
  if (from !== undefined && from !== "sortKey") yield* unknown(`${name}: time.from`, from, name, dates);
  if (until !== undefined) yield* unknown(`${name}: time.until`, until, name, dates);
  if (shown !== undefined)
    yield* unknown(`${name}: time.shown`, shown, name, namesOf(properties.filter(({ kind }) => kind === "texts")));
  if (never !== undefined) {
    const words = properties.find((each) => each.name === "status")?.values;
    if (!words) yield `${name}: time.never has words of "status", an enumeration that ${name} hasn't. Declare it.`;
    else for (const each of never) yield* unknown(`${name}: time.never`, each, "status", words);
  }
  const sorter = types.find((each) => each.name === relationOf(cls, order[0] ?? "")?.leadsTo);
  if (from === "sortKey" && sorter && sorter.time.from !== "sortKey")
    yield `${name}: sorts as ${sorter.name} does, which isn't by a date, so that no day can be told. Say time: { isTimeless: true }, or name a date in time.from.`;
  const said = [until, isMoment, isTimeless].filter((each) => each !== undefined).length;
  if (said > 1) yield `${name}: time says more than one of until, isMoment and isTimeless. Keep the one that is so.`;
  const isOrdered = order.every((each) => propertyOf(cls, each) ?? relationOf(cls, each));
  if ((until !== undefined || isMoment) && from === undefined && isOrdered)
    yield `${name}: time tells no beginning. Name a date in time.from, or let order begin with one.`;
  if (said === 0 && (from !== undefined || dates.length > 0))
    yield (
      `${name}: has dates, and doesn't say when it was over, so that asOf would show it for ever after. ` +
      `Say time: { until: ${dates.map((each) => `"${each}"`).join(" or ")} }, time: { isMoment: true } for what happened once, ` +
      "or time: { isTimeless: true } where no date tells when it held."
    );
}

function* ofNames(types: readonly EntityType[]): Generator<string> {
  yield* twice(
    "the kind",
    types.flatMap(({ name, kind }) => by(name, kind)),
  );
  yield* twice(
    "the question",
    types.flatMap(({ name, plural }) => by(name, camelCase(name), plural)),
  );
  const enumerations = new Map<unknown, Taken[]>();
  for (const { name: type, class: cls } of types)
    for (const { name, enumeration, type: of } of propertiesOf(cls))
      enumerations.set(of(), by(`${type}.${name}`, enumeration));
  yield* twice("the enumeration", [...enumerations.values()].flat());
}

/** The names of the types of the schema that the engine makes for an entity. */
export function typesMadeFor(entity: string): string[] {
  const ends = ["Connection", "Edge", "Field", "Filter", "Group", "Key", "ListFilter", "Order", "OrderField"];
  return ends.map((end) => `${entity}${end}`);
}

// Types of questions aren't known here: see asStartError.
function* ofMade(types: readonly EntityType[]): Generator<string> {
  const made = new Map<string, string>();
  for (const { name } of types) for (const each of typesMadeFor(name)) made.set(each, name);
  const enumerations = new Map<string, string>();
  for (const { name, class: cls } of types)
    for (const { name: property, enumeration } of propertiesOf(cls))
      if (enumeration !== undefined && !enumerations.has(enumeration))
        enumerations.set(enumeration, `${name}.${property}`);
  for (const each of enumerations.keys()) made.set(`${each}Filter`, `the enumeration ${each}`);
  const taken = (where: string, name: string, what: string): string[] =>
    made.has(name) ? [`${where}: the type "${name}" is made for ${made.get(name)} already. Rename the ${what}.`] : [];
  for (const { name } of types) yield* taken(name, name, "class");
  for (const [name, where] of enumerations) {
    if (namesOf(types).includes(name))
      yield `${where}: the enumeration "${name}" is called as an entity is. Rename the enumeration.`;
    yield* taken(where, name, "enumeration");
  }
}

function* ofThrough(
  where: string,
  owner: ModelClass,
  [first, second]: readonly [string, string],
  leadsTo: string,
  types: readonly EntityType[],
): Generator<string> {
  yield* unknown(`${where}: through`, first, owner.name, namesOf(relationsOf(owner)));
  const between = types.find(({ name }) => name === relationOf(owner, first)?.leadsTo);
  if (!between) return;
  yield* unknown(`${where}: through`, second, between.name, namesOf(relationsOf(between.class)));
  const reached = relationOf(between.class, second)?.leadsTo;
  const areThere = [reached, leadsTo].every((name) => types.some((type) => type.name === name));
  if (areThere && reached !== leadsTo)
    yield `${where}: leads to ${leadsTo}, and ${between.name}.${second} to ${reached}. Let both lead to the same.`;
}

/** The folder of `cypher/` with the patterns that don't follow from a declaration. */
const own = /^relations[/]/;

function* ofFiles(
  types: readonly EntityType[],
  relations: readonly Relation[],
  paths: readonly string[],
): Generator<string> {
  // What is wrong with a declaration is said above, and nothing follows from it.
  const sound = relations.filter(
    (relation) => [...ofTarget(relation, types), ...ofRelation(relation, types, relations)].length === 0,
  );
  const needed = new Map(
    sound.filter((relation) => derivedFrom(relation) === null).map((relation) => [fileOf(relation), relation]),
  );
  for (const [path, relation] of needed)
    if (!paths.includes(path))
      yield `${coordinate(relation)}: nothing tells how it is reached. Give it "edge", "keyed", "inverse" or "through", or write its pattern in cypher/${path}.cypher.`;
  for (const path of paths)
    if (own.test(path) && !needed.has(path))
      yield `cypher/${path}.cypher: is of no relation that needs one${didYouMean(nearest(path, [...needed.keys()])) || "."} Rename it, or remove it.`;
}

function toOneOf(cls: ModelClass): Relation[] {
  return relationsOf(cls).filter((relation) => isOwned(relation) && !relation.many);
}

export function namesOf(all: readonly { name: string }[]): string[] {
  return all.map(({ name }) => name);
}

/** A word that isn't one of some, with the one that was likely meant. @param of what has those words. */
export function* unknown(where: string, word: string, of: string, words: readonly string[]): Generator<string> {
  if (words.includes(word)) return;
  const all = words.length === 0 ? "none" : words.join(", ");
  yield `${where} "${word}", which ${of} hasn't${didYouMean(nearest(word, words)) || `; it has ${all}.`}`;
}

/** A word, and who has it. */
interface Taken {
  by: string;
  word: string;
}

function by(who: string, ...words: (string | undefined)[]): Taken[] {
  return words.flatMap((word) => (word === undefined ? [] : [{ by: who, word }]));
}

/** What two have that only one may have: both are named. */
function* twice(what: string, all: readonly Taken[]): Generator<string> {
  const first = new Map<string, string>();
  for (const { by: who, word } of all) {
    const other = first.get(word);
    if (other === undefined) first.set(word, who);
    else yield `${who}: ${what} "${word}" is ${other}'s already. Give it another.`;
  }
}
