import { Type, Property, enumeration } from "../graph/model/declare.ts";
import type { Connection } from "../graph/connection.ts";
import { Many, One } from "../graph/model/relations.ts";
import type { Actor } from "./Actor.ts";
import type { Claim } from "./Claim.ts";
import { Entity } from "./Entity.ts";
import type { Meeting } from "./Meeting.ts";
import type { Topic } from "./Topic.ts";

export const PolicyKind = enumeration("PolicyKind", "What sort of policy it is.", {
  COMMITMENT: "Something that a government undertakes to do.",
  ENFORCEMENT: "An action that enforces the law.",
  LEGAL_PATHWAY: "A lawful way to migrate.",
  REPATRIATION: "The return of people to their country.",
  AGREEMENT: "An agreement between states.",
  SANCTION: "A measure against a state, a body or a person.",
});

export const PolicyStatus = enumeration("PolicyStatus", "How far a policy has come.", {
  PROPOSED: "Somebody asks for it.",
  PLANNED: "There are plans for it.",
  ONGOING: "It is carried out.",
  ENDED: "It is no longer carried out.",
});

@Type("A commitment, an enforcement action, a legal pathway, a repatriation, an agreement, a sanction.", {
  plural: "policies",
  searched: 1.5,
  elsewhere: ["prov:Plan"],
})
export class Policy extends Entity {
  @Property(() => PolicyKind, "What sort of policy it is.", { required: true })
  declare kind: keyof typeof PolicyKind;

  @Property(() => PolicyStatus, "How far it has come, as the newest source tells.")
  declare status: keyof typeof PolicyStatus | null;

  @Many("Claim", "How far it had come, from the oldest claim to the newest.")
  declare statusHistory: Connection<Claim>;

  @Many("Actor", "The states, bodies and officials that advance it.", {
    edge: "ADVANCED_BY",
  })
  declare advancedBy: Connection<Actor>;

  @Many("Topic", "What it addresses.", { edge: "ADDRESSES" })
  declare addresses: Connection<Topic>;

  @Many("Meeting", "The meetings that it was discussed in.", { edge: "DISCUSSED_IN" })
  declare discussedIn: Connection<Meeting>;

  @One("Policy", "The wider policy that it is part of.", { edge: "PART_OF_POLICY" })
  declare partOf: Policy | null;

  @Many("Policy", "The policies that are part of it.", { inverse: "partOf" })
  declare parts: Connection<Policy>;
}
