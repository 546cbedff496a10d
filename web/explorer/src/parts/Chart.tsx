/** A chart over time with its table. Places are in percent, so that it fits any width and its texts keep their size. */
import type { ComponentChildren } from "preact";

/** From the first day of one year to the last of another. */
export interface Years {
  from: number;
  until: number;
}

/** The place of a time in percent of the width. @param year with a fraction for the day. */
export function placeOf(year: number, { from, until }: Years): number {
  return ((year - from) / (until + 1 - from)) * 100;
}

/** A day, or its beginning (`1914`, `1914-05`), as a year with a fraction. */
export function yearOf(day: string): number {
  const [year = "0", month = "1", date = "1"] = day.split("-");
  return Number(year) + (Number(month) - 1) / 12 + (Number(date) - 1) / 372;
}

/** Percent, short enough for an attribute. */
export function percent(share: number): string {
  return `${Math.round(share * 1000) / 1000}%`;
}

export function Chart(props: {
  title: string;
  /** What the picture shows, in a sentence, also for those who can't see it. */
  summary: string;
  height: number;
  table: ComponentChildren;
  legend?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <figure class="chart">
      <figcaption>
        <h3>{props.title}</h3>
        <p>{props.summary}</p>
      </figcaption>
      <svg width="100%" height={props.height} role="img" aria-label={`${props.title}. ${props.summary}`}>
        {props.children}
      </svg>
      {props.legend && <ul class="legend">{props.legend}</ul>}
      <details class="table">
        <summary>As a table</summary>
        <div class="scroll" tabIndex={0} role="region" aria-label={`${props.title}, as a table`}>
          {props.table}
        </div>
      </details>
    </figure>
  );
}

/** One kind of mark and what it means. */
export function Key({ mark, children }: { mark: string; children: ComponentChildren }) {
  return (
    <li>
      <svg width="16" height="12" aria-hidden="true">
        <rect x="1" y="1" width="14" height="10" class={mark} />
      </svg>{" "}
      {children}
    </li>
  );
}

/** Years along the bottom, few enough to be read on a phone. */
export function TimeAxis({ years, y }: { years: Years; y: number }) {
  const span = years.until + 1 - years.from;
  const step = [1, 2, 5, 10, 20, 25, 50, 100].find((each) => span / each <= 6) ?? 200;
  const ticks: number[] = [];
  for (let year = Math.ceil(years.from / step) * step; year <= years.until + 1; year += step)
    // A label needs room on both sides.
    if (placeOf(year, years) >= 3 && placeOf(year, years) <= 97) ticks.push(year);
  return (
    <g class="axis">
      <line x1="0" x2="100%" y1={y} y2={y} />
      {ticks.map((year) => (
        <g key={year}>
          <line x1={percent(placeOf(year, years))} x2={percent(placeOf(year, years))} y1={y} y2={y + 4} />
          <text x={percent(placeOf(year, years))} y={y + 17} text-anchor="middle">
            {year}
          </text>
        </g>
      ))}
    </g>
  );
}
