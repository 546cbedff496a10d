/** The answers on what the record itself is. */
import type { PageInfo } from "../../parts/Pager.tsx";
import type { Named } from "../pair/pairAnswer.ts";

/** How many facts or changes a page lists. */
export const listed = 20;

export const facts = ["MEETINGS", "TENURES", "RELATIONS", "FLOWS"] as const;
export type Facts = (typeof facts)[number];

export const factNames: Record<Facts, string> = {
  MEETINGS: "meetings held, by host",
  TENURES: "heads of mission, by the state that receives them",
  RELATIONS: "changes in relations, by the state that they concern",
  FLOWS: "numbers of people on the move, by nationality",
};

export interface Part {
  part: string;
  from: string | null;
  until: string | null;
}

export interface SourceFound extends Named {
  kind: string;
  licence: string | null;
  coverage: (Part & { scopes: { facts: string; country: string | null }[] | null })[];
  claims: { totalCount: number };
}

export interface StateAndDecade {
  count: number;
  keys: [{ value: string | null; name: string | null }, { value: string | null; name: string | null }];
}

export interface Told {
  of: Named;
  about: Facts;
  verdict: string;
  basis: string;
  factCount: number;
  gaps: { from: string | null; until: string | null; what: string }[];
  parts: (Part & { extent: string; source: Named })[];
}

export interface Edition {
  number: number;
  digest: string;
  date: string;
  bundle: string | null;
  added: number | null;
  changed: number | null;
  withdrawn: number | null;
  merged: number | null;
}

export interface Contested {
  totalCount: number;
  pageInfo: PageInfo;
  nodes: {
    predicate: string;
    subject: Named;
    shown: { value: string | null };
    others: { value: string | null; reason: string | null }[];
  }[];
}

export interface Changes {
  from: { number: number; date: string } | null;
  to: { number: number; date: string };
  counts: { kind: string; change: string; count: number }[];
  changes: {
    totalCount: number;
    pageInfo: PageInfo;
    nodes: { entityId: string; change: string; entity: Named | null }[];
  };
}

type Counted = { counts: StateAndDecade[] };

export interface RecordAnswer extends Partial<
  Record<`${"meetings" | "tenures" | "relations" | "flows"}OfState`, Told | null>
> {
  edition: { number: number; digest: string; date: string } | null;
  editions: { totalCount: number; nodes: Edition[] };
  sources: { totalCount: number; nodes: SourceFound[] };
  meetings?: Counted;
  tenures?: Counted;
  relations?: Counted;
  flows?: Counted;
  contested: Contested;
  changedSince?: Changes | null;
}

/** How many of a kind there are. */
export interface KindTotal {
  /** As the schema has it: `meetings`, or `Meeting` for one. */
  name: string;
  total: number;
}
