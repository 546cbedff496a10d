/** Second stage: facts against the model. What passes can be written as it is. */
import { createHash } from "node:crypto";
import { isScalarType } from "graphql";
import { ZodError } from "zod";
import "../entities/index.ts";
import { ClaimBasis, ClaimRank } from "../entities/Claim.ts";
import { readEdtf } from "../graph/edtf.ts";
import { didYouMean } from "../graph/errors.ts";
import { nearest, readId } from "../graph/id.ts";
import {
  entityTypes,
  implementationsOf,
  propertiesOf,
  relationsOf,
  typeNamed,
  typeOf,
  type EntityType,
  type Property,
  type Relation,
} from "../graph/model.ts";
import { Problems } from "./problems.ts";
import type { Assertion, Bundle, Fact } from "./read.ts";

/** A node to write: an entity, or a claim. */
export interface NodeRow {
  id: string;
  label: string;
  properties: Record<string, unknown>;
}

/** An edge to write. */
export interface EdgeRow {
  from: string;
  to: string;
  type: string;
  /** The relation that it is of; null for the edges of a claim itself. */
  predicate: string | null;
  /** The place in the order of an ordered relation; null otherwise. */
  sortKey: string | null;
  /** A to-one relation: an older edge of the type from the same node goes. */
  only: boolean;
}

/** A bundle ready to be written. */
export interface Checked {
  name: string;
  nodes: NodeRow[];
  edges: EdgeRow[];
  /** Ids that the bundle refers to and does not hold itself: the graph must hold them. */
  references: Map<string, string>;
  /** Of all that is written: the same for the same facts, whatever their order. */
  digest: string;
}

/**
 * Checks a bundle against the model.
 * @throws BundleError naming file, line, what was expected, and the nearest right word.
 */
export function checkBundle(bundle: Bundle): Checked {
  const problems = new Problems();
  const checker = new Checker(problems);
  for (const fact of bundle.facts) checker.fact(fact);
  checker.allReferences();
  problems.settle();
  const { nodes, edges, references } = checker;
  nodes.sort((a, b) => (a.id < b.id ? -1 : 1));
  edges.sort((a, b) => (`${a.type} ${a.from} ${a.to}` < `${b.type} ${b.from} ${b.to}` ? -1 : 1));
  const digest = createHash("sha256")
    .update(JSON.stringify([nodes, edges]))
    .digest("hex");
  return { name: bundle.name, nodes, edges, references, digest };
}

class Checker {
  readonly nodes: NodeRow[] = [];
  readonly edges: EdgeRow[] = [];
  readonly references = new Map<string, string>();
  readonly #problems: Problems;
  readonly #places = new Map<string, Fact["place"]>();
  readonly #referred: { id: string; expected: EntityType; place: Fact["place"] }[] = [];
  readonly #claims = new Set<string>();
  readonly #keys = new Map<string, string>();

  constructor(problems: Problems) {
    this.#problems = problems;
  }

  fact(fact: Fact): void {
    const type = typeNamed(fact.type);
    const writable = entityTypes().filter((each) => each.name !== "Claim");
    if (!type || !writable.includes(type)) {
      const names = writable.map((each) => each.name);
      this.#problems.add(
        fact.place,
        `"${fact.type}" is not a type of fact${didYouMean(nearest(fact.type, names)) || `. The types are ${names.join(", ")}.`}`,
      );
      return;
    }
    if (!this.#id(fact, type)) return;
    const properties: Record<string, unknown> = {};
    const unnamed: Record<"SOME_VALUE" | "NO_VALUE", string[]> = { SOME_VALUE: [], NO_VALUE: [] };
    for (const [name, { place, assertions }] of fact.fields) {
      const property = propertiesOf(type.class).find(
        (each) => each.name === name && !["id", "someValue", "noValue"].includes(name),
      );
      const relation = relationsOf(type.class).find((each) => each.name === name);
      if (!property && !relation?.edge) {
        this.#problems.add(place, this.#noField(type, name, relation));
        continue;
      }
      for (const assertion of assertions) this.#assertionItself(assertion);
      const best = bestOf(assertions);
      if (best && best.valueKind !== "VALUE") unnamed[best.valueKind].push(name);
      if (property) this.#property(fact, property, assertions, properties);
      else this.#relation(fact, relation!, assertions, properties);
    }
    for (const each of [...propertiesOf(type.class), ...relationsOf(type.class)]) {
      const given = fact.fields.get(each.name)?.assertions;
      if (each.required && each.name !== "id" && bestOf(given ?? [])?.valueKind !== "VALUE")
        this.#problems.add(fact.place, `${fact.type} ${fact.id} has no "${each.name}", which each ${fact.type} has.`);
    }
    properties.someValue = unnamed.SOME_VALUE.length > 0 ? unnamed.SOME_VALUE.sort() : null;
    properties.noValue = unnamed.NO_VALUE.length > 0 ? unnamed.NO_VALUE.sort() : null;
    properties.sortKey = sortKey(type, properties);
    for (const { name, key } of propertiesOf(type.class)) if (key) this.#key(fact, name, properties[name]);
    this.nodes.push({ id: fact.id, label: type.name, properties });
  }

  allReferences(): void {
    for (const { id, expected, place } of this.#referred) {
      if (this.#places.has(id)) continue;
      const near = nearest(
        id,
        [...this.#places.keys()].filter((each) => fits(each, expected)),
      );
      this.references.set(
        id,
        `${place.file}:${place.line} nothing has the id "${id}", here or in the graph${didYouMean(near) || "."}`,
      );
    }
  }

  #id(fact: Fact, type: EntityType): boolean {
    const wrong = problemOf(() => {
      const found = readId(fact.id).type;
      if (found !== type) throw new Error(`The id of a ${type.name} begins with "${type.kind}:"; came "${fact.id}".`);
    });
    if (wrong) this.#problems.add(fact.place, wrong);
    const earlier = this.#places.get(fact.id);
    if (earlier)
      this.#problems.add(
        fact.place,
        `"${fact.id}" is already at ${earlier.file}:${earlier.line}. Say all of an entity in one place.`,
      );
    this.#places.set(fact.id, fact.place);
    return !wrong && !earlier;
  }

  #key(fact: Fact, name: string, value: unknown): void {
    if (typeof value !== "string") return;
    const key = `${fact.type}.${name} ${value}`;
    const holder = this.#keys.get(key);
    if (holder !== undefined)
      this.#problems.add(fact.place, `${fact.type}.${name}: "${value}" names ${holder} already.`);
    this.#keys.set(key, fact.id);
  }

  #noField(type: EntityType, name: string, relation: Relation | undefined): string {
    if (relation?.inverse)
      return `${type.name}.${name} is read from the other side: state "${relation.inverse}" on each ${typeOf(relation.target()).name}.`;
    if (relation) return `${type.name}.${name} follows from other facts, and is not stated.`;
    const names = [
      ...propertiesOf(type.class).map((each) => each.name),
      ...relationsOf(type.class).flatMap((each) => (each.edge ? [each.name] : [])),
    ];
    return `${type.name} has no field "${name}"${didYouMean(nearest(name, names)) || `. Its fields are ${names.sort().join(", ")}.`}`;
  }

  #property(fact: Fact, property: Property, assertions: Assertion[], properties: Record<string, unknown>): void {
    const values = new Map<Assertion, unknown>();
    for (const assertion of assertions) {
      let stored: unknown = null;
      if (assertion.valueKind === "VALUE") {
        const wrong = problemOf(() => (stored = storedValue(property, assertion.value)));
        if (wrong) this.#problems.add(assertion.place, `${fact.type}.${property.name}: ${wrong}`);
        values.set(assertion, stored);
      }
      // A claim shows a value as a text; a structure is one already, as JSON.
      const text = stored === null ? null : (stored as string | number | boolean).toString();
      const shown = property.kind === "texts" || assertion === bestOf(assertions);
      this.#claim(fact, property.name, assertion, text, shown);
    }
    const listed = [...values].filter(([assertion]) => assertion.rank !== "DEPRECATED").map(([, value]) => value);
    const value =
      property.kind === "texts" ? (listed.length > 0 ? listed : null) : (values.get(bestOf(assertions)!) ?? null);
    properties[property.name] = value;
    if (property.kind === "date" && typeof value === "string") {
      const { firstDay, lastDay } = readEdtf(value);
      properties[`${property.name}First`] = firstDay;
      properties[`${property.name}Last`] = lastDay;
    }
  }

  #relation(fact: Fact, relation: Relation, assertions: Assertion[], properties: Record<string, unknown>): void {
    const shown = relation.many
      ? assertions.filter((assertion) => assertion.valueKind === "VALUE" && assertion.rank !== "DEPRECATED")
      : [bestOf(assertions)].filter((assertion) => assertion?.valueKind === "VALUE");
    for (const assertion of assertions) {
      const target = assertion.valueKind === "VALUE" ? idOf(assertion.value) : null;
      const wrong = target === null ? undefined : problemOf(() => this.#refer(target, fact, relation, assertion));
      if (wrong) this.#problems.add(assertion.place, `${fact.type}.${relation.name}: ${wrong}`);
      this.#claim(fact, relation.name, assertion, target, shown.includes(assertion), target);
    }
    const targets = shown.map((assertion) => idOf(assertion!.value));
    if (relation.ordered && new Set(targets).size < targets.length) {
      this.#problems.add(
        assertions[0]!.place,
        `${fact.type}.${relation.name} names one twice: an order can't hold that.`,
      );
    }
    if (!relation.many) properties[`${relation.name}Id`] = targets[0] ?? null;
    for (const [index, to] of [...new Set(targets)].entries()) {
      const sortKey = relation.ordered ? String(index).padStart(6, "0") : null;
      // A relation that is its own inverse is one edge, whichever side states it.
      const ends = relation.inverse === relation.name ? [fact.id, to].sort() : [fact.id, to];
      this.edges.push({
        from: ends[0]!,
        to: ends[1]!,
        type: relation.edge!,
        predicate: relation.name,
        sortKey,
        only: !relation.many,
      });
    }
  }

  #refer(target: string, fact: Fact, relation: Relation, assertion: Assertion): void {
    const expected = typeOf(relation.target());
    readId(target);
    if (target === fact.id) throw new Error("it names the entity itself.");
    if (!fits(target, expected)) {
      const kinds = implementationsOf(expected.class).map((each) => `"${each.kind}:…"`);
      throw new Error(`expected ${kinds.join(" or ")}; came "${target}".`);
    }
    this.#referred.push({ id: target, expected, place: assertion.place });
  }

  #assertionItself(assertion: Assertion): void {
    const { place, basis, rank, confidence, asOf, retrieved, source, locators } = assertion;
    const oneOf = (name: string, word: string | undefined, words: object): void => {
      if (word !== undefined && !Object.hasOwn(words, word))
        this.#problems.add(
          place,
          `"${name}" is one of ${Object.keys(words).join(", ")}; came "${word}"${didYouMean(nearest(word, Object.keys(words))) || "."}`,
        );
    };
    oneOf("basis", basis, ClaimBasis);
    oneOf("rank", rank, ClaimRank);
    if (!(confidence >= 0 && confidence <= 1)) this.#problems.add(place, `"confidence" is a number from 0 to 1.`);
    for (const date of [asOf, retrieved]) {
      const wrong = date === undefined ? undefined : problemOf(() => readEdtf(date));
      if (wrong) this.#problems.add(place, wrong);
    }
    if (locators.includes("")) this.#problems.add(place, `"at" is a text, or a list of texts.`);
    else if (locators.length === 0)
      this.#problems.add(place, `has no place in its source: give "at", here or on the entity.`);
    if (source === undefined)
      this.#problems.add(place, `has no source: give "source", here or at the top of the file.`);
    else if (!source.startsWith("source:"))
      this.#problems.add(place, `"source" is the id of a Source, "source:…"; came "${source}".`);
    else this.#referred.push({ id: source, expected: typeNamed("Source")!, place });
  }

  #claim(
    fact: Fact,
    predicate: string,
    assertion: Assertion,
    value: string | null,
    shown: boolean,
    entity: string | null = null,
  ): void {
    const { source = "", valueKind, basis, confidence, given, note, asOf, retrieved } = assertion;
    const rank = assertion.rank ?? (shown ? "PREFERRED" : "NORMAL");
    for (const locator of assertion.locators) {
      const identity = JSON.stringify([source, locator, fact.id, predicate, valueKind, value, asOf ?? null]);
      const id = `claim:${createHash("sha256").update(identity).digest("hex").slice(0, 20)}`;
      if (this.#claims.has(id)) {
        this.#problems.add(
          assertion.place,
          `says again what the same source said at "${locator}" of ${fact.id} "${predicate}".`,
        );
        continue;
      }
      this.#claims.add(id);
      const optional = { given, value, note, asOf, retrieved, rankReason: assertion.rankReason, valueEntityId: entity };
      const dates = { asOf, retrieved };
      this.nodes.push({
        id,
        label: "Claim",
        properties: {
          predicate,
          valueKind,
          locator,
          basis,
          confidence,
          rank,
          subjectId: fact.id,
          sourceId: source,
          sortKey: claimSortKey(predicate, asOf, locator),
          ...Object.fromEntries(Object.entries(optional).filter(([, each]) => each != null)),
          ...Object.fromEntries(Object.entries(dates).flatMap(([name, date]) => daysOf(name, date))),
        },
      });
      const edge = (type: string, to: string): void =>
        void this.edges.push({ from: id, to, type, predicate: null, sortKey: null, only: true });
      edge("SUBJECT", fact.id);
      edge("SOURCE", source);
      if (entity !== null) edge("VALUE", entity);
    }
  }
}

/** The assertion whose value is shown: the best ranked, the first among equals; never one known to be wrong. */
function bestOf(assertions: Assertion[]): Assertion | undefined {
  const ranks = ["PREFERRED", undefined, "NORMAL"];
  return ranks.map((rank) => assertions.find((assertion) => assertion.rank === rank)).find((found) => found);
}

function idOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

// By field, then by the time for which it was said, then by place: paragraph 9 before 10.
function claimSortKey(predicate: string, asOf: string | undefined, locator: string): string {
  const [, firstDay] = daysOf("asOf", asOf)[0] ?? [];
  return fold(
    [predicate, firstDay ?? "", locator.replace(/\d+/g, (digits) => digits.padStart(6, "0"))].join(" "),
  ).slice(0, longestKey);
}

function daysOf(name: string, date: string | undefined): [string, string | null][] {
  if (date === undefined) return [];
  try {
    const { firstDay, lastDay } = readEdtf(date);
    return [
      [`${name}First`, firstDay],
      [`${name}Last`, lastDay],
    ];
  } catch {
    return []; // already noted as a problem of the assertion
  }
}

/** The value as the graph keeps it. @throws an error whose message says what was expected. */
function storedValue(property: Property, value: unknown): unknown {
  if (value === null || value === undefined)
    throw new Error("came nothing. Leave the field out, or give someValue or noValue.");
  if (property.kind === "json") {
    try {
      return JSON.stringify(property.parse ? property.parse(value) : value);
    } catch (error) {
      const [first] = error instanceof ZodError ? error.issues : [];
      throw new Error(
        first ? `${[property.name, ...first.path].join(".")}: ${first.message}.` : (error as Error).message,
      );
    }
  }
  if (typeof value !== "string") throw new Error("expected one value; came a structure.");
  const expected = (what: string): never => {
    throw new Error(`expected ${what}; came "${value}".`);
  };
  switch (property.kind) {
    case "enumeration":
      if (property.values!.includes(value)) return value;
      throw new Error(
        `"${value}" is not one of ${property.values!.join(", ")}${didYouMean(nearest(value, property.values!)) || "."}`,
      );
    case "integer":
      return /^-?\d+$/.test(value) && Math.abs(Number(value)) < 2 ** 31 ? Number(value) : expected("a whole number");
    case "float":
      return value.trim() !== "" && Number.isFinite(Number(value))
        ? ofScalar(property, Number(value))
        : expected("a number");
    case "boolean":
      return value === "true" || value === "false" ? value === "true" : expected("true or false");
    case "date":
      return readEdtf(value).edtf;
    case "text":
    case "texts":
      return ofScalar(property, value);
  }
}

// A text or a number of a scalar type, such as a URL, a duration or a latitude, is read by that scalar.
function ofScalar(property: Property, value: unknown): unknown {
  const type = property.type();
  if (isScalarType(type)) type.parseValue(value);
  return value;
}

// An index takes keys of some 8,000 bytes together; what differs only after this is told apart by id.
const longestKey = 200;

/** What lists sort by: the first day of a date, a name without accents and case; "~", after all of them, when there is nothing. */
export function sortKey(type: EntityType, properties: Record<string, unknown>): string {
  for (const name of type.order) {
    const value = properties[`${name}First`] ?? properties[name];
    if (typeof value === "string") return fold(value).slice(0, longestKey);
  }
  return "~";
}

/** Lower case without accents. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function fits(id: string, expected: EntityType): boolean {
  return implementationsOf(expected.class).some((each) => id.startsWith(`${each.kind}:`));
}

function problemOf(attempt: () => unknown): string | undefined {
  try {
    attempt();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
