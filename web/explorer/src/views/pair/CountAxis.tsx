/** Lines across a chart at round numbers. */
import { ticks } from "d3-array";

export function CountAxis({ most, top, bottom }: { most: number; top: number; bottom: number }) {
  return (
    <g class="axis counts">
      {ticks(0, most, 3)
        .filter((count) => count > 0 && Number.isInteger(count))
        .map((count) => {
          const y = bottom - ((bottom - top) * count) / most;
          return (
            <g key={count}>
              <line x1="0" x2="100%" y1={y} y2={y} />
              <text x="2" y={y + 11}>
                {count.toLocaleString("en")}
              </text>
            </g>
          );
        })}
    </g>
  );
}
