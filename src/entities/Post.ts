import { Int } from "type-graphql";
import { EDTFDate } from "../graph/edtf.ts";
import { Type, Property, enumeration } from "../graph/model/declare.ts";
import type { Connection } from "../graph/connection.ts";
import { Many, One } from "../graph/model/relations.ts";
import type { Country } from "./Country.ts";
import { Entity } from "./Entity.ts";
import type { Mission } from "./Mission.ts";
import type { Organization } from "./Organization.ts";
import type { Tenure } from "./Tenure.ts";

export const PostKind = enumeration("PostKind", "The kind of office.", {
  CHIEF_OF_STATE: "A head of state: president, monarch.",
  HEAD_OF_GOVERNMENT: "A head of government: prime minister, chancellor.",
  DEPUTY: "A deputy of a head of state or government: vice president, deputy prime minister.",
  MINISTER: "A member of a cabinet: secretary, minister.",
  CHIEF_OF_MISSION: "A head of a diplomatic mission: ambassador, minister, chargé d'affaires.",
  PRINCIPAL_OFFICER: "A senior office of a foreign ministry, at home.",
});

@Type("A public office, independent of its holder: Secretary of State, Ambassador to Mexico.", {
  searched: 1.5,
  elsewhere: ["org:Post"],
})
export class Post extends Entity {
  @Property(() => PostKind, "The kind of office.")
  declare kind: keyof typeof PostKind | null;

  @Property(() => Int, "How many people hold it at a time. Null if it varies, or if no source says.")
  declare seats: number | null;

  @Property(() => [EDTFDate], "Periods in which, according to sources, nobody held it.")
  declare vacant: EDTFDate[];

  @One("Organization", "The body to which the office belongs.", { edge: "OF_ORGANIZATION", elsewhere: "org:postIn" })
  declare organization: Organization | null;

  @One("Country", "The state that the office serves.", { edge: "SERVES" })
  declare country: Country | null;

  @One("Country", "The state its holder is accredited to. Null for an office at home.", {
    edge: "ACCREDITED_TO",
  })
  declare accreditedTo: Country | null;

  @One("Organization", "The international body its holder is accredited to. Null if none.", {
    edge: "ACCREDITED_TO_ORGANIZATION",
  })
  declare accreditedToOrganization: Organization | null;

  @One("Mission", "The mission that its holder leads. Null for an office at home, or one accredited without a seat.", {
    edge: "LEADS",
  })
  declare mission: Mission | null;

  @Many("Tenure", "Its holders, with dates.", { inverse: "post" })
  declare tenures: Connection<Tenure>;
}
