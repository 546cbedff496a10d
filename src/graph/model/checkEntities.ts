/** Checks an entity's own declarations: fields, order, time, and terms in other vocabularies. */
import { didYouMean } from "../errors.ts";
import { nearest } from "../id.ts";
import { by, namesOf, toOneOf, twice, unknown } from "./mistakes.ts";
import { coordinate, isOwned, propertiesOf, propertyOf, relationOf, relationsOf } from "./model.ts";
import { wordOf } from "./casing.ts";
import type { EntityType, Relation } from "./declarations.ts";

/** Unknown vocabulary terms. @param prefixes the known ones. */
export function* mistakesOfTerms(
  types: readonly EntityType[],
  relations: readonly Relation[],
  prefixes: readonly string[],
): Generator<string> {
  // Subclasses share the inherited property.
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

/** Mistakes in the fields of an entity or an interface. */
export function* mistakesOfFields(type: EntityType): Generator<string> {
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
    ...propertiesOf(cls).flatMap(({ name: own, datatype }) =>
      by(`${name}.${own}`, ...(datatype === "date" ? [own, `${own}First`, `${own}Last`] : [own])),
    ),
    ...toOneOf(cls).flatMap((each) => by(`${name}.${each.name}`, `${each.name}Id`)),
    ...type.partialIndexes.flatMap((each) => by(`a partial index of ${name}`, each.name)),
  ]);
  yield* mistakesOfRules(type);
  yield* twice("the key", [
    ...by("every look-up", "id", "slug"),
    ...propertiesOf(cls).flatMap((each) => by(`${name}.${each.name}`, each.key)),
  ]);
}

/** Fields that a property's rules name. */
function* mistakesOfRules(type: EntityType): Generator<string> {
  const { name, class: cls } = type;
  const known = [...namesOf(propertiesOf(cls)), ...namesOf(toOneOf(cls))];
  for (const { name: own, sums = [], needs = {}, values = [] } of propertiesOf(cls)) {
    for (const { word, among = {}, alike = [], compatible = [], allOrNone = [] } of sums)
      for (const each of [...Object.keys(among), ...alike, ...compatible, ...allOrNone])
        yield* unknown(`${name}.${own}: sums, ${word}`, each, name, known);
    for (const [value, fields] of Object.entries(needs)) {
      yield* unknown(`${name}.${own}: needs`, value, `${name}.${own}`, values);
      for (const each of fields) yield* unknown(`${name}.${own}: needs`, each, name, known);
    }
  }
}

/** Mistakes in the declarations of an entity besides its fields. */
export function* mistakesOfEntity(type: EntityType, types: readonly EntityType[]): Generator<string> {
  const { name, class: cls, order, recordFields, joins, partialIndexes } = type;
  const properties = namesOf(propertiesOf(cls));
  const toOne = namesOf(toOneOf(cls));
  const said = [...properties, ...namesOf(relationsOf(cls).filter(isOwned))];
  for (const each of order) yield* unknown(`${name}: order`, each, name, [...properties, ...toOne]);
  if (order.length === 0) yield `${name}: order is empty. Leave it out, and lists sort by "name".`;
  const sorter = relationOf(cls, order[0] ?? "");
  if (sorter && (order.length > 1 || !sorter.required))
    yield `${name}: order "${sorter.name}" is a relation, so it must stand alone and be required.`;
  for (const each of recordFields) yield* unknown(`${name}: recordFields`, each, name, said);
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
  const { from, until, isMoment, isTimeless, never, shown, except } = time;
  const properties = propertiesOf(cls);
  const dates = namesOf(properties.filter(({ datatype }) => datatype === "date"));
  const texts = namesOf(properties.filter(({ datatype }) => datatype === "texts"));
  if (from !== undefined && from !== "sortKey") yield* unknown(`${name}: time.from`, from, name, dates);
  if (until !== undefined) yield* unknown(`${name}: time.until`, until, name, dates);
  if (shown !== undefined) yield* unknown(`${name}: time.shown`, shown, name, texts);
  if (except !== undefined) yield* unknown(`${name}: time.except`, except, name, texts);
  if (never !== undefined) {
    const words = properties.find((each) => each.name === "status")?.values;
    if (!words) yield `${name}: time.never has words of "status", an enumeration that ${name} lacks. Declare it.`;
    else for (const each of never) yield* unknown(`${name}: time.never`, each, "status", words);
  }
  const sorter = types.find((each) => each.name === relationOf(cls, order[0] ?? "")?.leadsTo);
  if (from === "sortKey" && sorter && sorter.time.from !== "sortKey")
    yield `${name}: sorts as ${sorter.name} does, which isn't by a date, so it has no day. Say time: { isTimeless: true }, or name a date in time.from.`;
  const said = [until, isMoment, isTimeless].filter((each) => each !== undefined).length;
  if (said > 1) yield `${name}: time says more than one of until, isMoment and isTimeless. Keep the right one.`;
  const isOrdered = order.every((each) => propertyOf(cls, each) ?? relationOf(cls, each));
  if ((until !== undefined || isMoment) && from === undefined && isOrdered)
    yield `${name}: time has no beginning. Name a date in time.from, or let order begin with one.`;
  if (said === 0 && (from !== undefined || dates.length > 0))
    yield (
      `${name}: has dates but doesn't say when it ends, so asOf would show it forever after. ` +
      `Say time: { until: ${dates.map((each) => `"${each}"`).join(" or ")} }, time: { isMoment: true } for what happened once, ` +
      "or time: { isTimeless: true } if no date says when it is in effect."
    );
}
