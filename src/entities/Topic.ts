import { Type } from "../graph/model/declare.ts";
import type { Connection } from "../graph/connection.ts";
import { Many, One } from "../graph/model/relations.ts";
import { Entity } from "./Entity.ts";
import type { Meeting } from "./Meeting.ts";
import type { Policy } from "./Policy.ts";

@Type("A subject of policies or meetings: trade, smuggling, a root cause such as poverty.", {
  searched: 1.5,
  hub: true,
  elsewhere: ["skos:Concept"],
})
export class Topic extends Entity {
  @One("Topic", "The wider topic to which it belongs.", { edge: "BROADER", elsewhere: "skos:broader" })
  declare broader: Topic | null;

  @Many("Topic", "The narrower topics that belong to it.", { inverse: "broader" })
  declare narrower: Connection<Topic>;

  @Many("Meeting", "The meetings about it.", { inverse: "topics" })
  declare meetings: Connection<Meeting>;

  @Many("Policy", "The policies that address it.", { inverse: "addresses" })
  declare policies: Connection<Policy>;
}
