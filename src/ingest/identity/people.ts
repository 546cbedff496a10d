/** Which ids mean the same person: by former ids in sources, editors' decisions, name, state, office and time. */
import { Clusters, type Decision } from "./clusters.ts";
import { joinPeople } from "./joinPeople.ts";
import { personOf, type Held, type Person } from "./officials.ts";
import { editing, preferred, type Settlement, type Stated } from "./settlement.ts";

export function officials(stated: Stated[], tenuresStated: Stated[], edited: Decision[]): Settlement {
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

/** The days of tenures, used for people without other dates. */
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
