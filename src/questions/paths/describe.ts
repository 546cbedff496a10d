/** Describes steps: dates, sentences, and evidence. */
import { withArticle } from "../../graph/english.ts";
import type { Graph } from "../../graph/graph.ts";
import { readId } from "../../graph/id.ts";
import { coordinate, entityTypes } from "../../graph/model/model.ts";
import { kebabCase } from "../../graph/model/casing.ts";
import { bases, unstatedOf, type Basis } from "../../graph/model/derived.ts";
import type { EntityType } from "../../graph/model/declarations.ts";
import { evidenceSize } from "../../graph/page.ts";
import { query } from "../../graph/queries.ts";
import { datePhrase } from "./datePhrase.ts";
import { nouns, ofJoints, ofRelations, type JointWords } from "./phrases.ts";
import type { Link } from "./links.ts";

/** One step, as plain data. */
export interface DescribedStep {
  from: string;
  to: string;
  /** Its kind: `PARTICIPATION`, `MEETING_HOST`. */
  kind: string;
  /** As in the schema: `Participation`, `Meeting.host`. */
  relation: string;
  forward: boolean;
  /** The entity that is the step; null for an edge. */
  via: string | null;
  /** When, in EDTF; null if undated. */
  date: string | null;
  sentence: string;
  /** The basis of what is stated least: of a step through an entity, of either end. */
  basis: Basis;
  claimPattern: ClaimPattern;
}

/** Where a step is stated: in whose claims, on which fields, with which values. */
export interface ClaimPattern {
  subject: string;
  predicates: string[];
  targets: string[];
}

/** An entity's data for a sentence. */
export interface Details {
  type: EntityType;
  name: string;
  values: Record<string, unknown>;
  /** The name of its place, if any. */
  place: string | null;
  /** The date of its beginning, in EDTF; null if unknown. */
  begun: string | null;
  /** Whether it took place or was in effect, or may have. */
  held: boolean;
  /** Which of its relations no source states, as on the node. */
  unstated: string[];
}

type DetailsRow = [
  id: string,
  name: string,
  values: unknown[],
  places: string[],
  begun: string | null,
  held: boolean,
  unstated: string[],
];

/** Reads the data for sentences, in one query for all entities. */
export function detailsOf(graph: Graph, ids: readonly string[]): Promise<Details[]> {
  return Promise.all(
    ids.map((id) =>
      graph.batched("told", id, async (asked) => {
        const { columns, places } = wanted();
        const rows = await graph.read(query("paths/entityDetails"), { asked: { ids: asked, columns, places } });
        const found = new Map(
          (rows as DetailsRow[]).map(([each, name, values, where, begun, held, unstated]) => [
            each,
            {
              type: readId(each).type,
              name,
              values: Object.fromEntries(columns.map((column, index) => [column, values[index]])),
              place: where[0] ?? null,
              begun,
              held,
              unstated,
            },
          ]),
        );
        return asked.map((each) => found.get(each)!);
      }),
    ),
  );
}

// The ends, nouns and places of all kinds together, since one query covers many.
function wanted(): { columns: string[]; places: string[] } {
  const columns = new Set<string>();
  const places = new Set<string>();
  for (const type of entityTypes()) {
    if (type.time.until !== undefined) columns.add(type.time.until);
  }
  for (const { by, unsettled } of Object.values(ofJoints))
    for (const each of [by, unsettled]) if (each) columns.add(each.property);
  for (const { by, at = [] } of Object.values(nouns)) {
    if (by) columns.add(by.property);
    for (const name of at) places.add(`${name}Id`);
  }
  return { columns: [...columns].sort(), places: [...places] };
}

/** Describes steps, one after the other. */
export async function describeSteps(graph: Graph, links: readonly Link[]): Promise<DescribedStep[]> {
  return Promise.all(
    links.map(async (link) => {
      const { from, to, kind, relation, forward, via } = link;
      const clause = await clauseOf(graph, link);
      return {
        from,
        to,
        kind: kind.word,
        relation: relation === null ? kind.name : `${relation.domain.name}.${relation.name}`,
        forward,
        via,
        date: clause.date,
        sentence: finished(clause.text),
        basis: clause.basis,
        claimPattern: claimPatternOf(link),
      };
    }),
  );
}

/**
 * All steps of a path in one sentence. Two consecutive steps to the same thing are combined:
 * one led a delegation at the talks, in which the other took part too.
 */
export async function sentenceOf(graph: Graph, links: readonly Link[]): Promise<string> {
  const told: string[] = [];
  const clauses = await Promise.all(links.map((link) => clauseOf(graph, link)));
  for (let index = 0; index < links.length; index += 1) {
    const [link, next] = [links[index]!, links[index + 1]];
    if (link.via !== null && link.forward && next?.kind === link.kind && !next.forward) {
      told.push(`${clauses[index]!.text}, ${clauses[index + 1]!.more}`);
      index += 1;
    } else told.push(clauses[index]!.text);
  }
  return finished(told.join("; "));
}

interface Clause {
  text: string;
  /** The addition to a clause that ends with the same thing. Empty for a step along a relation. */
  more: string;
  date: string | null;
  basis: Basis;
}

async function clauseOf(graph: Graph, { from, to, kind, relation, forward, via }: Link): Promise<Clause> {
  const ends = forward ? [from, to] : [to, from];
  const found = await detailsOf(graph, via === null ? ends : [...ends, via]);
  const [start, target, joint] = found as [Details, Details, Details?];
  if (joint === undefined) {
    const words = ofRelations[coordinate(relation!)] ?? `has as its ${kebabCase(relation!.name).replaceAll("-", " ")}`;
    const date = datesOf(start)?.edtf ?? datesOf(target)?.edtf ?? null;
    const basis = basisOf(start, [[relation!.name, ends[1]!]]);
    return { text: `${called(start)} ${words} ${called(target)}${inferred(basis)}`, more: "", date, basis };
  }
  const { joins } = kind.type!;
  const basis = basisOf(
    joint,
    joins.flatMap((name) => ends.map((end): [string, string] => [name, end])),
  );
  const dates = datesOf(joint);
  const [between, more] = wordsOf(joint, target);
  const when = `${dates === null ? "" : ` ${dates.words}`}${inferred(basis)}`;
  return {
    text: `${called(start)} ${between} ${called(target)}${when}`,
    more: `${more.replace("{}", () => called(start))}${when}`,
    date: dates?.edtf ?? datesOf(target)?.edtf ?? datesOf(start)?.edtf ?? null,
    basis,
  };
}

/** The weakest basis of some relations of an entity. @param ends for each its name and target. */
function basisOf({ unstated }: Details, ends: [predicate: string, to: string][]): Basis {
  return bases.findLast((basis) => ends.some((end) => unstated.includes(unstatedOf(basis, ...end)))) ?? "STATED";
}

function inferred(basis: Basis): string {
  return basis === "INFERRED" ? " (inferred)" : "";
}

function wordsOf(joint: Details, target: Details): JointWords {
  const { words, by, unsettled } = ofJoints[joint.type.name]!;
  if (unsettled?.values.includes(target.values[unsettled.property] as string)) return unsettled.words;
  return by?.words[joint.values[by.property] as string] ?? words;
}

/** The time of an entity: its first date, or from its first to its last. Null if it has none or none is known. */
function datesOf({ type, values, begun, held }: Details): { edtf: string; words: string } | null {
  const { from, until } = type.time;
  if (from !== "sortKey") return null;
  const ended = until === undefined ? null : (values[until] as string | null);
  const one = begun ?? ended;
  if (one === null) return null;
  const edtf = until === undefined || !held ? one : `${begun ?? ""}/${ended ?? ""}`;
  return { edtf, words: datePhrase(edtf) };
}

/** `the talks in Mexico City on 27 December 2023`, `the statement “…”`, or its name. */
function called(details: Details): string {
  const { type, name, values, place } = details;
  const phrase = nouns[type.name];
  if (phrase === undefined) return name;
  const { noun, by, at } = phrase;
  if (at === undefined) return `the ${noun} “${name}”`;
  const own = by?.words[values[by.property] as string] ?? noun;
  const when = datesOf(details)?.words;
  if (place === null && when === undefined) return `the ${own} “${name}”`;
  return [`the ${own}`, place && `in ${withArticle(place)}`, when].filter(Boolean).join(" ");
}

function finished(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** The evidence for a step: the ids of the claims, and the number of their sources. */
export interface StepEvidence {
  claims: string[];
  sources: number;
}

/** Finds the evidence for steps, in one query for all. */
export function evidenceOf(graph: Graph, claimPattern: ClaimPattern): Promise<StepEvidence> {
  return graph.batched("claims of steps", JSON.stringify(claimPattern), async (keys) => {
    const steps = keys.map((key) => JSON.parse(key) as ClaimPattern);
    const rows = await graph.read(query("paths/claimsOfSteps"), { asked: { steps }, mostClaims: evidenceSize });
    const found = rows as [number, string[], number][];
    return found.sort(([a], [b]) => a - b).map(([, claims, sources]) => ({ claims, sources }));
  });
}

/** Where a step is stated. */
export function claimPatternOf({ from, to, kind, relation, forward, via }: Link): ClaimPattern {
  if (via === null)
    return { subject: forward ? from : to, predicates: [relation!.name], targets: [forward ? to : from] };
  const { name, joins } = kind.type!;
  const by = ofJoints[name]?.by;
  return {
    subject: via,
    predicates: [...joins, ...(by ? [by.property] : [])],
    targets: [from, to],
  };
}

/** A key of a step that is the same for its reverse. */
export function keyOfStep({ via, claimPattern }: Pick<DescribedStep, "via" | "claimPattern">): string {
  const { subject, predicates, targets } = claimPattern;
  return via === null ? `${subject} ${predicates[0]!} ${targets[0]!}` : `${subject} ${[...targets].sort().join(" ")}`;
}
