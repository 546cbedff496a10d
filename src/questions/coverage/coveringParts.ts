/** Which parts of sources would report something, and for which period. Doesn't read the graph. */
import type { Coverage } from "../../entities/Source.ts";
import { readEdtf } from "../../graph/edtf.ts";
import { periodOf, ever, overlap, spanOf, without, type Period, type Span } from "./days.ts";
import { sidesOf, type Extent, type Side } from "./sides.ts";
import type { FactKindWord, CoverageSubject } from "./subject.ts";

/** A part of a source, the source, and the last day it can report on. */
export interface SourcePart extends Pick<Coverage, "part" | "from" | "until" | "scopes"> {
  sourceId: string;
  retrieved: string | null;
}

/** A part that would report what is asked, and for which of the days. */
export interface PartCoverage {
  part: SourcePart;
  extent: Extent;
  days: Period | null;
}

/** Days that nothing covers. */
export interface Gap extends Period {
  what: string;
}

export interface Covered {
  parts: PartCoverage[];
  gaps: Gap[];
  /** Whether each side is completely covered, on every day. */
  whole: boolean;
}

/**
 * The parts of sources that cover the question, and the gaps between them.
 * @param days the days asked about.
 */
export function coveredBy(subject: CoverageSubject, factKind: FactKindWord, days: Period, all: SourcePart[]): Covered {
  const asked = spanOf(days);
  const extents = new Map<SourcePart, Extent>();
  const gaps: Gap[] = [];
  let whole = true;
  for (const side of sidesOf(subject, factKind)) {
    const found = all.flatMap((part) => {
      const extent = extentIn(side, factKind, part);
      return extent === null ? [] : [{ part, extent }];
    });
    for (const { part, extent } of found) extents.set(part, extents.get(part) === "PART" ? "PART" : extent);
    const spans = (parts: typeof found): Span[] => parts.map(({ part }) => reachOf(part));
    gaps.push(...without(asked, spans(found)).map((gap) => ({ what: side.what, ...periodOf(gap) })));
    whole &&= without(asked, spans(found.filter(({ extent }) => extent === "WHOLE"))).length === 0;
  }
  const parts = [...extents].map(([part, extent]): PartCoverage => {
    const common = overlap(asked, reachOf(part));
    return { part, extent, days: common && periodOf(common) };
  });
  const order = ({ part }: PartCoverage): string => `${part.sourceId} ${part.from ?? ""}`;
  return { parts: parts.sort((a, b) => (order(a) < order(b) ? -1 : 1)), gaps, whole };
}

function extentIn(side: Side, factKind: FactKindWord, { scopes }: SourcePart): Extent | null {
  const extents = (scopes ?? []).filter(({ facts }) => facts === factKind).map(side.extent);
  return extents.includes("WHOLE") ? "WHOLE" : extents.includes("PART") ? "PART" : null;
}

// An open end reaches until the source was read: it can't report what came later.
function reachOf({ from, until, retrieved }: SourcePart): Span {
  const end = until ?? retrieved;
  return [
    (from === null ? null : readEdtf(from).firstDay) ?? ever[0],
    (end === null ? null : readEdtf(end).lastDay) ?? ever[1],
  ];
}
