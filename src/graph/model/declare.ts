/** `@Type`, `@Interface` and `@Property`: the decorators for the classes of `entities/`. */
import { Field, Float, Int, InterfaceType, ObjectType, registerEnumType } from "type-graphql";
import { EDTFDate } from "../edtf.ts";
import { declareProperty, declareType, lineage, propertyOf, relationOf } from "./model.ts";
import { kebabCase, camelCase } from "./casing.ts";
import type {
  Elsewhere,
  EntityOptions,
  EntityType,
  ModelClass,
  Datatype,
  Property as Declared,
} from "./declarations.ts";

/**
 * Declares a class as an entity: a GraphQL object type, a label in the graph, a kind of id.
 * @param description a sentence that a diplomat understands; it appears in the schema.
 */
export function Type(description: string, told: Pick<EntityOptions, "elsewhere"> & Partial<EntityOptions>) {
  return (target: ModelClass): void => {
    const type = { ...untold(target, description), ...told, abstract: false };
    const isDated = isTime(target, type.order[0]!) && !type.time.isTimeless;
    declareType({ ...type, time: { ...(isDated && { from: "sortKey" }), ...type.time } });
    ObjectType(target.name, { description, implements: interfacesOf(target) })(target as never);
  };
}

/** Declares an abstract class as an interface: fields that several entities share. */
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
    recordFields: [],
    fullestName: false,
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
  /** A natural key: `country(by: { isoAlpha2: "MX" })`. For a list: the name for one of its values. */
  key?: boolean | string;
  /** A key that its standard writes in upper case: it is found in any case. */
  upperCase?: boolean;
  /** How it is stored, if its GraphQL type doesn't say. `json` is for small structured values. */
  datatype?: Datatype;
  /** A wording, such as a name: different wordings don't contradict each other. */
  wording?: boolean;
  /** A date whose intervals are extents, from the first day to the last: two contradict each other if they have no day in common. */
  extent?: boolean;
  /** A text with few values, by which lists can be grouped. */
  grouped?: boolean;
  /** For a number: when those of several items may not be added up. */
  sums?: Declared["sums"];
  /** For an enumeration: the fields that must be stated with certain of its values. */
  needs?: Declared["needs"];
  /** Its term in other vocabularies: `schema:name`. */
  elsewhere?: Elsewhere;
  /** For the kind `json`: parses the structure. @throws when it has another structure. */
  parse?: (value: unknown) => unknown;
}

/**
 * Declares a value of an entity, stored as a property of its node under the same name.
 * Null when no source says it, unless `required`; a list is empty instead.
 */
export function Property(type: () => unknown, description: string, options: PropertyOptions = {}): PropertyDecorator {
  return (prototype, key) => {
    const { required = false } = options;
    const returned = type();
    const ofOne = Array.isArray(returned) ? (returned[0] as object) : (returned as object);
    const words = enumerations.get(ofOne);
    declareProperty(prototype.constructor as ModelClass, {
      name: key as string,
      datatype: options.datatype ?? (words && ofOne === returned ? "enumeration" : datatypeOf(returned)),
      description,
      type,
      required,
      key: options.key === true ? (key as string) : options.key || undefined,
      upperCase: options.upperCase ?? false,
      wording: options.wording ?? false,
      extent: options.extent ?? false,
      grouped: options.grouped ?? false,
      ...(options.sums && { sums: options.sums }),
      ...(options.needs && { needs: options.needs }),
      ...(options.elsewhere && { elsewhere: options.elsewhere }),
      ...(options.parse && { parse: options.parse }),
      ...(words && { enumeration: words, values: Object.keys(ofOne) }),
    });
    const nullable = !required && !Array.isArray(returned);
    Field(type as never, { description: nullable ? saysNull(description) : description, simple: true, nullable })(
      prototype,
      key,
    );
  };
}

const enumerations = new Map<object, string>();
const described = new Map<object, Record<string, { description: string }>>();

/**
 * Declares an enumeration.
 * @param words each value with a sentence that explains it.
 * @returns the values as an object, `{ HELD: "HELD" }`, for use in a property.
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
  described.set(object, valuesConfig);
  return object;
}

/** Adds values to an enumeration, each with what the graph keeps, before the schema is built. */
export function addValues(
  object: Record<string, string>,
  values: Record<string, { value: string; description: string }>,
): void {
  for (const [word, { value, description }] of Object.entries(values)) {
    object[word] = value;
    described.get(object)![word] = { description };
  }
}

// Types sorted by a date, their own or that of the entity that they sort by, have it at the start of their sort key.
function isTime(target: ModelClass, name: string): boolean {
  return propertyOf(target, name)?.datatype === "date" || relationOf(target, name) !== undefined;
}

function datatypeOf(type: unknown): Datatype {
  if (type === EDTFDate) return "date";
  if (type === Int) return "integer";
  if (type === Float) return "float";
  if (type === Boolean) return "boolean";
  return Array.isArray(type) ? "texts" : "text";
}

/** Adds when the value is null, unless the description says it. */
export function saysNull(description: string): string {
  return /\bnull\b/i.test(description) ? description : `${description} Null when no source gives it.`;
}

/** The description without its sentence about null, for places where the field is given or grouped by. */
export function withoutNull(description: string): string {
  return description.replace(/ Null\b[^.]*\./g, "");
}
