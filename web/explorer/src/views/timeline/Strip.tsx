/** All years with how many events began in each, and the window on them: two thumbs, and what is between to drag. */
import type { Signal } from "@preact/signals";
import { memo } from "preact/compat";
import { useRef } from "preact/hooks";
import { percent, placeOf, TimeAxis } from "../../parts/Chart.tsx";
import type { Years } from "./filters.ts";

const height = 56;

interface Props {
  counts: ReadonlyMap<number, number>;
  extent: Years;
  /** The window as it is seen now: the years at its edges, with fractions. */
  seen: Signal<Years>;
  onMove: (from: number, until: number) => void;
}

export function Strip({ counts, extent, seen, onMove }: Props) {
  const strip = useRef<HTMLDivElement>(null);
  const held = useRef<number | null>(null);
  const { from, until } = seen.value;
  const [first, last] = [Math.round(from), Math.max(Math.round(from) + 1, Math.round(until)) - 1];
  const yearAt = (x: number): number => {
    const { left, width } = strip.current!.getBoundingClientRect();
    return extent.from + ((x - left) / width) * (extent.until + 1 - extent.from);
  };
  const drag = (event: PointerEvent): void => {
    if (held.current === null) return;
    const way = yearAt(event.clientX) - held.current;
    held.current += way;
    onMove(from + way, until + way);
  };
  return (
    <div class="strip" ref={strip}>
      <svg width="100%" height={height + 22} aria-hidden="true">
        <YearBars {...{ counts, extent }} />
        <rect
          class="window"
          x={percent(placeOf(from, extent))}
          width={percent(Math.max(0.3, placeOf(until, extent) - placeOf(from, extent)))}
          y="0.5"
          height={height}
          onPointerDown={(event) => {
            held.current = yearAt(event.clientX);
            event.currentTarget.setPointerCapture(event.pointerId);
          }}
          onPointerMove={drag}
          onPointerUp={() => (held.current = null)}
          onPointerCancel={() => (held.current = null)}
        />
        <TimeAxis years={extent} y={height} />
      </svg>
      <input
        type="range"
        name="from"
        aria-label="First year shown"
        min={extent.from}
        max={extent.until}
        value={first}
        onInput={(event) => onMove(Math.min(Number(event.currentTarget.value), until - 1), until)}
      />
      <input
        type="range"
        name="until"
        aria-label="Last year shown"
        min={extent.from}
        max={extent.until}
        value={last}
        onInput={(event) => onMove(from, Math.max(Number(event.currentTarget.value) + 1, from + 1))}
      />
    </div>
  );
}

/** Drawn once: while the window moves, nothing here changes. */
const YearBars = memo(function YearBars({ counts, extent }: Pick<Props, "counts" | "extent">) {
  const most = Math.max(1, ...counts.values());
  const width = percent((100 / (extent.until + 1 - extent.from)) * 0.85);
  return (
    <>
      {[...counts].map(([year, count]) => (
        <rect
          key={year}
          class="year"
          x={percent(placeOf(year, extent))}
          width={width}
          y={height - (height * count) / most}
          height={(height * count) / most}
        />
      ))}
    </>
  );
});
