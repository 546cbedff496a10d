import { Interface, Property } from "../graph/model/declare.ts";
import { GlobalID } from "../graph/id.ts";

@Interface("Anything with a global id: an entity, a claim or a decision on ids.")
export abstract class Node {
  @Property(() => GlobalID, "The global id, `kind:slug`. It is never reused, so it is safe to cite.", {
    required: true,
  })
  declare id: string;
}
