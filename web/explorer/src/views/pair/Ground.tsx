/** The ground of a chart: hatched where no source covers the time. */
import { percent, placeOf, type Years } from "../../parts/Chart.tsx";
import { uncoveredSpans, type Span } from "./coverage.ts";

export function Ground({ id, covered, years, height }: { id: string; covered: Span[]; years: Years; height: number }) {
  return (
    <>
      <defs>
        <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" class="uncovered" />
          <line x1="0" y1="0" x2="0" y2="6" class="hatch" />
        </pattern>
      </defs>
      {uncoveredSpans(covered, years).map(({ from, until }) => (
        <rect
          key={from}
          x={percent(placeOf(from, years))}
          width={percent(placeOf(until, years) - placeOf(from, years))}
          y="0"
          height={height}
          fill={`url(#${id})`}
        />
      ))}
    </>
  );
}
