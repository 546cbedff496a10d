import { Type, Property, enumeration } from "../graph/model/declare.ts";
import { EDTFDate } from "../graph/edtf.ts";
import type { Connection } from "../graph/connection.ts";
import { Many, One } from "../graph/model/relations.ts";
import type { Country } from "./Country.ts";
import { Entity } from "./Entity.ts";
import type { Official } from "./Official.ts";
import type { Post } from "./Post.ts";

export const TenureStatus = enumeration("TenureStatus", "In what way an official had an office, if at all.", {
  SERVED: "Held the office.",
  ACTING: "Did its duties without holding it: acting, ad interim, chargé d'affaires.",
  NOT_CONFIRMED: "Was nominated and not confirmed.",
  REJECTED: "Was nominated, and the nomination was rejected or withdrawn.",
  NOT_ACTED_ON: "Was nominated, and the nomination was not acted on.",
  DID_NOT_SERVE: "Was appointed and did not take up the office.",
  DECLINED: "Was offered the office and declined it.",
});

@Type("One official in one office.", {
  time: { until: "ended", never: ["NOT_CONFIRMED", "REJECTED", "NOT_ACTED_ON", "DID_NOT_SERVE", "DECLINED"] },
  searched: 0.7,
  order: ["entered", "presentedCredentials", "arrived", "appointed", "attested", "ended"],
  recordFields: ["name", "official", "post"],
  joins: ["official", "post"],
  elsewhere: ["schema:OrganizationRole", "org:Membership"],
})
export class Tenure extends Entity {
  @One("Official", "Who held the office.", { edge: "HELD_BY", required: true, elsewhere: "org:member" })
  declare official: Official;

  @One("Post", "The office.", { edge: "IN_POST", required: true })
  declare post: Post;

  @Property(
    () => String,
    "The title borne in it, where the post has had several: minister resident, chargé d'affaires.",
    {
      wording: true,
    },
  )
  declare title: string | null;

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

  @Property(() => String, "How it ended: left post, recalled, died.", { grouped: true })
  declare endReason: string | null;

  @Property(() => String, "How it began or was held, in words, where the source adds them to the dates.", {
    wording: true,
  })
  declare circumstances: string | null;

  @One("Country", "The state that the holder resided in, for one accredited to several.", {
    edge: "RESIDENT_AT",
  })
  declare residentAt: Country | null;

  @Many("Tenure", "The tenures that the same person held along with it, as accredited to several states.", {
    edge: "CONCURRENT_WITH",
    inverse: "concurrentWith",
  })
  declare concurrentWith: Connection<Tenure>;

  @Property(
    () => [EDTFDate],
    "Times at which sources show the official in the office, a day or a span, without saying since when or until when.",
  )
  declare attested: EDTFDate[];
}
