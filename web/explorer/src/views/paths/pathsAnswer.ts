/** What the query of the ways answers. */
import type { Claim } from "../../parts/Citation.tsx";
import type { Date } from "../../parts/EdtfDate.tsx";

export interface Named {
  __typename: string;
  id: string;
  name: string;
}

export interface PathStep {
  key: string;
  kind: string;
  sentence: string;
  basis: string;
  date: Date | null;
  from: Named;
  to: Named;
  claims: Claim[];
}

export interface Path {
  length: number;
  sentence: string;
  steps: PathStep[];
}

export interface Found {
  from: Named;
  to: Named;
  truncated: boolean;
  reason: string | null;
  searched: { entities: number; steps: number; length: number; hubs: number };
  paths: Path[];
}

/** How many ways are shown at first, and at most. */
export const sizes = { first: 3, most: 10 };
