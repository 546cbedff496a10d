/** How many facts there are of each state in each decade, on the ground of what sources cover. */
import { EntityLink, withParameters } from "../../parts/links.tsx";
import { PagedTable } from "../../parts/PagedTable.tsx";
import { yearOf } from "../../parts/Chart.tsx";
import { endOf } from "../pair/coverage.ts";
import { factNames, facts, type Facts, type RecordAnswer, type StateAndDecade } from "./recordAnswer.ts";

interface Row {
  id: string;
  name: string;
  total: number;
  byDecade: Map<number, number>;
}

export function Decades({ address, about, record }: { address: URL; about: Facts; record: RecordAnswer }) {
  const counts = (record.meetings ?? record.tenures ?? record.relations ?? record.flows)?.counts ?? [];
  const { rows, decades, undated, stateless } = rowsOf(counts);
  const covered = (decade: number): boolean =>
    record.sources.nodes.some(({ coverage }) =>
      coverage.some(
        ({ from, until, scopes }) =>
          scopes?.some((scope) => scope.facts === about) &&
          (from === null || yearOf(from) < decade + 10) &&
          (until === null || endOf(until) > decade),
      ),
    );
  return (
    <>
      <ul class="inline">
        {facts.map((each) => (
          <li key={each}>
            <a
              href={`${withParameters(address, { about: each === "MEETINGS" ? null : each })}#decades`}
              aria-current={each === about || undefined}
            >
              {factNames[each]}
            </a>
          </li>
        ))}
      </ul>
      <p class="description">
        Hatched: no source here tells all such facts of any state in that decade. What isn’t hatched is covered for some
        state, which need not be that of the row: nearly all sources are on the United States.
      </p>
      {rows.length === 0 ? (
        <p>The graph has none.</p>
      ) : (
        <PagedTable
          isMatrix
          label={`Numbers by state and decade: ${factNames[about]}`}
          head={["State", "All", ...decades.map((each) => `${each}s`)]}
          items={rows}
          rowOf={({ id, name, total, byDecade }) => ({
            key: id,
            cells: [
              <EntityLink key="name" id={id}>
                {name}
              </EntityLink>,
              total.toLocaleString("en"),
              ...decades.map((decade) => (
                <Cell key={decade} count={byDecade.get(decade) ?? 0} isCovered={covered(decade)} />
              )),
            ],
          })}
        />
      )}
      {(undated > 0 || stateless > 0) && (
        <p class="description">
          Left out: {undated.toLocaleString("en")} without a date, {stateless.toLocaleString("en")} of no state.
        </p>
      )}
    </>
  );
}

/** The darker, the more: each shade is four times as many. */
function Cell({ count, isCovered }: { count: number; isCovered: boolean }) {
  const shade = count === 0 ? 0 : Math.min(5, 1 + Math.floor(Math.log2(count) / 2));
  return (
    <span class={`cell shade-${shade}${isCovered ? "" : " uncovered-cell"}`}>
      {count > 0 ? count.toLocaleString("en") : <span class="hidden">{isCovered ? "none" : "none, not covered"}</span>}
    </span>
  );
}

function rowsOf(counts: readonly StateAndDecade[]): {
  rows: Row[];
  decades: number[];
  undated: number;
  stateless: number;
} {
  const rows = new Map<string, Row>();
  const decades: number[] = [];
  let [undated, stateless] = [0, 0];
  for (const { count, keys } of counts) {
    const [{ value: id, name }, { value: decade }] = keys;
    if (id === null) stateless += count;
    else if (decade === null) undated += count;
    else {
      const year = Number(decade.replace("X", "0"));
      decades.push(year);
      const row = rows.get(id) ?? { id, name: name ?? id, total: 0, byDecade: new Map<number, number>() };
      row.total += count;
      row.byDecade.set(year, (row.byDecade.get(year) ?? 0) + count);
      rows.set(id, row);
    }
  }
  const [first, last] = [Math.min(...decades), Math.max(...decades)];
  return {
    rows: [...rows.values()].sort((a, b) => b.total - a.total),
    decades:
      decades.length === 0 ? [] : Array.from({ length: (last - first) / 10 + 1 }, (_, index) => first + index * 10),
    undated,
    stateless,
  };
}
