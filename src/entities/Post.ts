import { Entity } from "../graph/declare.ts";
import type { Connection } from "../graph/page.ts";
import { Many, One } from "../graph/relations.ts";
import { Country } from "./Country.ts";
import { Entity as EntityInterface } from "./Entity.ts";
import { Organization } from "./Organization.ts";
import { Tenure } from "./Tenure.ts";

@Entity("A public office, whoever holds it: Secretary of State, Ambassador to Mexico.")
export class Post extends EntityInterface {
  @One(() => Organization, "The body that the office is in.", { edge: "OF_ORGANIZATION" })
  declare organization: Organization | null;

  @One(() => Country, "The state that the office serves.", { edge: "SERVES" })
  declare country: Country | null;

  @One(() => Country, "The state that its holder is accredited to. Null for an office at home.", {
    edge: "ACCREDITED_TO",
  })
  declare accreditedTo: Country | null;

  @Many(() => Tenure, "Who held it, and when.", { inverse: "post" })
  declare tenures: Connection<Tenure>;
}
