/** What is chosen: an entity with its menu, or the steps between two with what says so. */
import { EdtfDate } from "../../parts/EdtfDate.tsx";
import { EntityLink } from "../../parts/links.tsx";
import { linesOf } from "./drawing/draw.ts";
import { Evidence } from "./Evidence.tsx";
import type { Kinds } from "./kinds.ts";
import { MarkOf } from "./MarkOf.tsx";
import { Menu, NodeActions, shownOf } from "./Menu.tsx";
import type { Scene } from "./scene.ts";
import type { Action } from "./state.ts";

export function Chosen(props: {
  chosen: string | null;
  scene: Scene;
  kinds: Kinds;
  during: string | null;
  act: (action: Action) => void;
}) {
  const { chosen, scene, kinds } = props;
  const node = chosen === null ? undefined : scene.byId.get(chosen);
  if (node)
    return (
      <>
        <p class="kicker">
          <MarkOf mark={node.mark} /> {kinds.nameOf(node.kind)} · {shownOf(node)}
        </p>
        <h2 tabIndex={-1}>
          <EntityLink id={node.id}>{node.label}</EntityLink>
        </h2>
        <p class="actions">
          <NodeActions node={node} act={props.act} />
        </p>
        <Menu {...props} node={node} />
      </>
    );
  const line =
    chosen === null ? undefined : linesOf(scene).find(({ steps }) => steps.some(({ key }) => key === chosen));
  if (line)
    return (
      <>
        <p class="kicker">{line.steps.length === 1 ? "A step" : `${line.steps.length} steps`} between two</p>
        <h2 tabIndex={-1}>
          <EntityLink id={line.from.id}>{line.from.label}</EntityLink> and{" "}
          <EntityLink id={line.to.id}>{line.to.label}</EntityLink>
        </h2>
        <ul class="said">
          {line.steps.map((step) => (
            <li key={step.key}>
              {step.sentence}
              {step.date && (
                <span class="line">
                  {" "}
                  <EdtfDate date={step.date} />
                </span>
              )}
              <Evidence step={step} isOpen={line.steps.length === 1} />
            </li>
          ))}
        </ul>
      </>
    );
  return (
    <p class="note">
      Choose an entity to see what leads on from it, with numbers before anything is drawn, or a line to see what says
      so.
    </p>
  );
}
