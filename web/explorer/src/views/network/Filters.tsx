/** What is left out: kinds of entity and of step, years, and what was hidden. */
import type { Gathered } from "./gather.ts";
import type { Kinds } from "./kinds.ts";
import { MarkOf } from "./MarkOf.tsx";
import { yearsIn } from "./scene.ts";
import type { Action, NetworkState } from "./state.ts";

export function Filters(props: {
  state: NetworkState;
  gathered: Gathered;
  kinds: Kinds;
  act: (action: Action) => void;
}) {
  const { state, gathered, kinds, act } = props;
  const ofEntities = counted([...gathered.entities.values()]);
  const ofSteps = counted([...gathered.steps.values()]);
  return (
    <div class="filters">
      <fieldset>
        <legend>Kinds of entity, each with its mark</legend>
        <ul class="inline">
          {ofEntities.map(([kind, count]) => (
            <li key={kind}>
              <label>
                <input
                  type="checkbox"
                  checked={!state.withoutKinds.includes(kind)}
                  onChange={(event) => act({ do: "kind", kind, isShown: event.currentTarget.checked })}
                />
                <MarkOf mark={kinds.markOf(kind)} /> {kinds.nameOf(kind)} <span class="numbers">{count}</span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <details>
        <summary>Kinds of step, years and what is hidden{hint(state)}</summary>
        <fieldset>
          <legend>Kinds of step</legend>
          <ul class="inline">
            {ofSteps.map(([kind, count]) => (
              <li key={kind}>
                <label>
                  <input
                    type="checkbox"
                    checked={!state.withoutSteps.includes(kind)}
                    onChange={(event) => act({ do: "step", kind, isShown: event.currentTarget.checked })}
                  />{" "}
                  {kinds.nameOf(kind)} <span class="numbers">{count}</span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
        <Years {...props} />
        {state.hidden.length > 0 && (
          <fieldset>
            <legend>Hidden</legend>
            <ul class="inline">
              {state.hidden.map((id) => (
                <li key={id}>
                  <button type="button" onClick={() => act({ do: "show", id })}>
                    Show {gathered.entities.get(id)?.label ?? id}
                  </button>
                </li>
              ))}
              <li>
                <button type="button" onClick={() => act({ do: "showAll" })}>
                  Show all
                </button>
              </li>
            </ul>
          </fieldset>
        )}
      </details>
    </div>
  );
}

function Years({ state, gathered, act }: Parameters<typeof Filters>[0]) {
  const years = yearsIn(gathered);
  const [from, until] = state.during?.split("/") ?? [];
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const entered = new FormData(event.currentTarget as HTMLFormElement);
    const [one, other] = ["since", "until"].map((name) => (entered.get(name) as string).padStart(4, "0")) as [
      string,
      string,
    ];
    act({ do: "during", during: [one, other].sort().join("/") });
  };
  return (
    <form class="years" onSubmit={onSubmit} key={state.during}>
      <label>
        Years from <input type="number" name="since" min="1000" max="2100" required value={from ?? years?.[0]} />
      </label>{" "}
      <label>
        to <input type="number" name="until" min="1000" max="2100" required value={until ?? years?.[1]} />
      </label>{" "}
      <button type="submit">Only these</button>{" "}
      {state.during !== null && (
        <button type="button" onClick={() => act({ do: "during", during: null })}>
          All years
        </button>
      )}
    </form>
  );
}

function hint({ withoutSteps, during, hidden }: NetworkState): string {
  const parts = [
    ...(withoutSteps.length > 0 ? [`${withoutSteps.length} kinds left out`] : []),
    ...(during === null ? [] : [during.replace("/", " to ")]),
    ...(hidden.length > 0 ? [`${hidden.length} hidden`] : []),
  ];
  return parts.length > 0 ? `: ${parts.join(", ")}` : "";
}

function counted(items: readonly { kind: string }[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { kind } of items) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
}
