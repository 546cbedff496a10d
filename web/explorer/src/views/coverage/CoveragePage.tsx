/** What is here, what isn't, and what sources don't agree on. */
import { EntityLink, withParameters } from "../../parts/links.tsx";
import { Pager } from "../../parts/Pager.tsx";
import { counted, sentenceCase, wordsOf } from "../../parts/words.ts";
import { goTo } from "../../site/goTo.ts";
import { slugOf } from "../map/states.ts";
import { SearchBox } from "../search/SearchBox.tsx";
import { Editions } from "./Editions.tsx";
import { Decades } from "./Decades.tsx";
import { listed, type Contested, type Facts, type RecordAnswer, type Told } from "./recordAnswer.ts";
import { Reach } from "./Reach.tsx";
import type { totalsOf } from "./totals.ts";

interface Props {
  address: URL;
  record: RecordAnswer;
  totals: Awaited<ReturnType<typeof totalsOf>>;
  about: Facts;
  state: string | null;
  since: number | null;
  contested: string | null;
  /** The places of the first listed fact and of the first listed change. */
  starts: { contested: number; changes: number };
}

export function CoveragePage({ address, record, totals, about, state, since, contested, starts }: Props) {
  const { edition, sources } = record;
  const told = [record.meetingsOfState, record.tenuresOfState, record.relationsOfState, record.flowsOfState].filter(
    (each) => each != null,
  );
  return (
    <article class="coverage">
      <header>
        <h1 tabIndex={-1}>What is here</h1>
        <p class="lead">
          {counted(sources.totalCount, "source")}, how far each reaches, and what they don’t agree on. What none of them
          covers isn’t known here to be nothing.
        </p>
        {edition ? (
          <p class="edition">
            Edition {edition.number} of {edition.date}, <code>{edition.digest}</code>
          </p>
        ) : (
          <p>Nothing is loaded yet.</p>
        )}
      </header>

      <section aria-labelledby="kinds">
        <h2 id="kinds">How much</h2>
        <ul class="totals">
          {totals.kinds
            .filter(({ total }) => total > 0)
            .map(({ name, total }) => (
              <li key={name}>
                <strong>{total.toLocaleString("en")}</strong> {wordsOf(name)}
              </li>
            ))}
        </ul>
      </section>

      <section aria-labelledby="reach">
        <h2 id="reach">Sources and their reach</h2>
        <Reach sources={sources.nodes} />
      </section>

      <section aria-labelledby="decades">
        <h2 id="decades">By state and decade</h2>
        <Decades {...{ address, about, record }} />
      </section>

      <section aria-labelledby="state">
        <h2 id="state">Of one state</h2>
        <div class="one-state">
          <SearchBox
            label="State"
            kinds={["COUNTRY"]}
            text={told[0]?.of.name}
            onChoose={({ entityId }) => goTo(withParameters(address, { state: slugOf(entityId) }))}
          />
        </div>
        {state === null ? (
          <p>Choose a state to see which facts on it sources would report, and for which time.</p>
        ) : (
          told.map((each) => <OfState key={each.about} told={each} />)
        )}
      </section>

      <section aria-labelledby="contested">
        <h2 id="contested">Contested</h2>
        <ContestedFacts {...{ address, contested, totals }} found={record.contested} start={starts.contested} />
      </section>

      <section aria-labelledby="editions">
        <h2 id="editions">Editions</h2>
        <Editions {...{ address, since }} record={record} start={starts.changes} />
      </section>
    </article>
  );
}

const verdicts: Record<string, string> = {
  FOUND: "found",
  NONE: "none, as far as sources know",
  PARTLY_COVERED: "none found, and covered only in part",
  NOT_COVERED: "not covered",
};

function OfState({ told: { about, verdict, basis, factCount, gaps, parts } }: { told: Told }) {
  return (
    <div class="of-state">
      <h3>
        {sentenceCase(wordsOf(about))} <span class="count">{factCount.toLocaleString("en")}</span>
      </h3>
      <p>
        <strong>{sentenceCase(verdicts[verdict] ?? wordsOf(verdict))}.</strong> {basis}
      </p>
      {parts.length > 0 && (
        <ul class="values">
          {parts.map(({ part, from, until, source }) => (
            <li key={`${source.id} ${part}`}>
              <EntityLink id={source.id}>{source.name}</EntityLink>: {part}, {from ?? "unknown"} to{" "}
              {until ?? "the day it was read"}
            </li>
          ))}
        </ul>
      )}
      {gaps.length > 0 && (
        <details>
          <summary>{counted(gaps.length, "gap")} that no source covers</summary>
          <ul class="values">
            {gaps.map(({ from, until, what }) => (
              <li key={`${from} ${what}`}>
                {from ?? "the beginning"} to {until ?? "now"}: {what}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function ContestedFacts({
  address,
  contested,
  totals,
  found,
  start,
}: Pick<Props, "address" | "contested" | "totals"> & { found: Contested; start: number }) {
  const here = { list: null, after: null, before: null, from: null };
  if (found.totalCount === 0 && contested === null) return <p>Sources disagree on nothing here.</p>;
  const at = new URL(withParameters(address, { list: null }), address);
  return (
    <>
      <p>
        Facts on which sources give values that can’t both be true. One is shown on the page of the entity, by rules
        that say why; the others stand beside it.
      </p>
      <ul class="inline">
        <li>
          <a
            href={`${withParameters(address, { ...here, contested: null })}#contested`}
            aria-current={!contested || undefined}
          >
            All
          </a>
        </li>
        {totals.contested.map(({ kind, total }) => (
          <li key={kind}>
            <a
              href={`${withParameters(address, { ...here, contested: kind })}#contested`}
              aria-current={contested === kind || undefined}
            >
              {wordsOf(kind)}
            </a>{" "}
            <span class="count">{total.toLocaleString("en")}</span>
          </li>
        ))}
      </ul>
      <div class="scroll" tabIndex={0} role="region" aria-label="Contested facts">
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">Of</th>
              <th scope="col">Field</th>
              <th scope="col">Shown</th>
              <th scope="col">Others, and why they aren’t shown</th>
            </tr>
          </thead>
          <tbody>
            {found.nodes.map(({ subject, predicate, shown, others }) => (
              <tr key={`${subject.id} ${predicate}`}>
                <th scope="row">
                  <EntityLink id={subject.id}>{subject.name}</EntityLink>
                </th>
                <td data-label="field">{wordsOf(predicate)}</td>
                <td data-label="shown">{shown.value ?? <em>unnamed</em>}</td>
                <td data-label="others">
                  <ul class="values">
                    {others.map(({ value, reason }) => (
                      <li key={value}>
                        {value ?? <em>unnamed</em>}
                        {reason && <span class="description"> {reason}</span>}
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager
        address={at}
        pageInfo={found.pageInfo}
        start={start}
        shown={found.nodes.length}
        size={listed}
        total={found.totalCount}
        of="contested facts"
      />
    </>
  );
}
