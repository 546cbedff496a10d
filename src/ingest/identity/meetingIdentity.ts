/** Decides which ids mean the same meeting, and the same participation. */
import { readEdtf } from "../../graph/edtf.ts";
import { Clusters, type Decision } from "./clusters.ts";
import { editing, ofRecord, preferred, type Settlement, type IdProfile } from "./settlement.ts";

/** The same meeting: same time and place, with an official in common, in two sources. */
export function meetings(
  all: IdProfile[],
  parts: IdProfile[],
  canonical: (id: string) => string,
  edited: Decision[],
): Settlement {
  const clusters = new Clusters();
  const toldApart = editing("meeting", edited, clusters);
  const officialsOf = new Map<string, Set<string>>();
  for (const { profile } of parts)
    for (const meeting of profile.meeting ?? [])
      for (const official of profile.official ?? []) {
        const found = officialsOf.get(meeting) ?? new Set();
        officialsOf.set(meeting, found.add(canonical(official)));
      }
  const byDay = new Map<string, IdProfile[]>();
  for (const each of all) {
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
        if (a.id >= b.id || toldApart(a.id, b.id) || areTwo(a, b)) continue;
        const shared = [...(officialsOf.get(a.id) ?? [])].filter((id) => officialsOf.get(b.id)?.has(id));
        const where = (["place", "host"] as const).find((name) =>
          a.profile[name]?.some((each) => b.profile[name]?.includes(each)),
        );
        if (shared.length === 0 || where === undefined) continue;
        const score = where === "place" ? 0.97 : 0.9;
        const reason = `on the same day, with the same ${where}, and ${shared.length === 1 ? "an official" : `${shared.length} officials`} in common`;
        clusters.join({ a: a.id, b: b.id, score, reason }, "RULE", toldApart);
      }
  return [clusters, [], (ids) => preferred(ids, (id) => ofRecord.test(id))];
}

/** Different if one source keeps them apart, or one is part of the other. */
function areTwo(a: IdProfile, b: IdProfile): boolean {
  if ([...a.registers].some((register) => b.registers.has(register))) return true;
  return (a.profile.partOf ?? []).includes(b.id) || (b.profile.partOf ?? []).includes(a.id);
}

/** The same participation: the same meeting, and the same official or state. */
export function participations(all: IdProfile[], canonical: (id: string) => string, edited: Decision[]): Settlement {
  const clusters = new Clusters();
  const toldApart = editing("participation", edited, clusters);
  const first = new Map<string, string>();
  for (const { id, profile } of all) {
    const [meeting] = profile.meeting ?? [];
    const [who] = [...(profile.official ?? []), ...(profile.country ?? [])];
    if (meeting === undefined || who === undefined) continue;
    const key = `${canonical(meeting)} ${canonical(who)}`;
    const other = first.get(key);
    if (other === undefined) first.set(key, id);
    else clusters.join({ a: other, b: id, score: 1, reason: "the same part in the same meeting" }, "RULE", toldApart);
  }
  return [clusters, [], (ids) => preferred(ids, (id) => ofRecord.test(id))];
}
