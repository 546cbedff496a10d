/** `@Entity`, `@Interface` and `@Property`: the words in which the classes of `entities/` are written. */
import { Field, Float, Int, InterfaceType, ObjectType, registerEnumType } from "type-graphql";
import { EDTFDate } from "../edtf.ts";
import { declareProperty, declareType, lineage, propertyOf, relationOf } from "./model.ts";
import { kebabCase, camelCase } from "./names.ts";
import type { Elsewhere, EntityOptions, EntityType, ModelClass, PropertyKind } from "./declarations.ts";

/**
 * Declares a class as an entity: a GraphQL object type, a label in the graph, a kind of id.
 * @param description a sentence that a diplomat could read; it becomes the schema's.
 */
export function Entity(description: string, told: Pick<EntityOptions, "elsewhere"> & Partial<EntityOptions>) {
  return (target: ModelClass): void => {
    const type = { ...untold(target, description), ...told, abstract: false };
    const isDated = isTime(target, type.order[0]!) && !type.time.isTimeless;
    declareType({ ...type, time: { ...(isDated && { from: "sortKey" }), ...type.time } });
    ObjectType(target.name, { description, implements: interfacesOf(target) })(target as never);
  };
}

/** Declares an abstract class as an interface: what several entities share. */
export function Interface(description: string) {
  return (target: ModelClass): void => {
    declareType(untold(target, description));
    InterfaceType(target.name, {
      description,
      implements: interfacesOf(target),
      resolveType: (value: object) => value.constructor.name,
    })(target as never);
  };
}

function untold(target: ModelClass, description: string): EntityType {
  return {
    name: target.name,
    kind: kebabCase(target.name),
    class: target,
    description,
    abstract: true,
    order: ["name"],
    time: {},
    plural: `${camelCase(target.name)}s`,
    searched: 1,
    together: [],
    joins: [],
    hub: false,
    partialIndexes: [],
    elsewhere: [],
  };
}

function interfacesOf(target: ModelClass): never {
  return lineage(target).slice(0, -1) as never;
}

interface PropertyOptions {
  required?: boolean;
  /** A natural key: `country(by: { isoAlpha2: "MX" })`. Of a list: the word by which one of its values is given. */
  key?: boolean | string;
  /** How it is kept, where its GraphQL type doesn't tell. `json` is for small values with a shape of their own. */
  kind?: PropertyKind;
  /** A wording, such as a name: sources that word it in other ways don't contradict each other. */
  wording?: boolean;
  /** A text of few values, by which lists can be grouped. */
  grouped?: boolean;
  /** What it is in the vocabularies of others: `schema:name`. */
  elsewhere?: Elsewhere;
  /** For the kind `json`: reads the structure. @throws when it is of another shape. */
  parse?: (value: unknown) => unknown;
}

/**
 * Declares a value of an entity, kept as a property of its node under the same name.
 * Null when no source says it, unless `required`; a list is empty instead.
 */
export function Property(type: () => unknown, description: string, options: PropertyOptions = {}): PropertyDecorator {
  return (prototype, key) => {
    const { required = false } = options;
    const returned = type();
    const words = enumerations.get(returned as object);
    declareProperty(prototype.constructor as ModelClass, {
      name: key as string,
      kind: options.kind ?? (words ? "enumeration" : kindOf(returned)),
      description,
      type,
      required,
      key: options.key === true ? (key as string) : options.key || undefined,
      wording: options.wording ?? false,
      grouped: options.grouped ?? false,
      ...(options.elsewhere && { elsewhere: options.elsewhere }),
      ...(options.parse && { parse: options.parse }),
      ...(words && { enumeration: words, values: Object.keys(returned as object) }),
    });
    const nullable = !required && !Array.isArray(returned);
    Field(type as never, { description: nullable ? saysNull(description) : description, simple: true, nullable })(
      prototype,
      key,
    );
  };
}

const enumerations = new Map<object, string>();

/**
 * Declares an enumeration.
 * @param words each word with a sentence that says what it means.
 * @returns the words as an object, `{ HELD: "HELD" }`, to name in a property.
 */
export function enumeration<Word extends string>(
  name: string,
  description: string,
  words: Record<Word, string>,
): { [Each in Word]: Each } {
  const object = Object.fromEntries(Object.keys(words).map((word) => [word, word])) as { [Each in Word]: Each };
  const valuesConfig = Object.fromEntries(
    Object.entries<string>(words).map(([word, text]) => [word, { description: text }]),
  );
  registerEnumType(object, { name, description, valuesConfig: valuesConfig as never });
  enumerations.set(object, name);
  return object;
}

// What sorts by a date, its own or that of what it belongs to, has it at the beginning of its sort key.
function isTime(target: ModelClass, name: string): boolean {
  return propertyOf(target, name)?.kind === "date" || relationOf(target, name) !== undefined;
}

function kindOf(type: unknown): PropertyKind {
  if (type === EDTFDate) return "date";
  if (type === Int) return "integer";
  if (type === Float) return "float";
  if (type === Boolean) return "boolean";
  return Array.isArray(type) ? "texts" : "text";
}

/** A description that says when the value is null: as it stands where it says so, else that no source tells it. */
export function saysNull(description: string): string {
  return /\bnull\b/i.test(description) ? description : `${description} Null when no source gives it.`;
}
