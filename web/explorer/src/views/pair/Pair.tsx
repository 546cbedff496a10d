/** Two states on a page. */
import { AsOf } from "../../parts/AsOf.tsx";
import type { Years } from "../../parts/Chart.tsx";
import { EntityLink } from "../../parts/links.tsx";
import { counted, sentenceCase, wordsOf } from "../../parts/words.ts";
import { Choice } from "./Choice.tsx";
import { coveredSpans } from "./coverage.ts";
import { CoverageTable } from "./CoverageTable.tsx";
import { Encounters } from "./Encounters.tsx";
import { MeetingBars } from "./MeetingBars.tsx";
import { Missions } from "./Missions.tsx";
import type { Pair as Found } from "./pairAnswer.ts";
import { RelationBand } from "./RelationBand.tsx";
import { Timeline } from "./Timeline.tsx";

/** How certain an answer as of a day is, in words. */
const certainties: Record<string, string> = { CERTAIN: "certainly", ASSUMED: "it is assumed", UNKNOWN: "possibly" };

export function Pair({ address, pair, day, start }: { address: URL; pair: Found; day: string; start: number }) {
  const [first, second] = pair.countries;
  const { sources, status } = pair.coverage;
  const years: Years = {
    from: pair.yearly[0]?.year ?? Number(day.slice(0, 4)),
    until: Math.max(pair.yearly.at(-1)?.year ?? 0, new Date().getFullYear()),
  };
  const slugs = pair.countries.map(({ id }) => id.slice(id.indexOf(":") + 1)) as [string, string];
  return (
    <article class="pair">
      <header>
        <p class="kicker">Two states</p>
        <h1 tabIndex={-1}>
          <EntityLink id={first.id}>{first.name}</EntityLink> and <EntityLink id={second.id}>{second.name}</EntityLink>
        </h1>
        <p class="lead">{sentenceOn(pair)}</p>
        <details class="choose">
          <summary>Two other states</summary>
          <Choice a={slugs[0]} b={slugs[1]} names={[first.name, second.name]} />
        </details>
      </header>

      <section aria-labelledby="relation">
        <h2 id="relation">Relation</h2>
        {pair.relation ? (
          <RelationBand
            events={pair.relation.events.nodes}
            total={pair.relation.events.totalCount}
            years={years}
            covered={coveredSpans(sources, "RELATION", years)}
          />
        ) : (
          <p>No source here mentions a relation of the two. That is not to say that they had none.</p>
        )}
        <AsOf address={address} label="The relation on" />
        <p class="answer">
          On <time dateTime={day}>{day}</time>: <strong>{wordsOf(pair.asOf.status)}</strong>
          {pair.asOf.status !== "NOT_KNOWN" &&
            `, ${certainties[pair.asOf.certainty] ?? wordsOf(pair.asOf.certainty)}`}. {sentenceCase(pair.asOf.basis)}
        </p>
      </section>

      <section aria-labelledby="meetings">
        <h2 id="meetings">Meetings</h2>
        {pair.yearly.length > 0 ? (
          <MeetingBars
            yearly={pair.yearly}
            countries={pair.countries}
            years={years}
            covered={coveredSpans(sources, "MEETINGS", years)}
          />
        ) : (
          <p>The graph has no meeting of the two.</p>
        )}
        {pair.meetingsOfPredecessors > 0 && (
          <p>
            {counted(pair.meetingsOfPredecessors, "meeting")} more were held with states that one of them succeeded:{" "}
            {pair.predecessors.map(({ id, name }, index) => (
              <>
                {index > 0 && ", "}
                <EntityLink id={id}>{name}</EntityLink>
              </>
            ))}
            .
          </p>
        )}
        {pair.topOfficials.length > 0 && <TopOfficials officials={pair.topOfficials} />}
      </section>

      <section aria-labelledby="timeline">
        <h2 id="timeline">
          Timeline <span class="count">{pair.timeline.totalCount.toLocaleString("en")}</span>
        </h2>
        <Timeline address={address} timeline={pair.timeline} start={start} />
      </section>

      <section aria-labelledby="missions">
        <h2 id="missions">
          Missions <span class="count">{pair.missions.totalCount.toLocaleString("en")}</span>
        </h2>
        <Missions missions={pair.missions} day={day} />
      </section>

      <section aria-labelledby="policies">
        <h2 id="policies">
          Policies <span class="count">{pair.policies.totalCount.toLocaleString("en")}</span>
        </h2>
        <Policies policies={pair.policies} />
      </section>

      <section aria-labelledby="encounters">
        <h2 id="encounters">Encounters by month</h2>
        <Encounters monthly={pair.monthly} countries={pair.countries} />
      </section>

      <section aria-labelledby="coverage">
        <h2 id="coverage">What is covered</h2>
        {status === "NOT_COVERED" && (
          <p>No source here reports on the two as a pair: what is empty on this page proves nothing.</p>
        )}
        <CoverageTable sources={sources} />
      </section>
    </article>
  );
}

function sentenceOn(pair: Found): string {
  const meetings = pair.yearly.reduce((sum, year) => sum + year.meetings, 0);
  const withMeetings = pair.yearly.filter((year) => year.meetings > 0);
  const since = withMeetings[0] ? ` from ${withMeetings[0].year} to ${withMeetings.at(-1)!.year}` : "";
  return `${counted(meetings, "meeting")} held${since}, and ${counted(pair.timeline.totalCount, "dated entry", "dated entries")} in all.`;
}

function TopOfficials({ officials }: { officials: Found["topOfficials"] }) {
  return (
    <>
      <h3>Who met most often</h3>
      <div class="scroll" tabIndex={0} role="region" aria-label="Who met most often">
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">Official</th>
              <th scope="col">For</th>
              <th scope="col">Meetings</th>
              <th scope="col">First</th>
              <th scope="col">Last</th>
            </tr>
          </thead>
          <tbody>
            {officials.map(({ count, official, side, earliest, latest }) => (
              <tr key={official.id}>
                <th scope="row">
                  <EntityLink id={official.id}>{official.name}</EntityLink>
                </th>
                <td data-label="for">{side.name}</td>
                <td data-label="meetings">{count}</td>
                <td data-label="first">
                  <EntityLink id={earliest.id}>{earliest.date?.text ?? "undated"}</EntityLink>
                </td>
                <td data-label="last">
                  <EntityLink id={latest.id}>{latest.date?.text ?? "undated"}</EntityLink>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Policies({ policies }: { policies: Found["policies"] }) {
  if (policies.nodes.length === 0) return <p>The graph has no policy of the two.</p>;
  return (
    <>
      <div class="scroll" tabIndex={0} role="region" aria-label="Policies">
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">Policy</th>
              <th scope="col">Kind</th>
              <th scope="col">Status</th>
            </tr>
          </thead>
          <tbody>
            {policies.nodes.map(({ id, name, kind, status }) => (
              <tr key={id}>
                <th scope="row">
                  <EntityLink id={id}>{name}</EntityLink>
                </th>
                <td data-label="kind">{wordsOf(kind)}</td>
                <td data-label="status">{status ? wordsOf(status) : <em>no source says</em>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {policies.totalCount > policies.nodes.length && (
        <p class="numbers">
          {policies.nodes.length} of {policies.totalCount.toLocaleString("en")}
        </p>
      )}
    </>
  );
}
