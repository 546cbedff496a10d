import { Interface, Property } from "../graph/model/declare.ts";
import { GlobalID } from "../graph/id.ts";

@Interface("Anything with a global id: an entity, or a claim about one.")
export abstract class Node {
  @Property(() => GlobalID, "The global id, `kind:slug`. Never reused, so safe to cite.", { required: true })
  declare id: string;
}
