/** Which ids mean the same person: by former ids in sources, editors' decisions, name, state, office and time. */
import { Clusters, type Decision } from "./clusters.ts";
import { joinPeople } from "./joinPeople.ts";
import { personOf, type HeldOffice, type OfficialProfile } from "./officialLikeness.ts";
import { joinReviewed } from "./reviewed.ts";
import { editing, preferred, type Settlement, type IdProfile } from "./settlement.ts";

export function officials(profiles: IdProfile[], tenureProfiles: IdProfile[], edited: Decision[]): Settlement {
  const held = heldBy(tenureProfiles);
  const people = new Map<string, OfficialProfile>(
    profiles.map(({ id, profile, registers }) => [id, personOf(id, profile, registers, held.get(id))]),
  );
  const clusters = new Clusters();
  const toldApart = joinReviewed((id) => people.has(id), clusters, edited, editing("official", edited, clusters));
  const former = new Map(
    profiles.flatMap(({ id, profile }) => (profile.formerIds ?? []).map((old) => [old, id] as const)),
  );
  for (const [old, id] of former)
    if (people.has(old))
      clusters.join({ a: old, b: id, score: 1, reason: "the source gives it as an older id" }, "RULE", toldApart);
  const undecided = joinPeople(people, clusters, toldApart);
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

function heldBy(tenureProfiles: IdProfile[]): Map<string, HeldOffice[]> {
  const held = new Map<string, HeldOffice[]>();
  for (const { profile } of tenureProfiles)
    for (const official of profile.official ?? [])
      for (const post of profile.post ?? []) {
        const active = daysOfTenure.flatMap((name) => profile[name] ?? []);
        held.set(official, [...(held.get(official) ?? []), { post, active }]);
      }
  return held;
}
