/**
 * Identity: which ids, as sources give them, name one thing. It is decided anew at each ingestion from all that is
 * stated, so that neither the order of loading nor what was decided before matters; only an editor's word stays.
 */
import { readEdtf } from "../graph/edtf.ts";
import { Clusters, type Decision } from "./identity/clusters.ts";
import { joinPeople } from "./identity/joinPeople.ts";
import { personOf, type Held, type Person } from "./identity/officials.ts";
import { readProfile, type Profile } from "./profile.ts";
import type { Said } from "./said.ts";

/** What was decided. */
export interface Resolution {
  /** Leads from an id, as a source gives it, to the entity's own; an id that nothing is known of leads to itself. */
  canonical: (id: string) => string;
  /** Whether an id leads to another. */
  isFormer: (id: string) => boolean;
  /** The decisions, as the graph keeps them: one for each former id, one for each pair left for review. */
  decisions: Decision[];
  /** What editors decided, word for word. */
  edited: Decision[];
}

interface Stated {
  id: string;
  profile: Profile;
  /** The sources that know it by this id. */
  registers: Set<string>;
}

/**
 * Decides.
 * @param said what each bundle states of each id.
 * @param identities the decisions that the graph holds; only those of editors count.
 */
export function resolve(said: Said[], identities: Map<string, Record<string, unknown>>): Resolution {
  const stated = combined(said);
  const edited = editorsOf(identities);
  const canonicals = new Map<string, string>();
  const decisions: Decision[] = [];
  const canonical = (id: string): string => canonicals.get(id) ?? id;
  const settle = (clusters: Clusters, undecided: Decision[], prefer: (ids: string[]) => string): void => {
    for (const members of clusters.several()) {
      const own = prefer(members);
      for (const id of members) if (id !== own) canonicals.set(id, own);
    }
    decisions.push(...sameOf(clusters, canonical));
    for (const each of undecided) if (canonical(each.a) !== canonical(each.b)) decisions.push(each);
  };

  const known = (kind: string): Stated[] => [...stated.values()].filter(({ id }) => id.startsWith(`${kind}:`));
  settle(...officials(known("official"), known("tenure"), edited));
  settle(...meetings(known("meeting"), known("participation"), canonical, edited));
  settle(...participations(known("participation"), canonical, edited));
  settle(...tenures(known("tenure"), canonical, edited));
  for (const { id, profile } of stated.values())
    for (const former of profile.formerIds ?? [])
      if (!canonicals.has(former) && former !== canonical(id) && !stated.has(former)) {
        canonicals.set(former, canonical(id));
        decisions.push(same(former, canonical(id), 1, "the source gives it as an older id"));
      }
  return { canonical, isFormer: (id) => canonicals.has(id), decisions, edited };
}

/** The nodes in which the graph keeps the decisions, by their ids. */
export function identityNodes({ decisions, edited, canonical }: Resolution): Map<string, Record<string, unknown>> {
  const nodes = new Map<string, Record<string, unknown>>();
  for (const { a, b, outcome, score, reason, decidedBy } of decisions) {
    const id = outcome === "SAME" ? `identity:${slugOfId(a)}` : `identity:${slugOfId(a)}.and.${slugOfId(b)}`;
    const entityId = outcome === "SAME" ? b : canonical(b);
    nodes.set(id, { outcome, entityId, formerId: a, score, reason, decidedBy, sortKey: a });
  }
  // An editor's word is kept as it was given, whatever it leads to.
  for (const { a, b, outcome, score, reason } of edited)
    nodes.set(editedId(a, b), {
      outcome,
      entityId: canonical(b),
      formerId: a,
      a,
      b,
      score,
      reason,
      decidedBy: "EDITOR",
      sortKey: a,
    });
  return nodes;
}

/** The id of what an editor decided of two ids, whichever is named first. */
export function editedId(a: string, b: string): string {
  const [first, second] = [a, b].sort();
  return `identity:editor.${slugOfId(first!)}.and.${slugOfId(second!)}`;
}

function slugOfId(id: string): string {
  return id.replace(":", ".");
}

function same(former: string, entity: string, score: number, reason: string): Decision {
  return { a: former, b: entity, outcome: "SAME", score, reason, decidedBy: "RULE" };
}

function sameOf(clusters: Clusters, canonical: (id: string) => string): Decision[] {
  return clusters.several().flatMap((members) =>
    members
      .filter((id) => canonical(id) !== id)
      .map((id) => {
        const { score, reason, decidedBy, a, b } = clusters.why.get(id)!;
        const other = a === id ? b : a;
        const through = other === canonical(id) ? "" : ` (as ${other})`;
        return { ...same(id, canonical(id), score, `${reason}${through}`), decidedBy };
      }),
  );
}

function combined(said: Said[]): Map<string, Stated> {
  const stated = new Map<string, Stated>();
  for (const { statedId, bundle, profile } of [...said].sort((x, y) => (x.bundle < y.bundle ? -1 : 1))) {
    if (profile === "") continue;
    const read = readProfile(profile);
    const found = stated.get(statedId);
    if (!found) stated.set(statedId, { id: statedId, profile: read, registers: new Set(read.sources ?? [bundle]) });
    else {
      for (const register of read.sources ?? [bundle]) found.registers.add(register);
      for (const [name, values] of Object.entries(read))
        found.profile[name] = [...new Set([...(found.profile[name] ?? []), ...values!])].sort();
    }
  }
  return new Map([...stated].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What editors decided, in the order of the ids. */
export function editorsOf(identities: Map<string, Record<string, unknown>>): Decision[] {
  const edited: Decision[] = [...identities.values()]
    .filter((node) => typeof node.a === "string")
    .map(({ a, b, outcome, score, reason }) => ({
      a: a as string,
      b: b as string,
      outcome: outcome as Decision["outcome"],
      score: score as number,
      reason: reason as string,
      decidedBy: "EDITOR",
    }));
  return edited.sort((x, y) => (`${x.a} ${x.b}` < `${y.a} ${y.b}` ? -1 : 1));
}

type Settlement = [clusters: Clusters, undecided: Decision[], prefer: (ids: string[]) => string];

/** What editors decided of ids of one kind: the first joins, then whoever is to be told apart. */
function editing(kind: string, edited: Decision[], clusters: Clusters): (a: string, b: string) => boolean {
  const mine = edited.filter(({ a }) => a.startsWith(`${kind}:`));
  const apart = new Set(
    mine.flatMap(({ a, b, outcome }) => (outcome === "DIFFERENT" ? [`${a} ${b}`, `${b} ${a}`] : [])),
  );
  for (const { a, b, outcome, score, reason } of mine)
    if (outcome === "SAME") clusters.join({ a, b, score, reason }, "EDITOR", () => false);
  return (a, b) => apart.has(`${a} ${b}`);
}

function officials(stated: Stated[], tenuresStated: Stated[], edited: Decision[]): Settlement {
  const held = heldBy(tenuresStated);
  const people = new Map<string, Person>(
    stated.map(({ id, profile, registers }) => [id, personOf(id, profile, registers, held.get(id))]),
  );
  const clusters = new Clusters();
  const told = editing("official", edited, clusters);
  const former = new Map(
    stated.flatMap(({ id, profile }) => (profile.formerIds ?? []).map((old) => [old, id] as const)),
  );
  for (const [old, id] of former)
    if (people.has(old))
      clusters.join({ a: old, b: id, score: 1, reason: "the source gives it as an older id" }, "RULE", told);
  const undecided = joinPeople(people, clusters, told);
  return [
    clusters,
    undecided,
    (ids) =>
      preferred(
        ids,
        (id) => former.has(id) || (people.get(id)?.made ?? false),
        (id) => people.get(id)?.weight ?? 0,
      ),
  ];
}

/** The days that tenures give: of those that nothing else is said of, they tell the time. */
const daysOfTenure = ["appointed", "arrived", "entered", "presentedCredentials", "attested", "ended"];

function heldBy(tenuresStated: Stated[]): Map<string, Held[]> {
  const held = new Map<string, Held[]>();
  for (const { profile } of tenuresStated)
    for (const official of profile.official ?? [])
      for (const post of profile.post ?? []) {
        const active = daysOfTenure.flatMap((name) => profile[name] ?? []);
        held.set(official, [...(held.get(official) ?? []), { post, active }]);
      }
  return held;
}

/** The id that goes on: a source's own before one that was made of a name; then what most records use; then the first. */
function preferred(ids: string[], made: (id: string) => boolean, weight: (id: string) => number = () => 0): string {
  return [...ids].sort(
    (a, b) => Number(made(a)) - Number(made(b)) || (made(a) ? weight(b) - weight(a) : 0) || (a < b ? -1 : 1),
  )[0]!;
}

/** A meeting of a record; others have ids that somebody chose. */
const ofRecord = /^[a-z-]+:(?:trip|visit)-\d/;

// One meeting: at the same time and place, with an official in common, in two sources.
function meetings(
  stated: Stated[],
  parts: Stated[],
  canonical: (id: string) => string,
  edited: Decision[],
): Settlement {
  const clusters = new Clusters();
  const told = editing("meeting", edited, clusters);
  const officialsOf = new Map<string, Set<string>>();
  for (const { profile } of parts)
    for (const meeting of profile.meeting ?? [])
      for (const official of profile.official ?? []) {
        const found = officialsOf.get(meeting) ?? new Set();
        officialsOf.set(meeting, found.add(canonical(official)));
      }
  const byDay = new Map<string, Stated[]>();
  for (const each of stated) {
    if (each.profile.status?.includes("PLANNED")) continue;
    for (const date of each.profile.date ?? []) {
      const { firstDay, lastDay } = readEdtf(date);
      if (firstDay === null || firstDay !== lastDay) continue;
      byDay.set(firstDay, [...(byDay.get(firstDay) ?? []), each]);
    }
  }
  for (const day of byDay.values())
    for (const a of day)
      for (const b of day) {
        if (a.id >= b.id || told(a.id, b.id) || areTwo(a, b)) continue;
        const shared = [...(officialsOf.get(a.id) ?? [])].filter((id) => officialsOf.get(b.id)?.has(id));
        const where = (["place", "host"] as const).find((name) =>
          a.profile[name]?.some((each) => b.profile[name]?.includes(each)),
        );
        if (shared.length === 0 || where === undefined) continue;
        const score = where === "place" ? 0.97 : 0.9;
        const reason = `on the same day, with the same ${where}, and ${shared.length === 1 ? "an official" : `${shared.length} officials`} in common`;
        clusters.join({ a: a.id, b: b.id, score, reason }, "RULE", told);
      }
  return [clusters, [], (ids) => preferred(ids, (id) => ofRecord.test(id))];
}

/** Two that one source keeps apart, or of which one is part of the other, are two. */
function areTwo(a: Stated, b: Stated): boolean {
  if ([...a.registers].some((register) => b.registers.has(register))) return true;
  return (a.profile.partOf ?? []).includes(b.id) || (b.profile.partOf ?? []).includes(a.id);
}

// One part in one meeting: the same meeting and the same official, or the same state.
function participations(stated: Stated[], canonical: (id: string) => string, edited: Decision[]): Settlement {
  const clusters = new Clusters();
  const told = editing("participation", edited, clusters);
  const first = new Map<string, string>();
  for (const { id, profile } of stated) {
    const [meeting] = profile.meeting ?? [];
    const [who] = [...(profile.official ?? []), ...(profile.country ?? [])];
    if (meeting === undefined || who === undefined) continue;
    const key = `${canonical(meeting)} ${canonical(who)}`;
    const other = first.get(key);
    if (other === undefined) first.set(key, id);
    else clusters.join({ a: other, b: id, score: 1, reason: "the same part in the same meeting" }, "RULE", told);
  }
  return [clusters, [], (ids) => preferred(ids, (id) => ofRecord.test(id))];
}

// One tenure: the same official in the same office, at times that can be one.
function tenures(stated: Stated[], canonical: (id: string) => string, edited: Decision[]): Settlement {
  const clusters = new Clusters();
  const told = editing("tenure", edited, clusters);
  const groups = new Map<string, Stated[]>();
  for (const each of stated) {
    const [official] = each.profile.official ?? [];
    const [post] = each.profile.post ?? [];
    if (official === undefined || post === undefined) continue;
    const key = `${canonical(official)} ${canonical(post)}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const registers = new Map(stated.map((each) => [each.id, each.registers]));
  // Two that one source tells apart are two, even where another source could mean either.
  const apart = (a: string, b: string): boolean =>
    told(a, b) || [...(registers.get(a) ?? [])].some((register) => registers.get(b)?.has(register));
  for (const group of groups.values()) {
    const pairs = group.flatMap((a) =>
      group.flatMap((b) => {
        const found = a.id < b.id ? sameTime(a.profile, b.profile) : null;
        return found ? [{ a: a.id, b: b.id, score: 0.95, ...found }] : [];
      }),
    );
    // The nearest in time first: each takes the one that it most likely is.
    pairs.sort((x, y) => x.days - y.days || (`${x.a} ${x.b}` < `${y.a} ${y.b}` ? -1 : 1));
    for (const { days: _, ...match } of pairs) clusters.join(match, "RULE", apart);
  }
  return [clusters, [], (ids) => preferred(ids, () => false)];
}

/** How far two sources may be apart on the day on which one tenure began. */
const slack = 400;

function sameTime(a: Profile, b: Profile): { reason: string; days: number } | null {
  const [x, y] = [spanOf(a), spanOf(b)];
  const between = (from: string, to: string): number => Math.abs(Date.parse(to) - Date.parse(from)) / 86_400_000;
  if (x.began !== null && y.began !== null) {
    const days = between(x.began, y.began);
    return days <= slack ? { reason: "the same office, begun at the same time", days } : null;
  }
  const within = (shown: string | null, { began, ended }: { began: string | null; ended: string | null }): boolean =>
    shown !== null && (began === null || began <= shown) && (ended === null || shown <= ended);
  return within(x.shown, y) || within(y.shown, x)
    ? { reason: "the same office, shown in it at the same time", days: slack }
    : null;
}

function spanOf(profile: Profile): { began: string | null; ended: string | null; shown: string | null } {
  const first = (names: string[]): string | null =>
    names.flatMap((name) => (profile[name] ?? []).map((date) => readEdtf(date).firstDay)).find((day) => day !== null) ??
    null;
  return {
    began: first(["presentedCredentials", "entered", "arrived", "appointed"]),
    ended: first(["ended"]),
    shown: first(["attested"]),
  };
}
