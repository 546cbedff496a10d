/** Decides which ids mean the same tenure. */
import { readEdtf } from "../../graph/edtf.ts";
import { Tenure } from "../../entities/Tenure.ts";
import { beginningsOf, typeOf } from "../../graph/model/model.ts";
import type { Profile } from "./profile.ts";
import { Clusters, type Decision } from "./clusters.ts";
import { editing, preferred, type Settlement, type IdProfile } from "./settlement.ts";

/** The same tenure: the same official in the same office, at compatible times. */
export function tenures(profiles: IdProfile[], canonical: (id: string) => string, edited: Decision[]): Settlement {
  const clusters = new Clusters();
  const toldApart = editing("tenure", edited, clusters);
  const groups = new Map<string, IdProfile[]>();
  for (const each of profiles) {
    const [official] = each.profile.official ?? [];
    const [post] = each.profile.post ?? [];
    if (official === undefined || post === undefined) continue;
    const key = `${canonical(official)} ${canonical(post)}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const registers = new Map(profiles.map((each) => [each.id, each.registers]));
  // Two tenures in one source are different, even if another source could mean either.
  const apart = (a: string, b: string): boolean =>
    toldApart(a, b) || [...(registers.get(a) ?? [])].some((register) => registers.get(b)?.has(register));
  for (const group of groups.values()) {
    const pairs = group.flatMap((a) =>
      group.flatMap((b) => {
        const found = a.id < b.id ? sameTime(a.profile, b.profile) : null;
        return found ? [{ a: a.id, b: b.id, score: 0.95, ...found }] : [];
      }),
    );
    // Nearest in time first, so that each gets the most likely match.
    pairs.sort((x, y) => x.days - y.days || (`${x.a} ${x.b}` < `${y.a} ${y.b}` ? -1 : 1));
    for (const { days: _, ...match } of pairs) clusters.join(match, "RULE", apart);
  }
  return [clusters, [], (ids) => preferred(ids, () => false)];
}

/** The largest difference between sources on the day a tenure began. */
const slack = 400;

function sameTime(a: Profile, b: Profile): { reason: string; days: number } | null {
  const [x, y] = [datesOf(a), datesOf(b)];
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

function datesOf(profile: Profile): { began: string | null; ended: string | null; shown: string | null } {
  const first = (names: readonly string[]): string | null =>
    names.flatMap((name) => (profile[name] ?? []).map((date) => readEdtf(date).firstDay)).find((day) => day !== null) ??
    null;
  return {
    began: first(beginningsOf(typeOf(Tenure))),
    ended: first(["ended"]),
    shown: first(["attested"]),
  };
}
