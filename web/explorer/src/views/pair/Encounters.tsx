/** Encounters by month, one chart a series: the series overlap, and are never added up. Meetings are marked above. */
import { Chart, Key, percent, placeOf, TimeAxis, yearOf } from "../../parts/Chart.tsx";
import { EntityLink } from "../../parts/links.tsx";
import { counted, wordsOf } from "../../parts/words.ts";
import { CountAxis } from "./CountAxis.tsx";
import { Ground } from "./Ground.tsx";
import type { Month, Named } from "./pairAnswer.ts";

const plot = { top: 22, bottom: 150 };

export function Encounters({ monthly, countries }: { monthly: Month[]; countries: [Named, Named] }) {
  const series = [...new Set(monthly.flatMap(({ encounters }) => encounters.map((each) => each.series)))].sort();
  if (series.length === 0) return <p>No source here counts encounters at a border of the two by month.</p>;
  return (
    <>
      {series.map((each) => (
        <Series key={each} series={each} monthly={monthly} countries={countries} />
      ))}
    </>
  );
}

function titleOf(series: string, [first, second]: [Named, Named]): string {
  if (series === "AT_COMMON_BORDER") return "People met at the common border, of any nationality";
  if (series === "NATIONALS_OF_FIRST") return `Nationals of ${first.name} met by ${second.name}, anywhere`;
  if (series === "NATIONALS_OF_SECOND") return `Nationals of ${second.name} met by ${first.name}, anywhere`;
  return wordsOf(series);
}

function Series({ series, monthly, countries }: { series: string; monthly: Month[]; countries: [Named, Named] }) {
  const numberOf = (month: Month) => month.encounters.find((each) => each.series === series);
  const counts = monthly.flatMap((month) => {
    const number = numberOf(month);
    return number ? [{ ...month, ...number }] : [];
  });
  const [firstMonth, lastMonth] = [counts[0]!, counts.at(-1)!];
  const years = { from: Number(firstMonth.month.slice(0, 4)), until: Number(lastMonth.month.slice(0, 4)) };
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const met = monthly.filter(
    ({ month, meetingCount }) => meetingCount > 0 && month >= firstMonth.month && month <= lastMonth.month,
  );
  const agencies = [...new Set(counts.flatMap(({ flow }) => (flow.agency ? [flow.agency.name] : [])))];
  const width = percent((100 / ((years.until + 1 - years.from) * 12)) * 0.9);
  const counted12 = counts.map(({ month }) => ({ from: yearOf(month), until: yearOf(month) + 1 / 12 + 0.001 }));
  return (
    <Chart
      title={titleOf(series, countries)}
      summary={`${counted(counts.length, "month")} from ${firstMonth.month} to ${lastMonth.month}, at most ${most.toLocaleString("en")} in a month${agencies.length > 0 ? `, counted by ${agencies.join(" and ")}` : ""}. That months of meetings and numbers change together proves no cause.`}
      height={178}
      legend={
        <>
          <Key mark="encounters">encounters in a month</Key>
          <li>
            <svg width="16" height="12" aria-hidden="true">
              <path d="M3 2 h10 l-5 8 z" class="meeting-mark" />
            </svg>{" "}
            a month with a meeting of the two
          </li>
          <Key mark="uncovered-key">not counted</Key>
        </>
      }
      table={
        <table>
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col">Encounters</th>
              <th scope="col">Meetings</th>
            </tr>
          </thead>
          <tbody>
            {counts.map(({ month, count, qualifier, meetingCount, flow }) => (
              <tr key={month}>
                <th scope="row">{month}</th>
                <td>
                  <EntityLink id={flow.id}>
                    {qualifier === "EXACTLY" ? "" : `${wordsOf(qualifier)} `}
                    {count.toLocaleString("en")}
                  </EntityLink>
                </td>
                <td>{meetingCount}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    >
      <Ground id={`uncovered-${series}`} covered={counted12} years={years} height={plot.bottom} />
      {counts.map(({ month, count }) => (
        <rect
          key={month}
          class="encounters"
          x={percent(placeOf(yearOf(month), years))}
          width={width}
          y={plot.bottom - ((plot.bottom - plot.top) * count) / most}
          height={((plot.bottom - plot.top) * count) / most}
        >
          <title>{`${month}: ${count.toLocaleString("en")}`}</title>
        </rect>
      ))}
      {met.map(({ month, meetingCount }) => (
        <svg key={month} x={percent(placeOf(yearOf(month) + 1 / 24, years))} y="3" overflow="visible">
          <path d="M-5 0 h10 l-5 8 z" class="meeting-mark" />
          <title>{`${month}: ${counted(meetingCount, "meeting")}`}</title>
        </svg>
      ))}
      <CountAxis most={most} top={plot.top} bottom={plot.bottom} />
      <TimeAxis years={years} y={plot.bottom} />
    </Chart>
  );
}
