/** The timeline: lanes by state, the strip of all years with the window, and the table of what is in it. */
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { EntityLink } from "../../parts/links.tsx";
import { PagedTable } from "../../parts/PagedTable.tsx";
import { counted } from "../../parts/words.ts";
import { goTo } from "../../site/goTo.ts";
import { slugOf } from "../map/states.ts";
import { SearchBox } from "../search/SearchBox.tsx";
import type { Event, Found } from "./events.ts";
import type { Years } from "./filters.ts";
import { LaneCanvas } from "./LaneCanvas.tsx";
import { LaneLegend } from "./LaneLegend.tsx";
import type { Overview } from "./overview.ts";
import { overlaps } from "./span.ts";
import { Strip } from "./Strip.tsx";
import { kindNames, kinds, mostStates, timelineAddress, type TimelineState } from "./timelineState.ts";
import { mostEvents, useEvents } from "./useEvents.ts";

interface Props {
  state: TimelineState;
  overview: Overview;
  /** The first events of the window, and the filters of all that is loaded. */
  found: Found;
  filters: Record<string, unknown>;
  /** Whether all events are loaded, and not only those of the window. */
  isWhole: boolean;
  /** The years of the window. */
  during: Years;
}

export function TimelinePage({ state, overview, found, filters, isWhole, during }: Props) {
  const { extent, countries, total } = overview;
  const atRest: Years = { from: during.from, until: during.until + 1 };
  const seen = useSignal(atRest);
  const [rested, setRested] = useState(atRest);
  const [chosen, setChosen] = useState(state.chosen);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const loaded = useEvents(found, filters, !isWhole);
  useEffect(() => {
    seen.value = atRest;
    setRested(atRest);
  }, [during.from, during.until]);
  useEffect(() => setChosen(state.chosen), [state.chosen]);

  const addressOf = ({ from, until }: Years, id: string | null): string => {
    const [first, last] = [Math.round(from), Math.max(Math.round(from), Math.round(until) - 1)];
    const isAll = first <= extent.from && last >= extent.until;
    return timelineAddress({ ...state, from: isAll ? null : first, until: isAll ? null : last, chosen: id });
  };
  const onMove = (from: number, until: number): void => {
    const span = Math.min(extent.until + 1 - extent.from, Math.max(1 / 6, until - from));
    const start = Math.min(extent.until + 1 - span, Math.max(extent.from, from));
    seen.value = { from: start, until: start + span };
    clearTimeout(resting.current);
    resting.current = setTimeout(() => {
      const next = addressOf(seen.peek(), chosen);
      if (!isWhole) return goTo(next);
      history.replaceState(history.state, "", next);
      setRested(seen.peek());
    }, 200);
  };
  const choose = (event: Event | null): void => {
    const id = event && event.id !== chosen ? event.id : null;
    setChosen(id);
    history.replaceState(history.state, "", addressOf(seen.peek(), id));
  };

  const names = new Map(countries.map(({ id, name }) => [slugOf(id), name]));
  const nameOf = (slug: string): string => names.get(slug) ?? slug;
  const inWindow = useMemo(
    () =>
      loaded.events
        .filter(({ span }) => overlaps(span, rested.from, rested.until))
        .sort((a, b) => a.span.first - b.span.first),
    [loaded, rested],
  );
  const told = loaded.events.find(({ id }) => id === chosen);
  const [first, last] = [Math.round(rested.from), Math.round(rested.until) - 1];
  return (
    <article class="time">
      <header>
        <h1 tabIndex={-1}>Timeline</h1>
        <p class="lead">{leadOf(state, state.states.map(nameOf))}</p>
      </header>
      <Choices state={state} nameOf={nameOf} overview={overview}>
        <Strip counts={overview.counts} extent={extent} seen={seen} onMove={onMove} />
      </Choices>
      {total === 0 ? (
        <p>The graph has nothing of these kinds. That is not to say that there was nothing.</p>
      ) : (
        <figure class="drawing">
          <LaneCanvas
            {...{ nameOf, seen, rested, chosen, onMove }}
            events={loaded.events}
            states={state.states}
            label={`Lanes of ${state.states.map(nameOf).join(", ")}, ${first} to ${last}. Also as a table below.`}
            onChoose={choose}
          />
          <figcaption>
            <LaneLegend />
            <p role="status">{progressOf(loaded, total, isWhole)}</p>
          </figcaption>
        </figure>
      )}
      <p class="needs-script">The drawing needs script. The table has the first events of the window.</p>
      {told && (
        <aside class="told" aria-label="The chosen event">
          <h2>
            <EntityLink id={told.id}>{told.name}</EntityLink>
          </h2>
          <p>
            {told.when} <span class="edtf">{told.edtf}</span>
            {told.isUnreal && <>, planned or not taken up, as far as sources say</>}
          </p>
        </aside>
      )}
      <section aria-labelledby="window">
        <h2 id="window">
          {first === last ? first : `${first} to ${last}`}{" "}
          <span class="count">{inWindow.length.toLocaleString("en")}</span>
        </h2>
        {inWindow.length === 0 ? (
          <p>Nothing that is loaded falls into these years.</p>
        ) : (
          <PagedTable
            label="Events of the window"
            head={["What", "When", "EDTF", "Kind", "Lanes"]}
            items={inWindow}
            rowOf={(event) => ({
              key: event.id,
              cells: [
                <EntityLink key="what" id={event.id}>
                  {event.name}
                </EntityLink>,
                event.when,
                <span key="edtf" class="edtf">
                  {event.edtf}
                </span>,
                kindNames[event.kind],
                event.states.map(nameOf).join(", "),
              ],
            })}
          />
        )}
      </section>
      <p class="elsewhere">
        <a href={mapOf(state, first, last)}>These years on the map</a>
        {state.states.length === 2 && (
          <>
            {" "}
            · <a href={`/pair/${state.states.join("/")}`}>The two on a page</a>
          </>
        )}
      </p>
    </article>
  );
}

function mapOf({ states }: TimelineState, from: number, until: number): string {
  const parameters = new URLSearchParams({ from: String(from), until: String(until) });
  if (states.length === 1) parameters.set("of", states[0]!);
  return `/map?${parameters.toString()}`;
}

function leadOf({ states, isBetween }: TimelineState, names: string[]): string {
  const list = names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)!}` : (names[0] ?? "");
  if (states.length === 0) return "No state is chosen.";
  return isBetween ? `${list} with each other, as far as sources tell.` : `${list}, as far as sources tell.`;
}

function progressOf(
  { events, undated, isComplete, isFailing }: ReturnType<typeof useEvents>,
  total: number,
  isWhole: boolean,
) {
  const known = undated > 0 ? ` ${counted(undated, "more has", "more have")} no date, and can’t be drawn.` : "";
  const drawn = counted(events.length, "event");
  if (isFailing)
    return `${drawn} came before the server stopped answering: others may be missing. Load the page again.`;
  if (!isComplete && events.length >= mostEvents)
    return `The first ${drawn} of these years are drawn, no more: choose fewer years or kinds.`;
  if (!isComplete) return isWhole ? `${drawn} of ${total.toLocaleString("en")} so far …` : `${drawn} so far …`;
  if (isWhole) return `${drawn}, all there are.${known}`;
  return `${drawn} that may fall into these years, of ${total.toLocaleString("en")}.${known}`;
}

interface ChoicesProps {
  state: TimelineState;
  overview: Overview;
  nameOf: (slug: string) => string;
  children: ComponentChildren;
}

/** Without script a plain form, with the thumbs as its years. */
function Choices({ state, overview, nameOf, children }: ChoicesProps) {
  const form = useRef<HTMLFormElement>(null);
  const go = (changes: Partial<TimelineState>): void => goTo(timelineAddress({ ...state, chosen: null, ...changes }));
  const read = (): void => {
    const given = new FormData(form.current!);
    go({
      kinds: kinds.filter((each) => given.getAll("kinds").includes(each)),
      isBetween: state.states.length > 1 && given.get("with") !== "anyone",
    });
  };
  return (
    <form
      class="controls"
      action="/timeline"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        read();
      }}
    >
      <fieldset>
        <legend>Lanes</legend>
        {state.states.map((slug) => (
          <span class="lane-state" key={slug}>
            <input type="hidden" name="states" value={slug} />
            {nameOf(slug)}{" "}
            {state.states.length > 1 && (
              <a
                href={timelineAddress({ ...state, states: state.states.filter((each) => each !== slug), chosen: null })}
                aria-label={`Without ${nameOf(slug)}`}
              >
                ×
              </a>
            )}
          </span>
        ))}
      </fieldset>
      {state.states.length < mostStates && (
        <div class="one-state">
          <SearchBox
            label="Another state"
            kinds={["COUNTRY"]}
            onChoose={({ entityId }) => go({ states: [...new Set([...state.states, slugOf(entityId)])] })}
          />
        </div>
      )}
      <fieldset>
        <legend>Show</legend>
        <input type="hidden" name="kinds" value="" />
        {kinds.map((each) => (
          <label key={each}>
            <input type="checkbox" name="kinds" value={each} checked={state.kinds.includes(each)} onChange={read} />{" "}
            {kindNames[each]}{" "}
            {overview.totals[each] !== undefined && (
              <span class="count">{overview.totals[each].toLocaleString("en")}</span>
            )}
          </label>
        ))}
      </fieldset>
      {state.states.length > 1 && (
        <fieldset>
          <legend>With</legend>
          {(["each-other", "anyone"] as const).map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="with"
                value={each}
                checked={state.isBetween === (each === "each-other")}
                onChange={read}
              />{" "}
              {each === "anyone" ? "anyone" : "each other"}
            </label>
          ))}
        </fieldset>
      )}
      {children}
      <noscript>
        <button type="submit">Show</button>
      </noscript>
    </form>
  );
}
