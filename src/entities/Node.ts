import { Interface, Property } from "../graph/model/declare.ts";
import { GlobalID } from "../graph/id.ts";

@Interface("Anything with a global id: an entity, or a claim about one.")
export abstract class Node {
  @Property(() => GlobalID, "The global id, `kind:slug`: never reused, good in a footnote.", { required: true })
  declare id: string;
}
