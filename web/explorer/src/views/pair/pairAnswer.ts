/** The answer to pair.graphql. */
import type { Claim } from "../../parts/Citation.tsx";
import type { Date } from "../../parts/EdtfDate.tsx";
import type { PageInfo } from "../../parts/Pager.tsx";

export interface Named {
  id: string;
  name: string;
}

export interface RelationEvent extends Named {
  kind: string;
  date: Date | null;
}

export interface Year {
  year: number;
  meetings: number;
  hostedByFirst: number;
  hostedBySecond: number;
  elsewhere: number;
}

export interface Month {
  month: string;
  meetingCount: number;
  encounters: {
    series: string;
    count: number;
    qualifier: string;
    flow: { id: string; agency: { name: string } | null };
  }[];
}

export interface PairSource {
  subject: string;
  count: number;
  source: Named;
  coverage: { part: string; from: string | null; until: string | null; scopes: { facts: string }[] | null }[];
}

export interface Moment {
  kind: string;
  sentence: string;
  date: Date;
  entity: Named;
  claims: Claim[];
}

export interface Mission extends Named {
  kind: string | null;
  sendingState: Named | null;
  opened: { text: string } | null;
  closed: { text: string } | null;
  asOf: { status: string; heads: { holdings: { tenure: { id: string; official: Named | null } }[] } };
}

export interface Pair {
  countries: [Named, Named];
  meetingsOfPredecessors: number;
  predecessors: Named[];
  asOf: { status: string; certainty: string; basis: string; coverage: string };
  relation: (Named & { events: { totalCount: number; nodes: RelationEvent[] } }) | null;
  yearly: Year[];
  monthly: Month[];
  missions: { totalCount: number; nodes: Mission[] };
  policies: { totalCount: number; nodes: (Named & { kind: string; status: string | null })[] };
  topOfficials: {
    count: number;
    official: Named;
    side: Named;
    earliest: { id: string; date: { text: string } | null };
    latest: { id: string; date: { text: string } | null };
  }[];
  coverage: { status: string; sources: PairSource[] };
  timeline: { totalCount: number; pageInfo: PageInfo; nodes: Moment[] };
}
