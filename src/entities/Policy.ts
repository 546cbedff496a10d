import { Type, Property, enumeration } from "../graph/model/declare.ts";
import type { Connection } from "../graph/connection.ts";
import { Many, One } from "../graph/model/relations.ts";
import type { Actor } from "./Actor.ts";
import type { Claim } from "./Claim.ts";
import { Entity } from "./Entity.ts";
import type { Meeting } from "./Meeting.ts";
import type { Topic } from "./Topic.ts";

export const PolicyKind = enumeration("PolicyKind", "The kind of policy.", {
  COMMITMENT: "A commitment of a government.",
  ENFORCEMENT: "A law enforcement action.",
  LEGAL_PATHWAY: "A legal way to migrate.",
  REPATRIATION: "The return of people to their country.",
  AGREEMENT: "An agreement between states.",
  SANCTION: "A measure against a state, a body or a person.",
});

export const PolicyStatus = enumeration("PolicyStatus", "The progress of a policy.", {
  PROPOSED: "Called for by someone.",
  PLANNED: "Planned, not yet carried out.",
  ONGOING: "Being carried out.",
  ENDED: "No longer carried out.",
});

@Type("A policy: a commitment, an enforcement action, a legal pathway, a repatriation, an agreement or a sanction.", {
  plural: "policies",
  searched: 1.5,
  elsewhere: ["prov:Plan"],
})
export class Policy extends Entity {
  @Property(() => PolicyKind, "The kind of policy.", { required: true })
  declare kind: keyof typeof PolicyKind;

  @Property(() => PolicyStatus, "Its progress, according to the newest source.")
  declare status: keyof typeof PolicyStatus | null;

  @Many("Claim", "Its progress, from the oldest claim to the newest.")
  declare statusHistory: Connection<Claim>;

  @Many("Actor", "The states, bodies and officials that promote it.", {
    edge: "ADVANCED_BY",
  })
  declare advancedBy: Connection<Actor>;

  @Many("Topic", "The topics that it addresses.", { edge: "ADDRESSES" })
  declare addresses: Connection<Topic>;

  @Many("Meeting", "The meetings in which it was discussed.", { edge: "DISCUSSED_IN" })
  declare discussedIn: Connection<Meeting>;

  @One("Policy", "The wider policy that it is part of.", { edge: "PART_OF_POLICY" })
  declare partOf: Policy | null;

  @Many("Policy", "The policies that are part of it.", { inverse: "partOf" })
  declare parts: Connection<Policy>;
}
