import { Interface } from "../graph/model/declare.ts";
import type { Connection } from "../graph/connection.ts";
import { Many } from "../graph/model/relations.ts";
import { Entity } from "./Entity.ts";
import type { Policy } from "./Policy.ts";

@Interface("An actor: a country, an organization or an official.")
export abstract class Actor extends Entity {
  @Many("Policy", "The policies that it promotes.", { inverse: "advancedBy" })
  declare policies: Connection<Policy>;
}
