import { Type } from "../graph/model/declare.ts";
import type { Connection } from "../graph/connection.ts";
import { Many } from "../graph/model/relations.ts";
import type { Country } from "./Country.ts";
import { Entity } from "./Entity.ts";
import type { Meeting } from "./Meeting.ts";
import type { RelationEvent } from "./RelationEvent.ts";

@Type("The relation of two states. It has no direction.", { elsewhere: ["schema:Intangible"] })
export class BilateralRelation extends Entity {
  @Many("Country", "The two states.", { edge: "BETWEEN" })
  declare countries: Connection<Country>;

  @Many("Meeting", "The meetings that both states took part in; of a meeting and its parts, the whole.")
  declare meetings: Connection<Meeting>;

  @Many("RelationEvent", "The changes in the relation, oldest first.", { inverse: "relation" })
  declare events: Connection<RelationEvent>;
}
