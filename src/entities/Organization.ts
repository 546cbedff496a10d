import { Type, Property, enumeration } from "../graph/model/declare.ts";
import type { Connection } from "../graph/connection.ts";
import { Many, One } from "../graph/model/relations.ts";
import { Actor } from "./Actor.ts";
import type { Country } from "./Country.ts";
import type { Flow } from "./Flow.ts";
import type { Mission } from "./Mission.ts";
import type { Post } from "./Post.ts";
import type { Source } from "./Source.ts";
import type { Statement } from "./Statement.ts";

export const OrganizationKind = enumeration("OrganizationKind", "The kind of body.", {
  GOVERNMENT: "The government of a state as a whole.",
  MINISTRY: "A ministry, or a department of that rank.",
  AGENCY: "An agency or service below a ministry.",
  COUNCIL: "A council that advises or coordinates.",
  PARTY: "A political party.",
  PUBLISHER: "A publisher, a news organization or a news agency.",
  INTERNATIONAL: "A body of several states.",
});

@Type("A body: ministry, agency, council, party, publisher, international organization.", {
  searched: 1.5,
  elsewhere: ["schema:Organization"],
})
export class Organization extends Actor {
  @Property(() => OrganizationKind, "The kind of body.", { required: true })
  declare kind: keyof typeof OrganizationKind;

  @One("Country", "The state it belongs to. Null if none or several.", {
    edge: "OF_COUNTRY",
  })
  declare country: Country | null;

  @One("Organization", "The body that it is part of.", {
    edge: "PART_OF_ORGANIZATION",
    elsewhere: "schema:parentOrganization",
  })
  declare partOf: Organization | null;

  @Many("Organization", "The bodies that are part of it.", { inverse: "partOf" })
  declare parts: Connection<Organization>;

  @Many("Post", "The offices in it.", { inverse: "organization" })
  declare posts: Connection<Post>;

  @Many("Post", "The offices whose holders are accredited to it.", { inverse: "accreditedToOrganization" })
  declare accreditedPosts: Connection<Post>;

  @Many("Mission", "The missions of states accredited to it.", { inverse: "accreditedToOrganization" })
  declare missions: Connection<Mission>;

  @Many("Statement", "What was said in its name.", { inverse: "body" })
  declare statements: Connection<Statement>;

  @Many("Flow", "The numbers of people that it counted.", { inverse: "agency" })
  declare flows: Connection<Flow>;

  @Many("Source", "What it published.", { inverse: "publishers" })
  declare publications: Connection<Source>;
}
