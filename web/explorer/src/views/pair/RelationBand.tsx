/** The relation of two states as a band over time, from one change to the next. */
import { Chart, Key, percent, placeOf, TimeAxis, yearOf, type Years } from "../../parts/Chart.tsx";
import { EdtfDate } from "../../parts/EdtfDate.tsx";
import { EntityLink } from "../../parts/links.tsx";
import { counted, sentenceCase, wordsOf } from "../../parts/words.ts";
import type { Span } from "./coverage.ts";
import { Ground } from "./Ground.tsx";
import type { RelationEvent } from "./pairAnswer.ts";

/** The status that a change leads to. Other changes leave it as it was. */
const statuses: Record<string, string> = {
  RECOGNITION: "recognised",
  RELATIONS_OPENED: "open",
  RELATIONS_RESUMED: "open",
  RELATIONS_INTERRUPTED: "interrupted",
  RELATIONS_SEVERED: "severed",
};
const order = ["open", "recognised", "interrupted", "severed"];
const band = { y: 26, height: 26 };

interface Piece extends Span {
  status: string;
  /** Between the first and the last possible day of a change. */
  isUncertain?: boolean;
}

export function RelationBand(props: {
  events: readonly RelationEvent[];
  total: number;
  years: Years;
  covered: Span[];
}) {
  const { events, total, years, covered } = props;
  // Beyond what sources cover, the last status isn't known to last.
  const end = Math.max(...covered.map(({ until }) => until), ...events.map(({ date }) => lastYearOf(date)));
  const pieces = piecesOf(events, Math.min(end, years.until + 1));
  const present = order.filter((status) => pieces.some((piece) => piece.status === status));
  return (
    <Chart
      title="From change to change"
      summary={`${counted(total, "change")} between ${years.from} and ${years.until}${events.length < total ? `, of which the first ${events.length} are drawn` : ""}. A hatched end of a piece is a date not known to the day.`}
      height={88}
      legend={
        <>
          {present.map((status) => (
            <Key key={status} mark={`relation ${status}`}>
              {status}
            </Key>
          ))}
          <Key mark="uncovered-key">not covered by a source on the relation</Key>
        </>
      }
      table={
        <table>
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Change</th>
              <th scope="col">Kind</th>
            </tr>
          </thead>
          <tbody>
            {events.map(({ id, name, kind, date }) => (
              <tr key={id}>
                <td>{date ? <EdtfDate date={date} /> : "unknown"}</td>
                <td>
                  <EntityLink id={id}>{name}</EntityLink>
                </td>
                <td>{sentenceCase(wordsOf(kind))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    >
      <Ground id="uncovered-relation" covered={covered} years={years} height={62} />
      {pieces.map((piece) => (
        <rect
          key={`${piece.from} ${piece.status}`}
          class={`relation ${piece.status}${piece.isUncertain ? " uncertain" : ""}`}
          x={percent(placeOf(piece.from, years))}
          width={percent(placeOf(piece.until, years) - placeOf(piece.from, years))}
          y={piece.status === "severed" ? band.y + 8 : piece.status === "interrupted" ? band.y + 4 : band.y}
          height={
            piece.status === "severed"
              ? band.height - 16
              : piece.status === "interrupted"
                ? band.height - 8
                : band.height
          }
        />
      ))}
      {events
        .filter(({ date }) => date?.firstDay)
        .map(({ id, name, date }) => (
          <circle key={id} class="change" cx={percent(placeOf(yearOf(date!.firstDay!), years))} cy={band.y - 8} r="3">
            <title>
              {date!.text}: {name}
            </title>
          </circle>
        ))}
      <TimeAxis years={years} y={62} />
    </Chart>
  );
}

function lastYearOf(date: RelationEvent["date"]): number {
  const day = date?.lastDay ?? date?.firstDay;
  return day ? yearOf(day) : 0;
}

/** From change to change, in the order of their dates. */
function piecesOf(events: readonly RelationEvent[], end: number): Piece[] {
  const pieces: Piece[] = [];
  for (const { kind, date } of events) {
    const status = statuses[kind];
    const last = pieces.at(-1);
    if (!status || !date?.firstDay || (status === "recognised" && last?.status === "open")) continue;
    const first = yearOf(date.firstDay);
    const latest = lastYearOf(date);
    if (last) last.until = first;
    if (latest - first > 0.01) pieces.push({ from: first, until: latest, status, isUncertain: true });
    pieces.push({ from: latest, until: end, status });
  }
  return pieces.filter(({ from, until }) => until > from);
}
