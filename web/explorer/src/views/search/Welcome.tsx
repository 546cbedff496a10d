/** What a first visit shows: what this is, the meeting with which it began, and where to go from there. */
import { EdtfDate, type Date } from "../../parts/EdtfDate.tsx";
import { EntityLink } from "../../parts/links.tsx";
import { wordsOf } from "../../parts/words.ts";
import { Tour } from "./Tour.tsx";

interface Named {
  id: string;
  name: string;
}

export interface Founding {
  /** Null in a graph without the seed. */
  node: {
    id: string;
    name: string;
    summary: string | null;
    date: Date | null;
    place: Named | null;
    participations: {
      totalCount: number;
      nodes: {
        id: string;
        role: string | null;
        official: Named | null;
        country: Named | null;
        onBehalfOf: Named | null;
      }[];
    };
    sources: { totalCount: number; nodes: Named[] };
  } | null;
  /** Null if nothing is loaded. */
  edition: { date: string; digest: string } | null;
}

export function Welcome({ node: meeting, edition }: Founding) {
  return (
    <div class="welcome">
      <header>
        <h1 tabIndex={-1}>Who met whom, and what says so</h1>
        <p class="lead">
          Entente links the officials, meetings, policies and migration routes of two states and more, and keeps under
          every fact the source that says it. Type a name above, in any spelling: <a href="/?q=barcena">barcena</a>{" "}
          finds Bárcena. Or begin with <a href="/pair/us/mx">the United States and Mexico</a>, two centuries on a page,
          or with <a href="/pair">two states of your own</a>.
        </p>
      </header>
      {meeting ? <Meeting {...meeting} /> : <p>The graph is empty, or lacks the seed: nothing can be shown yet.</p>}
      {meeting && <Tour />}
      {edition && (
        <p class="edition">
          This is the edition of <time dateTime={edition.date}>{edition.date}</time>,{" "}
          <code>{edition.digest.slice(0, 12)}</code>.
        </p>
      )}
    </div>
  );
}

function Meeting(meeting: NonNullable<Founding["node"]>) {
  const { participations, sources } = meeting;
  return (
    <article class="founding" aria-labelledby="founding">
      <p class="kicker">
        {meeting.date && <EdtfDate date={meeting.date} />}
        {meeting.place && (
          <>
            {" · "}
            <EntityLink id={meeting.place.id}>{meeting.place.name}</EntityLink>
          </>
        )}
      </p>
      <h2 id="founding">
        <EntityLink id={meeting.id}>{meeting.name}</EntityLink>
      </h2>
      {meeting.summary && <p>{meeting.summary}</p>}
      <ul class="people">
        {participations.nodes.map(({ id, official, country, onBehalfOf, role }) => {
          const who = official ?? country;
          return (
            <li key={id}>
              {who ? <EntityLink id={who.id}>{who.name}</EntityLink> : "Somebody whom no source names"}
              <span class="line">
                {[role && wordsOf(role), official && onBehalfOf && `for ${onBehalfOf.name}`].filter(Boolean).join(", ")}
              </span>
            </li>
          );
        })}
      </ul>
      {participations.totalCount > participations.nodes.length && (
        <p class="numbers">
          {participations.nodes.length} of {participations.totalCount} participations
        </p>
      )}
      <p class="said-by">
        Said by{" "}
        {sources.nodes.map(({ id, name }, index) => (
          <>
            {index > 0 && "; "}
            <EntityLink id={id}>{name}</EntityLink>
          </>
        ))}
        {sources.totalCount > sources.nodes.length && `; and ${sources.totalCount - sources.nodes.length} more`}.{" "}
        <EntityLink id={meeting.id}>Each fact with its place in the source</EntityLink>
      </p>
    </article>
  );
}
