/**
 * Identity: which source ids mean the same thing. Decided from scratch at each ingestion from everything
 * stated, so that neither loading order nor earlier decisions matter; only editors' decisions persist.
 */
import { Clusters, type Decision } from "./clusters.ts";
import { meetings, participations } from "./meetingIdentity.ts";
import { officials } from "./officialIdentity.ts";
import type { IdProfile } from "./settlement.ts";
import { tenures } from "./tenureIdentity.ts";
import { readProfile } from "./profile.ts";
import type { Contribution } from "../contributions.ts";

/** The decisions. */
export interface Resolution {
  /** Maps a source's id to the entity's own; unknown ids map to themselves. */
  canonical: (id: string) => string;
  /** Whether an id leads to another. */
  isFormer: (id: string) => boolean;
  /** The decisions as stored: one for each former id, one for each pair left for review. */
  decisions: Decision[];
  /** The editors' decisions, unchanged. */
  edited: Decision[];
}

/**
 * Decides.
 * @param said what each bundle states about each id.
 * @param identities the stored decisions; only those of editors count.
 */
export function resolutionOf(parts: Contribution[], identities: Map<string, Record<string, unknown>>): Resolution {
  const profiles = combined(parts);
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

  const known = (kind: string): IdProfile[] => [...profiles.values()].filter(({ id }) => id.startsWith(`${kind}:`));
  settle(...officials(known("official"), known("tenure"), edited));
  settle(...meetings(known("meeting"), known("participation"), canonical, edited));
  settle(...participations(known("participation"), canonical, edited));
  settle(...tenures(known("tenure"), canonical, edited));
  for (const { id, profile } of profiles.values())
    for (const former of profile.formerIds ?? [])
      if (!canonicals.has(former) && former !== canonical(id) && !profiles.has(former)) {
        canonicals.set(former, canonical(id));
        decisions.push(same(former, canonical(id), 1, "the source gives it as an older id"));
      }
  return { canonical, isFormer: (id) => canonicals.has(id), decisions, edited };
}

/** The nodes for the decisions, by id. */
export function identityNodes({ decisions, edited, canonical }: Resolution): Map<string, Record<string, unknown>> {
  const nodes = new Map<string, Record<string, unknown>>();
  for (const { a, b, outcome, score, reason, decidedBy } of decisions) {
    const id = outcome === "SAME" ? `identity:${slugOfId(a)}` : `identity:${slugOfId(a)}.and.${slugOfId(b)}`;
    const entityId = outcome === "SAME" ? b : canonical(b);
    nodes.set(id, { outcome, entityId, formerId: a, score, reason, decidedBy, sortKey: a });
  }
  // An editor's decision is kept unchanged, whatever its effect.
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

/** The id of an editor's decision on two ids, in either order. */
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

function combined(parts: Contribution[]): Map<string, IdProfile> {
  const profiles = new Map<string, IdProfile>();
  for (const { statedId, bundle, profile } of [...parts].sort((x, y) => (x.bundle < y.bundle ? -1 : 1))) {
    if (profile === "") continue;
    const read = readProfile(profile);
    const found = profiles.get(statedId);
    if (!found) profiles.set(statedId, { id: statedId, profile: read, registers: new Set(read.sources ?? [bundle]) });
    else {
      for (const register of read.sources ?? [bundle]) found.registers.add(register);
      for (const [name, values] of Object.entries(read))
        found.profile[name] = [...new Set([...(found.profile[name] ?? []), ...values!])].sort();
    }
  }
  return new Map([...profiles].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The editors' decisions, ordered by id. */
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
