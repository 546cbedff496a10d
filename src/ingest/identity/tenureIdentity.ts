/** Decides which ids mean the same tenure. */
import { dayAfter, readEdtf } from "../../graph/edtf.ts";
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
  const known = new Map(profiles.map((each) => [each.id, each]));
  // Two tenures in one source are different, even if another source could mean either; but nobody holds an office twice at once.
  const apart = (a: string, b: string): boolean => {
    const [x, y] = [known.get(a), known.get(b)];
    if (!x || !y) return toldApart(a, b);
    return toldApart(a, b) || ([...x.registers].some((each) => y.registers.has(each)) && !atOnce(x.profile, y.profile));
  };
  for (const group of groups.values()) {
    const pairs = group.flatMap((a) =>
      group.flatMap((b) => {
        const found = a.id < b.id ? (sameTime(a.profile, b.profile) ?? sameStay(a.profile, b.profile)) : null;
        return found ? [{ a: a.id, b: b.id, score: 0.95, ...found }] : [];
      }),
    );
    // Nearest in time first, so that each gets the most likely match.
    pairs.sort((x, y) => x.days - y.days || (`${x.a} ${x.b}` < `${y.a} ${y.b}` ? -1 : 1));
    for (const { days: _, ...match } of pairs) clusters.join(match, "RULE", apart);
  }
  return [clusters, [], (ids) => preferred(ids, () => false)];
}

/** Whether two are in the same manner at the same time: from the same day, or on some days both. */
function atOnce(a: Profile, b: Profile): boolean {
  if (a.status?.join() !== b.status?.join()) return false;
  const [x, y] = [timeOf(a), timeOf(b)];
  if (x.first === null || y.first === null) return false;
  const [early, late] = x.first <= y.first ? [x, y] : [y, x];
  if (early.first === late.first) return true;
  // Editions that follow each other show one tenure, if the later doesn't say that it began since.
  return late.began === null ? late.first! <= dayAfter(early.last!, betweenEditions) : late.first! < early.last!;
}

/** The largest number of days between two editions that show a tenure without a break. */
const betweenEditions = 60;

/** The first and the last day of a tenure, by its beginning, its end, and the days on which it is shown. */
function timeOf(profile: Profile): { first: string | null; last: string | null; began: string | null } {
  const { began, ended } = datesOf(profile);
  const shown = (profile.attested ?? []).map((date) => readEdtf(date));
  const days = [began, ended, ...shown.flatMap(({ firstDay, lastDay }) => [firstDay, lastDay])].filter(
    (day) => day !== null,
  );
  days.sort();
  return { first: days[0] ?? null, last: days.at(-1) ?? null, began };
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

function sameStay(a: Profile, b: Profile): { reason: string; days: number } | null {
  return atOnce(a, b) ? { reason: "the same office, held at the same time", days: slack } : null;
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
