/** What can be done with an entity: its kinds of step with their numbers before any is drawn, pin, hide. */
import { counted } from "../../parts/words.ts";
import type { Kinds } from "./kinds.ts";
import { shownByKind, type Scene, type SceneNode } from "./scene.ts";
import { pageSize, type Action } from "./state.ts";

export function Menu(props: {
  node: SceneNode;
  scene: Scene;
  kinds: Kinds;
  during: string | null;
  act: (action: Action) => void;
}) {
  const { node, scene, kinds, during, act } = props;
  const shown = shownByKind(scene, node.id);
  return (
    <ul class="steps-menu">
      {node.counts.map(({ kind, count }) => {
        const inSight = Math.min(count, shown.get(kind) ?? 0);
        const left = count - inSight;
        const what = kinds.nameOf(kind);
        return (
          <li key={kind}>
            <span class="name" title={kinds.describe(kind)}>
              {what}
            </span>
            <span class="numbers">
              {inSight.toLocaleString("en")} of {count.toLocaleString("en")}
            </span>
            {left > 0 ? (
              <button
                type="button"
                aria-label={`Show ${Math.min(left, pageSize)} more of ${what} of ${node.label}, ${inSight} of ${count} shown`}
                onClick={() => act({ do: "open", id: node.id, kind, during })}
              >
                {Math.min(left, pageSize)} more
              </button>
            ) : (
              <span class="all">all</span>
            )}
          </li>
        );
      })}
      {node.counts.length === 0 && <li>No steps lead on from here.</li>}
      {during !== null && <li class="note">More are of {during.replace("/", " to ")}, or undated.</li>}
    </ul>
  );
}

/** Pin and hide. */
export function NodeActions({ node, act }: { node: SceneNode; act: (action: Action) => void }) {
  return (
    <>
      <button
        type="button"
        aria-label={`${node.isPinned ? "Unpin" : "Pin"} ${node.label}`}
        onClick={() =>
          act(node.isPinned ? { do: "unpin", id: node.id } : { do: "pin", id: node.id, x: node.x, y: node.y })
        }
      >
        {node.isPinned ? "Unpin" : "Pin"}
      </button>
      <button type="button" aria-label={`Hide ${node.label}`} onClick={() => act({ do: "hide", id: node.id })}>
        Hide
      </button>
    </>
  );
}

/** How many of its steps are in sight. */
export function shownOf({ shown, degree }: SceneNode): string {
  return `${shown.toLocaleString("en")} of ${counted(Math.max(shown, degree), "step")}`;
}
