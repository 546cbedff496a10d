import { Type, Property, enumeration } from "../graph/model/declare.ts";
import { EDTFDate } from "../graph/edtf.ts";
import type { Connection } from "../graph/connection.ts";
import { Many, One } from "../graph/model/relations.ts";
import type { Country } from "./Country.ts";
import { Entity } from "./Entity.ts";
import type { Official } from "./Official.ts";
import type { Post } from "./Post.ts";

export const TenureStatus = enumeration("TenureStatus", "How an official held an office, if at all.", {
  SERVED: "Held the office.",
  ACTING: "Did its duties without holding it: acting, ad interim, chargé d'affaires.",
  NOT_CONFIRMED: "Was nominated and not confirmed.",
  REJECTED: "Was nominated, and the nomination was rejected or withdrawn.",
  NOT_ACTED_ON: "Was nominated, and the nomination was not acted on.",
  DID_NOT_SERVE: "Was appointed and did not take up the office.",
  DECLINED: "Was offered the office and declined it.",
});

@Type("The tenure of one official in one office.", {
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

  @Property(() => String, "The title held, for an office whose title varied: minister resident, chargé d'affaires.", {
    wording: true,
  })
  declare title: string | null;

  @Property(() => TenureStatus, "How the official held the office, if at all.")
  declare status: keyof typeof TenureStatus | null;

  @Property(() => EDTFDate, "When the official was appointed.")
  declare appointed: EDTFDate | null;

  @Property(() => EDTFDate, "When the official took up duty.")
  declare entered: EDTFDate | null;

  @Property(() => EDTFDate, "When a head of mission arrived at the post.")
  declare arrived: EDTFDate | null;

  @Property(() => EDTFDate, "When a head of mission presented credentials.")
  declare presentedCredentials: EDTFDate | null;

  @Property(() => EDTFDate, "When it ended. Null if it continues, or if no source says.")
  declare ended: EDTFDate | null;

  @Property(() => String, "How it ended: left post, recalled, died.", { grouped: true })
  declare endReason: string | null;

  @Property(() => String, "How it began or was held, in addition to the dates.", {
    wording: true,
  })
  declare circumstances: string | null;

  @One("Country", "The state where a holder accredited to several resided.", {
    edge: "RESIDENT_AT",
  })
  declare residentAt: Country | null;

  @Many("Tenure", "Tenures held concurrently, such as accreditations to other states.", {
    edge: "CONCURRENT_WITH",
    inverse: "concurrentWith",
  })
  declare concurrentWith: Connection<Tenure>;

  @Property(
    () => [EDTFDate],
    "Days and periods for which sources show the official in office, without saying when that began or ended.",
  )
  declare attested: EDTFDate[];
}
