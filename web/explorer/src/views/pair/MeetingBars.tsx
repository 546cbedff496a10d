/** The meetings of two states a year, by who hosted them. */
import { Chart, Key, percent, placeOf, TimeAxis, type Years } from "../../parts/Chart.tsx";
import { counted } from "../../parts/words.ts";
import { CountAxis } from "./CountAxis.tsx";
import type { Span } from "./coverage.ts";
import { Ground } from "./Ground.tsx";
import type { Named, Year } from "./pairAnswer.ts";

const plot = { top: 8, bottom: 148 };

export function MeetingBars(props: { yearly: Year[]; countries: [Named, Named]; years: Years; covered: Span[] }) {
  const { yearly, countries, years, covered } = props;
  const most = Math.max(1, ...yearly.map(({ meetings }) => meetings));
  const total = yearly.reduce((sum, { meetings }) => sum + meetings, 0);
  const filled = yearly.filter(({ meetings }) => meetings > 0);
  const heightOf = (count: number): number => ((plot.bottom - plot.top) * count) / most;
  const parts = [
    { name: `hosted by ${countries[0].name}`, mark: "side first", of: (year: Year) => year.hostedByFirst },
    { name: `hosted by ${countries[1].name}`, mark: "side second", of: (year: Year) => year.hostedBySecond },
    { name: "elsewhere, or host unknown", mark: "side neither", of: (year: Year) => year.elsewhere },
  ];
  return (
    <Chart
      title="Meetings a year"
      summary={`${counted(total, "meeting")} held, in ${counted(filled.length, "year")}; the most in a year ${most}.`}
      height={176}
      legend={
        <>
          {parts.map(({ name, mark }) => (
            <Key key={mark} mark={mark}>
              {name}
            </Key>
          ))}
          <Key mark="uncovered-key">not covered by a source on meetings</Key>
        </>
      }
      table={
        <table>
          <caption>Years without a meeting are left out.</caption>
          <thead>
            <tr>
              <th scope="col">Year</th>
              <th scope="col">Meetings</th>
              {parts.map(({ name }) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {filled.map((year) => (
              <tr key={year.year}>
                <th scope="row">{year.year}</th>
                <td>{year.meetings}</td>
                {parts.map(({ name, of }) => (
                  <td key={name}>{of(year)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      }
    >
      <Ground id="uncovered-meetings" covered={covered} years={years} height={plot.bottom} />
      {filled.map((year) => {
        let base = plot.bottom;
        return (
          <g key={year.year}>
            <title>{`${year.year}: ${counted(year.meetings, "meeting")}`}</title>
            {parts.map(({ mark, of }) => {
              const height = heightOf(of(year));
              base -= height;
              return (
                height > 0 && (
                  <rect
                    key={mark}
                    class={mark}
                    x={percent(placeOf(year.year, years))}
                    width={percent((100 / (years.until + 1 - years.from)) * 0.86)}
                    y={base}
                    height={height}
                  />
                )
              );
            })}
          </g>
        );
      })}
      <CountAxis most={most} top={plot.top} bottom={plot.bottom} />
      <TimeAxis years={years} y={plot.bottom} />
    </Chart>
  );
}
