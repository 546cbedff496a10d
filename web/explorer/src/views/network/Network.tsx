/** The network: a drawing and tables of the same, and one list of actions behind both. */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { EditorLink } from "../../parts/links.tsx";
import { counted } from "../../parts/words.ts";
import { SearchBox } from "../search/SearchBox.tsx";
import { addressOf, isShareable, type Camera, type Look } from "./address.ts";
import { Chosen } from "./Chosen.tsx";
import { cameraFor, draw } from "./drawing/draw.ts";
import type { Size } from "./drawing/surface.ts";
import type { Picture } from "./files.ts";
import { Filters } from "./Filters.tsx";
import type { Gathered, Gatherer } from "./gather.ts";
import type { Kinds } from "./kinds.ts";
import type { Place } from "./place.ts";
import { placesBeside } from "./placeBeside.ts";
import { Save } from "./Save.tsx";
import { sceneOf, type Scene } from "./scene.ts";
import { Stage } from "./drawing/Stage.tsx";
import { act, historyFrom, redo, stateOf, undo, type Action, type History, type NetworkState } from "./state.ts";
import { coloursAt, pagePalette, SvgSurface } from "./drawing/surfaces.ts";
import { Tables } from "./Tables.tsx";

export interface NetworkProps {
  state: NetworkState;
  look: Look;
  gathered: Gathered;
  places: Map<string, Place>;
  gatherer: Gatherer;
  kinds: Kinds;
}

/** What the drawing is until there is script, in pixels. */
const stillSize: Size = { width: 760, height: 560 };

export function Network(props: NetworkProps) {
  const { kinds, gatherer } = props;
  const history = useSignal(historyFrom(props.state));
  const shown = useSignal({ state: props.state, gathered: props.gathered, places: props.places });
  const look = useSignal(props.look);
  const isBusy = useSignal(false);
  const said = useSignal("");
  const problem = useSignal("");
  const isScripted = useSignal(false);
  const sight = useRef<{ camera: Camera; size: Size } | null>(null);
  const panel = useRef<HTMLElement>(null);
  const orders = useRef(0);

  const { state, gathered, places } = shown.value;
  const scene = sceneOf(state, gathered, places, kinds);
  const address = addressOf(state, look.value);
  const title = titleOf(state, gathered);

  const become = async (next: History, tell: (scene: Scene) => string): Promise<void> => {
    if (next === history.value) return;
    const before = history.value;
    history.value = next;
    const order = ++orders.current;
    isBusy.value = true;
    performance.mark("expand");
    try {
      const wanted = stateOf(next);
      const found = await gatherer.gather(wanted);
      const placed = await placesBeside({
        moves: wanted.moves,
        batches: found.batches,
        steps: [...found.steps.values()].map(({ source, target }) => ({ source, target })),
      });
      if (order !== orders.current) return;
      shown.value = { state: wanted, gathered: found, places: placed };
      said.value = tell(sceneOf(wanted, found, placed, kinds));
      problem.value = "";
      performance.measure("action", "expand");
    } catch (error) {
      if (order !== orders.current) return;
      history.value = before;
      problem.value = (error as Error).message;
    } finally {
      if (order === orders.current) isBusy.value = false;
    }
  };
  const totals = ({ nodes, steps }: Scene): string =>
    `${counted(nodes.length, "entity", "entities")}, ${counted(steps.length, "step")}.`;
  const doAction = (action: Action): void =>
    void become(act(history.value, action), (now) => `${wordsOfAction(action, now, kinds)} ${totals(now)}`);
  const takeBack = (): void => void become(undo(history.value), (now) => `Undone. ${totals(now)}`);
  const doAgain = (): void => void become(redo(history.value), (now) => `Done again. ${totals(now)}`);
  const choose = (chosen: string | null): void => {
    look.value = { ...look.value, chosen };
    const node = chosen === null ? undefined : scene.byId.get(chosen);
    if (node) said.value = `${node.label}, ${kinds.nameOf(node.kind)}, ${node.shown} of ${node.degree} steps.`;
  };

  useEffect(() => {
    isScripted.value = true;
  }, []);
  useEffect(() => {
    if (isShareable(address)) window.history.replaceState(window.history.state, "", address);
  }, [address]);
  useEffect(() => {
    // As it is when asked, not as it was when last drawn.
    const told = () => {
      const now = shown.value;
      const { nodes, steps } = sceneOf(now.state, now.gathered, now.places, kinds);
      return {
        ...now.state,
        look: look.value,
        address: addressOf(now.state, look.value),
        isBusy: isBusy.value,
        done: history.value.done.length,
        nodes: nodes.map(({ id, x, y, label, kind }) => ({ id, x, y, label, kind })),
        steps: steps.map(({ key, source, target }) => ({ key, source, target })),
        sight: sight.current,
      };
    };
    (globalThis as { entente?: unknown }).entente = { state: told };
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
      if (["INPUT", "TEXTAREA"].includes((event.target as HTMLElement).tagName)) return;
      event.preventDefault();
      if (event.shiftKey) doAgain();
      else takeBack();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  });

  const picture = (): Picture => ({
    title,
    scene,
    kinds,
    edition: gathered.edition,
    address: location.origin + address,
    ...((look.value.as === "drawing" && sight.current) || { camera: cameraFor(scene, stillSize), size: stillSize }),
    palette: coloursAt(document.body),
  });
  const { done, undone } = history.value;
  return (
    <article class="network" aria-busy={isBusy.value}>
      <header>
        <h1 tabIndex={-1}>{title}</h1>
        <p class="numbers in-sight">
          {counted(scene.nodes.length, "entity", "entities")} and {counted(scene.steps.length, "step")} in sight
          {startsOf(state, scene).map(({ id, label, shown: some, degree }) => (
            <span key={id}>
              {" "}
              · {label}: {some.toLocaleString("en")} of {Math.max(some, degree).toLocaleString("en")}
            </span>
          ))}
        </p>
      </header>
      <div class="tools" role="toolbar" aria-label="The network">
        <button type="button" disabled={done.length === 0} onClick={takeBack} aria-keyshortcuts="Control+Z">
          Undo
        </button>
        <button type="button" disabled={undone.length === 0} onClick={doAgain} aria-keyshortcuts="Control+Shift+Z">
          Redo
        </button>
        <button type="button" onClick={() => doAction({ do: "arrange" })}>
          Arrange
        </button>
        <button type="button" onClick={() => (look.value = { ...look.value, camera: null })}>
          All in sight
        </button>
        <button
          type="button"
          aria-pressed={look.value.as === "table"}
          onClick={() => (look.value = { ...look.value, as: look.value.as === "table" ? "drawing" : "table" })}
        >
          Tables only
        </button>
        <SearchBox
          label="Add an entity"
          placeholder="Add an entity"
          isLabelHidden
          onChoose={({ entityId }) => doAction({ do: "add", id: entityId })}
        />
      </div>
      <Filters state={state} gathered={gathered} kinds={kinds} act={doAction} />
      {problem.value && (
        <p role="alert" class="problem">
          {problem.value} Nothing was changed.
        </p>
      )}
      {look.value.as === "drawing" && (
        <div class="room">
          <div class="stage">
            {isScripted.value ? (
              <Stage
                scene={scene}
                chosen={look.value.chosen}
                camera={look.value.camera}
                drawing={look.value.drawing}
                label={`${title}: ${totals(scene)} The tables below say the same.`}
                onChoose={choose}
                onLook={(camera) => (look.value = { ...look.value, camera })}
                onPin={(id, x, y) => doAction({ do: "pin", id, x, y })}
                onHide={(id) => doAction({ do: "hide", id })}
                onEnter={() => panel.current?.querySelector<HTMLElement>("h2")?.focus()}
                onDrawn={(now) => (sight.current = now)}
              />
            ) : (
              <Still scene={scene} title={title} />
            )}
            <p id="network-keys" class="note keys">
              Drag to move, ctrl and wheel or + and − to come nearer. Arrow keys choose, Enter leads to the steps of the
              chosen, shift and arrows move and pin it, p pins, h hides, 0 shows all.
            </p>
          </div>
          <aside class="chosen" ref={panel} aria-label="What is chosen">
            <Chosen chosen={look.value.chosen} scene={scene} kinds={kinds} during={state.during} act={doAction} />
          </aside>
        </div>
      )}
      <Save picture={picture} address={address} />
      <Tables scene={scene} kinds={kinds} during={state.during} act={doAction} />
      {gathered.questions.length > 0 && (
        <p class="note">
          {gathered.questions.length > 1 && `Behind this view are ${gathered.questions.length} queries. The latest: `}
          <EditorLink question={gathered.questions.at(-1)!} />
        </p>
      )}
      <p role="status" class="hidden">
        {isBusy.value ? "Asking" : said}
      </p>
    </article>
  );
}

/** The drawing without script, by the same code. */
function Still({ scene, title }: { scene: Scene; title: string }) {
  const surface = new SvgSurface();
  draw(surface, scene, cameraFor(scene, stillSize), stillSize, pagePalette, { chosen: null });
  return (
    <svg
      viewBox={`0 0 ${stillSize.width} ${stillSize.height}`}
      role="img"
      aria-label={`${title}. The tables below say the same.`}
      dangerouslySetInnerHTML={{ __html: surface.content }}
    />
  );
}

/** `The network around Mexico`. */
export function titleOf(state: NetworkState, { entities }: Gathered): string {
  const names = startsOf(state, { byId: entities }).map(({ label }) => label);
  if (names.length > 3) return `The network around ${names[0]!} and ${names.length - 1} others`;
  return `The network around ${names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)!}` : names[0]}`;
}

function startsOf<Item>({ of, moves }: NetworkState, { byId }: { byId: ReadonlyMap<string, Item> }): Item[] {
  const added = moves.flatMap((move) => (move.do === "add" ? [move.id] : []));
  return [...of, ...added].flatMap((id) => byId.get(id) ?? []);
}

function wordsOfAction(action: Action, scene: Scene, kinds: Kinds): string {
  const name = "id" in action ? (scene.byId.get(action.id)?.label ?? action.id) : "";
  switch (action.do) {
    case "open":
      return `More of ${kinds.nameOf(action.kind)} of ${name}.`;
    case "add":
      return `Added ${name}.`;
    case "pin":
      return `Pinned ${name}.`;
    case "unpin":
      return `Unpinned ${name}.`;
    case "hide":
      return "Hidden.";
    case "arrange":
      return "Arranged.";
    default:
      return "Done.";
  }
}
