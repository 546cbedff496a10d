/** How far the parts of each source reach, as bands over time. */
import { Chart, Key, percent, placeOf, TimeAxis, yearOf, type Years } from "../../parts/Chart.tsx";
import { EntityLink } from "../../parts/links.tsx";
import { counted, wordsOf } from "../../parts/words.ts";
import { endOf } from "../pair/coverage.ts";
import type { SourceFound } from "./recordAnswer.ts";

const rowHeight = 40;

/** The states of which a part tells all, in words. */
function scopeOf({ scopes }: SourceFound["coverage"][number]): string {
  if (scopes === null) return "complete for nothing";
  const said = scopes.map(
    ({ facts, country }) => `${wordsOf(facts)}${country ? ` of ${country.slice(8).toUpperCase()}` : ""}`,
  );
  return [...new Set(said)].join(", ");
}

export function Reach({ sources }: { sources: readonly SourceFound[] }) {
  const now = new Date().getFullYear();
  const parts = sources
    .flatMap((source) => source.coverage.map((part) => ({ ...part, source })))
    .sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1));
  const years: Years = {
    from: Math.min(now - 1, ...parts.flatMap(({ from }) => (from ? [Math.floor(yearOf(from))] : []))),
    until: now,
  };
  const bottom = parts.length * rowHeight + 4;
  const table = (
    <table>
      <thead>
        <tr>
          <th scope="col">Source</th>
          <th scope="col">Kind</th>
          <th scope="col">Claims</th>
          <th scope="col">Reaches</th>
          <th scope="col">Licence</th>
        </tr>
      </thead>
      <tbody>
        {sources.map(({ id, name, kind, claims, coverage, licence }) => (
          <tr key={id}>
            <th scope="row">
              <EntityLink id={id}>{name}</EntityLink>
            </th>
            <td>{wordsOf(kind)}</td>
            <td>{claims.totalCount.toLocaleString("en")}</td>
            <td>
              {coverage.length === 0 ? (
                <em>it says nothing of its reach</em>
              ) : (
                <ul class="values">
                  {coverage.map((each) => (
                    <li key={each.part}>
                      {each.part}: {each.from ?? "unknown"} to {each.until ?? "the day it was read"}; {scopeOf(each)}
                    </li>
                  ))}
                </ul>
              )}
            </td>
            <td>{licence ?? <em>no source says</em>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <Chart
      title="How far sources reach"
      summary={`${counted(parts.length, "part")} of ${counted(sources.filter(({ coverage }) => coverage.length > 0).length, "source")} say how far they reach; ${counted(sources.filter(({ coverage }) => coverage.length === 0).length, "source")} don’t.`}
      height={bottom + 24}
      legend={
        <>
          <Key mark="reach complete">tells all of some facts</Key>
          <Key mark="reach partial">tells some, and is complete for nothing</Key>
        </>
      }
      table={table}
    >
      {parts.map((part, index) => {
        const { from, until, scopes, source } = part;
        const [start, end] = [from ? yearOf(from) : years.from, until ? endOf(until) : years.until + 1];
        const top = index * rowHeight;
        return (
          <g key={`${source.id} ${part.part}`}>
            <title>{`${source.name}: ${part.part}, ${from ?? "unknown"} to ${until ?? "the day it was read"}; ${scopeOf(part)}`}</title>
            <text class="reach-name" x="0" y={top + 15}>
              {shortened(part.part)}
              <tspan class="reach-source"> {source.name}</tspan>
            </text>
            <rect
              class={scopes === null ? "reach partial" : "reach complete"}
              x={percent(placeOf(start, years))}
              width={percent(Math.max(0.4, placeOf(end, years) - placeOf(start, years)))}
              y={top + 21}
              height="12"
            />
          </g>
        );
      })}
      <TimeAxis years={years} y={bottom} />
    </Chart>
  );
}

function shortened(text: string): string {
  return text.length > 48 ? `${text.slice(0, 47)}…` : text;
}
