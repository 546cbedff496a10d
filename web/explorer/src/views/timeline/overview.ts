/** How many events began in each year, for the strip on which the window is chosen. */
import type { Named } from "../pair/pairAnswer.ts";
import { kinds, type Kind } from "./timelineState.ts";
import type { Years } from "./filters.ts";

interface Count {
  count: number;
  keys: [{ value: string | null }];
}

export interface OverviewAnswer extends Partial<
  Record<"entered" | "presented" | "arrived" | "appointed", { counts: Count[] }>
> {
  countries: { nodes: Named[] };
  meetings?: { totalCount: number; counts: Count[] };
  changes?: { totalCount: number; counts: Count[] };
  missions?: { totalCount: number; counts: Count[] };
  statements?: { totalCount: number; counts: Count[] };
  tenures?: { totalCount: number };
}

export interface Overview {
  countries: Named[];
  totals: Partial<Record<Kind, number>>;
  total: number;
  /** How many began in a year. */
  counts: Map<number, number>;
  /** From the first year with an event to this one, or to the last. */
  extent: Years;
}

/** Reads the answer. */
export function overviewOf(answer: OverviewAnswer): Overview {
  const counts = new Map<number, number>();
  const { meetings, changes, missions, statements, entered, presented, arrived, appointed } = answer;
  for (const list of [meetings, changes, missions, statements, entered, presented, arrived, appointed])
    for (const { count, keys } of list?.counts ?? []) {
      const year = Number(keys[0].value ?? NaN);
      if (Number.isInteger(year)) counts.set(year, (counts.get(year) ?? 0) + count);
    }
  const totals = Object.fromEntries(kinds.flatMap((kind) => (answer[kind] ? [[kind, answer[kind].totalCount]] : [])));
  const now = new Date().getFullYear();
  const years = [...counts.keys()];
  return {
    countries: answer.countries.nodes,
    totals,
    total: Object.values(totals).reduce((sum, each) => sum + (each as number), 0),
    counts,
    extent: { from: Math.min(...years, now - 1), until: Math.max(...years, now) },
  };
}

/** The latest years with about so many events. */
export function latestYears({ counts, extent }: Overview, about: number): Years {
  let sum = 0;
  for (let year = extent.until; year > extent.from; year -= 1) {
    sum += counts.get(year) ?? 0;
    if (sum > about) return { from: Math.min(year + 1, extent.until - 1), until: extent.until };
  }
  return extent;
}
