/** Second stage: checks facts against the model, and makes claims. */
import { createHash } from "node:crypto";
import "../entities/entities.ts";
import { didYouMean } from "../graph/errors.ts";
import { nearest, readId } from "../graph/id.ts";
import { relationOf, statedTypes, typeNamed, typeOf } from "../graph/model/model.ts";
import type { EntityType } from "../graph/model/declarations.ts";
import { claimId, digestOfClaims, recordWord, type ClaimRow } from "./claims.ts";
import { missingIn, severalIn, type Valued } from "./checkFields.ts";
import { mistakesIn } from "./checkSaying.ts";
import type { Assertion, Fact, Saying } from "./facts.ts";
import { fieldsOf, storedValue, textOfValue } from "./fields.ts";
import { problemOf, type Origin, type Problems } from "./problems.ts";
import { References } from "./references.ts";

/** The claims of one bundle about one entity, under the bundle's id for it. */
export interface CheckedEntity {
  id: string;
  type: EntityType;
  claims: ClaimRow[];
  /** The same for the same claims, in any order. */
  digest: string;
  origin: Origin;
}

/** A bundle that can be written. */
export interface Checked {
  name: string;
  entities: CheckedEntity[];
  /** External ids, each with the error message if the graph doesn't have it. */
  references: Map<string, string>;
  /** A digest of its content: the same for the same facts, in any order. */
  digest: string;
}

/**
 * Checks the facts of a bundle against the model.
 * @param name the bundle's.
 * @param problems receives mistakes: file, line, what was expected, the closest valid word. The caller settles it.
 * @param retrieved the day on which the copy of the source was taken, for claims without one, in EDTF.
 */
export function checkFacts(name: string, facts: Fact[], problems: Problems, retrieved: string | null = null): Checked {
  const checker = new Checker(name, problems, retrieved);
  for (const fact of facts) checker.fact(fact);
  const { entities } = checker;
  entities.sort((a, b) => (a.id < b.id ? -1 : 1));
  const hash = createHash("sha256");
  for (const { id, digest } of entities) hash.update(`${id} ${digest}\n`);
  return { name, entities, references: checker.references.missing(), digest: hash.digest("hex") };
}

class Checker {
  readonly entities: CheckedEntity[] = [];
  readonly references = new References();
  readonly #bundle: string;
  readonly #problems: Problems;
  readonly #retrieved: string | null;
  readonly #claims = new Set<string>();
  readonly #keys = new Map<string, string>();

  constructor(bundle: string, problems: Problems, retrieved: string | null) {
    this.#bundle = bundle;
    this.#problems = problems;
    this.#retrieved = retrieved;
  }

  fact(fact: Fact): void {
    const type = typeNamed(fact.type);
    if (!type || !statedTypes().includes(type)) {
      const names = statedTypes().map((each) => each.name);
      this.#problems.add(
        fact.origin,
        `"${fact.type}" is not a type of fact${didYouMean(nearest(fact.type, names)) || `. The types are ${names.join(", ")}.`}`,
      );
      return;
    }
    if (!this.#id(fact, type)) return;
    const claims: ClaimRow[] = [];
    const valued: Valued = new Map();
    const note = (field: string, value: string | null): unknown =>
      valued.set(field, (valued.get(field) ?? new Set()).add(value));
    const fields = fieldsOf(type);
    for (const [name, { origin, assertions }] of fact.fields) {
      const field = fields.get(name);
      if (!field) {
        this.#problems.add(origin, noField(type, name));
        continue;
      }
      const values: [Assertion, string][] = [];
      for (const [position, assertion] of assertions.entries()) {
        this.#saying(assertion, assertion.source, assertion.origin);
        const value = this.#value(fact, type, name, assertion.value, assertion);
        if (value !== null && assertion.rank !== "DEPRECATED") {
          note(name, value);
          values.push([assertion, value]);
        }
        for (const locator of assertion.locators)
          this.#claim(claims, fact, assertion, locator, {
            predicate: name,
            value,
            valueId: field.relation ? value : null,
            position,
          });
      }
      for (const [{ origin: at }, mistake] of severalIn(field, values))
        this.#problems.add(at, `${fact.type}.${name} ${mistake}`);
      if (field.relation?.ordered) this.#once(name, fact, assertions);
      if (field.property?.key) for (const { value } of assertions) this.#key(fact, name, value);
    }
    for (const each of fact.records)
      for (const [name, value] of this.#record(claims, fact, type, each))
        note(name, typeof value === "string" ? value : null);
    for (const mistake of missingIn(type, valued))
      this.#problems.add(fact.origin, `${fact.type} ${fact.id} ${mistake}`);
    this.entities.push({ id: fact.id, type, claims, digest: digestOfClaims(claims), origin: fact.origin });
  }

  #id(fact: Fact, type: EntityType): boolean {
    const wrong = problemOf(() => {
      const found = readId(fact.id).type;
      if (found !== type) throw new Error(`An id of type ${type.name} begins with "${type.kind}:"; got "${fact.id}".`);
    });
    if (wrong) this.#problems.add(fact.origin, wrong);
    const earlier = this.references.state(fact.id, fact.origin);
    if (earlier)
      this.#problems.add(
        fact.origin,
        `"${fact.id}" is already at ${earlier.file}:${earlier.line}. State an entity in one place only.`,
      );
    return !wrong && !earlier;
  }

  #key(fact: Fact, name: string, value: unknown): void {
    if (typeof value !== "string") return;
    const key = `${fact.type}.${name} ${value}`;
    const holder = this.#keys.get(key);
    if (holder !== undefined && holder !== fact.id)
      this.#problems.add(fact.origin, `${fact.type}.${name}: "${value}" is already that of ${holder}.`);
    this.#keys.set(key, fact.id);
  }

  #once(name: string, fact: Fact, assertions: Assertion[]): void {
    const values = assertions.flatMap(({ valueKind, value }) => (valueKind === "VALUE" ? [value] : []));
    if (new Set(values).size < values.length)
      this.#problems.add(
        assertions[0]!.origin,
        `${fact.type}.${name} names the same entity twice, which an ordered list can't hold.`,
      );
  }

  /** The value as a claim's text; null if missing or wrong, which is noted. */
  #value(
    fact: Fact,
    type: EntityType,
    name: string,
    value: unknown,
    told: Pick<Assertion, "valueKind" | "origin">,
  ): string | null {
    if (told.valueKind !== "VALUE") return null;
    const { property, relation } = fieldsOf(type).get(name)!;
    let text: string | null = null;
    const wrong = problemOf(() => {
      if (property) text = textOfValue(storedValue(property, value));
      else {
        text = idOf(value);
        if (text === fact.id) throw new Error("it names the entity itself.");
        this.references.refer(text, typeOf(relation.target()), told.origin);
      }
    });
    if (wrong) this.#problems.add(told.origin, `${fact.type}.${name}: ${wrong}`);
    return text;
  }

  #saying(said: Parameters<typeof mistakesIn>[0], source: string | undefined, origin: Origin): void {
    for (const mistake of mistakesIn(said)) this.#problems.add(origin, mistake);
    this.#source(source, origin);
  }

  #source(source: string | undefined, origin: Origin): void {
    if (source === undefined)
      this.#problems.add(origin, `has no source: give "source", here or at the top of the file.`);
    else if (!source.startsWith("source:"))
      this.#problems.add(origin, `"source" is the id of a Source, "source:…"; got "${source}".`);
    else this.references.referTo(source, typeNamed("Source")!, origin);
  }

  /** One claim for the fields of a record. @returns its fields. */
  #record(
    claims: ClaimRow[],
    fact: Fact,
    type: EntityType,
    { fields, saying }: { fields: Record<string, unknown>; saying: Saying },
  ): [name: string, value: unknown][] {
    const told = { valueKind: "VALUE" as const, origin: saying.origin };
    const values: Record<string, unknown> = {};
    for (const name of Object.keys(fields).sort()) {
      if (!type.recordFields.includes(name)) {
        const words = type.recordFields.join(", ") || "none";
        this.#problems.add(saying.origin, `${type.name}.${name} can't be part of a record. These can: ${words}.`);
        continue;
      }
      const given = fields[name];
      values[name] = Array.isArray(given)
        ? given.map((each) => this.#value(fact, type, name, String(each), told))
        : this.#value(fact, type, name, String(given), told);
    }
    const value = JSON.stringify(values);
    const { basis = "STATED", confidence = 1, origin, given, note, asOf, retrieved, page, file, revision } = saying;
    this.#saying({ asOf, retrieved, page }, saying.source, origin);
    const words = { given, note, asOf, retrieved, page, file, revision };
    const present = Object.fromEntries(Object.entries(words).filter(([, each]) => each !== undefined)) as {
      given?: string;
      retrieved?: string;
    };
    const assertion = { ...told, ...present, value, basis, confidence, origin, source: saying.source, locators: [] };
    this.#claim(claims, fact, assertion, saying.locator, { predicate: recordWord, value, valueId: null, position: 0 });
    return Object.entries(values);
  }

  #claim(
    claims: ClaimRow[],
    fact: Fact,
    assertion: Assertion,
    locator: string,
    said: Pick<ClaimRow, "predicate" | "value" | "valueId" | "position">,
  ): void {
    const claim: Omit<ClaimRow, "id"> = {
      statedId: fact.id,
      bundles: [this.#bundle],
      predicate: said.predicate,
      value: said.value,
      valueId: said.valueId,
      position: said.position,
      valueKind: assertion.valueKind,
      sourceId: assertion.source ?? "",
      locator,
      basis: assertion.basis,
      confidence: assertion.confidence,
      given: assertion.given?.normalize("NFC") ?? null,
      note: assertion.note?.normalize("NFC") ?? null,
      asOf: assertion.asOf ?? null,
      retrieved: assertion.retrieved ?? this.#retrieved,
      page: assertion.page ?? null,
      file: assertion.file ?? null,
      revision: assertion.revision ?? null,
      statedRank: assertion.rank ?? null,
      statedReason: assertion.rankReason ?? null,
    };
    const id = claimId(claim);
    if (this.#claims.has(id)) {
      this.#problems.add(
        assertion.origin,
        `repeats what the same source states at "${locator}" on ${fact.id} "${said.predicate}".`,
      );
      return;
    }
    this.#claims.add(id);
    claims.push({ ...claim, id });
  }
}

function noField(type: EntityType, name: string): string {
  const relation = relationOf(type.class, name);
  if (relation?.inverse)
    return `${type.name}.${name} is read from the other side: state "${relation.inverse}" on each ${typeOf(relation.target()).name}.`;
  if (relation) return `${type.name}.${name} follows from other facts, and is not stated.`;
  const names = [...fieldsOf(type).keys()];
  return `${type.name} has no field "${name}"${didYouMean(nearest(name, names)) || `. Its fields are ${names.sort().join(", ")}.`}`;
}

function idOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
