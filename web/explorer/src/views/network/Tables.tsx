/** The network as two tables, with all that can be done in the drawing. */
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { EdtfDate } from "../../parts/EdtfDate.tsx";
import { EntityLink } from "../../parts/links.tsx";
import { Evidence } from "./Evidence.tsx";
import type { Kinds } from "./kinds.ts";
import { MarkOf } from "./MarkOf.tsx";
import { Menu, NodeActions, shownOf } from "./Menu.tsx";
import type { Scene } from "./scene.ts";
import type { Action } from "./state.ts";

const rowsOnPage = 50;

export function Tables(props: { scene: Scene; kinds: Kinds; during: string | null; act: (action: Action) => void }) {
  const { scene, kinds, act } = props;
  return (
    <>
      <section class="network-table" aria-labelledby="entities-title">
        <h2 id="entities-title">
          Entities <span class="count">{scene.nodes.length.toLocaleString("en")}</span>
        </h2>
        <Rows
          items={scene.nodes}
          of="entities"
          head={["Entity", "Kind", "Steps in sight", "Leads on", "Do"]}
          row={(node) => (
            <tr key={node.id}>
              <th scope="row">
                <EntityLink id={node.id}>{node.label}</EntityLink>
              </th>
              <td data-label="Kind">
                <MarkOf mark={node.mark} /> {kinds.nameOf(node.kind)}
              </td>
              <td data-label="Steps in sight" class="numbers">
                {shownOf(node)}
              </td>
              <td data-label="Leads on">
                <details>
                  <summary aria-label={`What leads on from ${node.label}`}>Steps</summary>
                  <Menu {...props} node={node} />
                </details>
              </td>
              <td data-label="Do" class="actions">
                <NodeActions node={node} act={act} />
              </td>
            </tr>
          )}
        />
      </section>
      <section class="network-table" aria-labelledby="steps-title">
        <h2 id="steps-title">
          Steps between them <span class="count">{scene.steps.length.toLocaleString("en")}</span>
        </h2>
        <Rows
          items={scene.steps}
          of="steps"
          head={["Step", "Kind", "Date", "Evidence"]}
          row={(step) => (
            <tr key={step.key}>
              <th scope="row">{step.sentence}</th>
              <td data-label="Kind">{kinds.nameOf(step.kind)}</td>
              <td data-label="Date">{step.date ? <EdtfDate date={step.date} /> : "undated"}</td>
              <td data-label="Evidence">
                <Evidence step={step} />
              </td>
            </tr>
          )}
        />
      </section>
    </>
  );
}

function Rows<Item>({
  items,
  of,
  head,
  row,
}: {
  items: readonly Item[];
  of: string;
  head: readonly string[];
  row: (item: Item) => ComponentChildren;
}) {
  const first = useSignal(0);
  const start = Math.min(first.value, Math.max(0, items.length - 1));
  const shown = items.slice(start, start + rowsOnPage);
  return (
    <>
      <div class="scroll" tabIndex={0} role="region" aria-label={`The ${of}, as a table`}>
        <table class="stacked">
          <thead>
            <tr>
              {head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{shown.map(row)}</tbody>
        </table>
      </div>
      {items.length > rowsOnPage && (
        <p class="pager">
          <span class="numbers">
            {(start + 1).toLocaleString("en")} to {(start + shown.length).toLocaleString("en")} of{" "}
            {items.length.toLocaleString("en")}
          </span>
          <button type="button" disabled={start === 0} onClick={() => (first.value = Math.max(0, start - rowsOnPage))}>
            Previous {of}
          </button>
          <button
            type="button"
            disabled={start + rowsOnPage >= items.length}
            onClick={() => (first.value = start + rowsOnPage)}
          >
            Next {of}
          </button>
        </p>
      )}
    </>
  );
}
