/** `@Entity`, `@Interface` and `@Property`: the words in which the classes of `entities/` are written. */
import { Field, Float, Int, InterfaceType, ObjectType, registerEnumType } from "type-graphql";
import { EDTFDate } from "./edtf.ts";
import {
  declareProperty,
  declareType,
  kebabCase,
  camelCase,
  lineage,
  propertyOf,
  relationOf,
  saysNull,
  type Called,
  type Joins,
  type ModelClass,
  type PartialIndex,
  type Time,
  type PropertyKind,
} from "./model.ts";

interface EntityOptions {
  /** The properties that its lists sort by, the first that has a value; `name` unless told. */
  order?: string[];
  /** The dates between which it held, where `order` doesn't tell: `{ from: "founded", until: "dissolved" }`. */
  time?: Time;
  /** Its root list, where adding an s is not English. */
  plural?: string;
  /**
   * How much it weighs in a search, 1 unless told: more for what is looked for by its own name, less for what is named
   * after others, 0 for what would only crowd them out.
   */
  searched?: number;
  /** Fields that one record of a source gives together, a name that is made of the others among them: one claim may say them all. */
  together?: string[];
  /** It is an edge kept as a node: a reader goes from one of its ends to another in one step. */
  joins?: Joins;
  /** What it is called in a sentence, where its name is a title: `the talks in Mexico City on 27 December 2023`. */
  called?: Called;
  /** Everything is connected by it: no way goes through it unless that is asked for. */
  hub?: boolean;
  /** What is asked for often and would be sought among too many. */
  partialIndexes?: PartialIndex[];
}

/**
 * Declares a class as an entity: a GraphQL object type, a label in the graph, a kind of id.
 * @param description a sentence that a diplomat could read; it becomes the schema's.
 */
export function Entity(description: string, options: EntityOptions = {}) {
  return (target: ModelClass): void => {
    const order = options.order ?? ["name"];
    declareType({
      ...common(target, description),
      abstract: false,
      order,
      time: { ...(isTime(target, order[0]!) && { from: "sortKey" }), ...options.time },
      plural: options.plural ?? `${camelCase(target.name)}s`,
      searched: options.searched ?? 1,
      together: options.together ?? [],
      joins: options.joins ?? null,
      called: options.called ?? null,
      hub: options.hub ?? false,
      partialIndexes: options.partialIndexes ?? [],
    });
    const implemented = lineage(target).slice(0, -1);
    ObjectType(target.name, { description, implements: implemented as never })(target as never);
  };
}

/** Declares an abstract class as an interface: what several entities share. */
export function Interface(description: string) {
  return (target: ModelClass): void => {
    declareType({
      ...common(target, description),
      abstract: true,
      order: ["name"],
      time: {},
      plural: "",
      searched: 0,
      together: [],
      joins: null,
      called: null,
      hub: false,
      partialIndexes: [],
    });
    const implemented = lineage(target).slice(0, -1);
    InterfaceType(target.name, {
      description,
      implements: implemented as never,
      resolveType: (value: object) => value.constructor.name,
    })(target as never);
  };
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

function common(target: ModelClass, description: string) {
  return { name: target.name, kind: kebabCase(target.name), class: target, description };
}
