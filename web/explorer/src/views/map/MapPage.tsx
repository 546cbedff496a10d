/** The map with what chooses and explains what is drawn, and the tables that say the same. */
import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { sentenceCase, wordsOf } from "../../parts/words.ts";
import { goTo } from "../../site/goTo.ts";
import { SearchBox } from "../search/SearchBox.tsx";
import { marksOf, type MapAnswer } from "./mapAnswer.ts";
import { MapCanvas } from "./MapCanvas.tsx";
import { layers, mapAddress, type Layer, type MapState } from "./mapState.ts";
import { MapTables } from "./MapTables.tsx";
import { slugOf } from "./states.ts";

const names: Record<Layer, string> = {
  meetings: "meetings",
  missions: "missions",
  flows: "people on the move",
  routes: "migration routes",
};

export function MapPage({ state, answer, flowYear }: { state: MapState; answer: MapAnswer; flowYear: number }) {
  const marks = useMemo(() => marksOf(answer), [answer]);
  // The look changes without a new question.
  const look = useRef(state.look);
  look.current = state.look;
  const go = (changes: Partial<MapState>): void => goTo(mapAddress({ ...state, look: look.current, ...changes }));
  const title = titleOf(state, answer, flowYear);
  return (
    <article class="map">
      <header>
        <h1 tabIndex={-1}>Map</h1>
        <p class="lead">{title}</p>
      </header>
      <Choices {...{ state, answer, flowYear, go }} look={look} />
      <figure class="drawing">
        <MapCanvas
          marks={marks}
          look={state.look}
          chosen={state.of}
          label={`${title} Also as tables below.`}
          onLook={(found) => {
            look.current = found;
            history.replaceState(history.state, "", mapAddress({ ...state, look: found }));
          }}
          onChoose={(slug) => go({ of: slug === state.of ? null : slug })}
        />
        <figcaption>
          <Legend state={state} />
          <p>
            Coasts and borders are those of Natural Earth, as drawn there in 2018: a help for the eye. Entente takes no
            position on any of them. States too small to be drawn are dots; a past state stands at its capital.
          </p>
        </figcaption>
      </figure>
      <p class="needs-script">The drawing needs script. The tables have all that it shows.</p>
      <MapTables {...{ answer, marks, flowYear }} layers={state.layers} />
    </article>
  );
}

function titleOf({ layers: shown, from, until }: MapState, { country }: MapAnswer, flowYear: number): string {
  if (shown.length === 0) return "Nothing is chosen to be shown.";
  const said = shown.map((each) => (each === "flows" ? `${names.flows} in ${flowYear}` : names[each]));
  const list = said.length > 1 ? `${said.slice(0, -1).join(", ")} and ${said.at(-1)!}` : said[0]!;
  const time =
    from !== null && until !== null
      ? `, ${from} to ${until}`
      : from !== null
        ? `, from ${from}`
        : until !== null
          ? `, until ${until}`
          : "";
  return `${sentenceCase(list)}${country ? ` of ${country.name}` : ""}${time}.`;
}

interface ChoicesProps {
  state: MapState;
  answer: MapAnswer;
  flowYear: number;
  look: { current: MapState["look"] };
  go: (changes: Partial<MapState>) => void;
}

/** Without script a plain form. */
function Choices({ state, answer, flowYear, look, go }: ChoicesProps) {
  const form = useRef<HTMLFormElement>(null);
  // Another address may come by the browser's keys: what is checked follows it.
  useEffect(() => form.current?.reset(), [state]);
  const read = (): void => {
    const given = new FormData(form.current!);
    const year = (name: string): number | null => Number(given.get(name)) || null;
    go({
      layers: layers.filter((each) => given.getAll("show").includes(each)),
      from: year("from"),
      until: year("until"),
      measure: (given.get("measure") as string | null) ?? state.measure,
      look: look.current,
    });
  };
  return (
    <form
      class="controls"
      action="/map"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        read();
      }}
    >
      <fieldset>
        <legend>Show</legend>
        <input type="hidden" name="show" value="" />
        {layers.map((each) => (
          <label key={each}>
            <input
              type="checkbox"
              name="show"
              value={each}
              defaultChecked={state.layers.includes(each)}
              onChange={read}
            />{" "}
            {names[each]}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>Years</legend>
        <label>
          from <input type="number" name="from" min="1000" max="9999" defaultValue={state.from ?? ""} />
        </label>
        <label>
          to <input type="number" name="until" min="1000" max="9999" defaultValue={state.until ?? ""} />
        </label>
        <button type="submit">Show</button>
        {(state.from ?? state.until) !== null && (
          <button type="button" onClick={() => go({ from: null, until: null })}>
            Any time
          </button>
        )}
      </fieldset>
      {answer.measures && (
        <label>
          People on the move in {flowYear}, counted as{" "}
          <select name="measure" onChange={read}>
            {answer.measures.enumValues
              .filter(({ name }) => name !== "OTHER")
              .map(({ name }) => (
                <option key={name} value={name} selected={name === state.measure}>
                  {wordsOf(name)}
                </option>
              ))}
          </select>
        </label>
      )}
      {state.of && <input type="hidden" name="of" value={state.of} />}
      <div class="one-state">
        <SearchBox
          label="Only of one state"
          kinds={["COUNTRY"]}
          text={answer.country?.name}
          onChoose={({ entityId }) => go({ of: slugOf(entityId) })}
        />
        {state.of && (
          <button type="button" onClick={() => go({ of: null })}>
            All states
          </button>
        )}
      </div>
    </form>
  );
}

function Legend({ state }: { state: MapState }) {
  const keys: Record<Layer, { drawn: ComponentChildren; said: string }[]> = {
    meetings: [
      {
        drawn: <circle cx="12" cy="7" r="5.5" class="meeting" />,
        said: "meetings at a place: the area is their number",
      },
      { drawn: <circle cx="12" cy="7" r="5.5" class="meeting vague" />, said: "meetings somewhere in a state" },
    ],
    missions: [
      {
        drawn: (
          <>
            <line x1="1" x2="21" y1="7" y2="7" class="mission" />
            <rect x="19" y="5" width="4" height="4" class="mission-end" />
          </>
        ),
        said: "missions of a state to the one with the square; wider, more of them",
      },
    ],
    flows: [
      {
        drawn: (
          <>
            <line x1="1" x2="16" y1="7" y2="7" class="flow" />
            <path d="M23 7 l-9 -5 v10 z" class="flow-end" />
          </>
        ),
        said: "people of a state, to the one whose body counted them; wider, more people",
      },
    ],
    routes: [
      { drawn: <line x1="1" x2="23" y1="7" y2="7" class="route" />, said: "a way that a source gives" },
      {
        drawn: <line x1="1" x2="23" y1="7" y2="7" class="route sketched" />,
        said: "a sketch: beginning and end are known, the way between isn’t",
      },
      { drawn: <rect x="8" y="3" width="8" height="8" class="stop" />, said: "a stop" },
    ],
  };
  const shown = layers.filter((each) => state.layers.includes(each)).flatMap((each) => keys[each]);
  return (
    <ul class="legend">
      {shown.map(({ drawn, said }) => (
        <li key={said}>
          <svg width="24" height="14" aria-hidden="true">
            {drawn}
          </svg>{" "}
          {said}
        </li>
      ))}
    </ul>
  );
}
