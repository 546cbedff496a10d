import { Entity, Property, enumeration } from "../graph/declare.ts";
import { EDTFDate } from "../graph/edtf.ts";
import { One } from "../graph/relations.ts";
import { Entity as EntityInterface } from "./Entity.ts";
import { Official } from "./Official.ts";
import { Post } from "./Post.ts";

export const TenureStatus = enumeration("TenureStatus", "In what way an official had an office, if at all.", {
  SERVED: "Held the office.",
  ACTING: "Did its duties without holding it: acting, ad interim, chargé d'affaires.",
  NOT_CONFIRMED: "Was nominated and not confirmed.",
  DECLINED: "Was offered the office and declined it.",
});

@Entity("One official in one office.", { order: ["entered", "presentedCredentials", "appointed", "attested"] })
export class Tenure extends EntityInterface {
  @One(() => Official, "Who held the office.", { edge: "HELD_BY", required: true })
  declare official: Official;

  @One(() => Post, "The office.", { edge: "IN_POST", required: true })
  declare post: Post;

  @Property(() => TenureStatus, "In what way the official had the office.")
  declare status: keyof typeof TenureStatus | null;

  @Property(() => EDTFDate, "When the official was appointed.")
  declare appointed: EDTFDate | null;

  @Property(() => EDTFDate, "When the official entered on duty.")
  declare entered: EDTFDate | null;

  @Property(() => EDTFDate, "When a head of mission arrived at the post.")
  declare arrived: EDTFDate | null;

  @Property(() => EDTFDate, "When a head of mission presented credentials.")
  declare presentedCredentials: EDTFDate | null;

  @Property(() => EDTFDate, "When it ended. Null when no source says: that alone does not mean that it goes on.")
  declare ended: EDTFDate | null;

  @Property(() => String, "How it ended: left post, recalled, died.")
  declare endReason: string | null;

  @Property(
    () => EDTFDate,
    "A time at which a source shows the official in the office, without saying since when or until when.",
  )
  declare attested: EDTFDate | null;
}
