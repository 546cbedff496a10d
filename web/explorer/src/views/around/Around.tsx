/** A small network on the page of an entity: what leads on from it, on both sides of it, or below it on a phone. */
import { entityAddress } from "../../parts/links.tsx";
import type { Ask } from "../../site/ask.ts";
import { kinds as askKinds, type Kinds } from "../network/kinds.ts";
import { svgMark } from "../network/drawing/surfaces.ts";
import document from "./around.graphql?raw";

interface Neighbour {
  entityId: string;
  kind: string;
  label: string;
  degree: number;
}

export interface Surroundings {
  entity: Neighbour;
  /** Those that a step leads to, and whether the editors inferred all of these steps. */
  others: (Neighbour & { isInferred: boolean })[];
  kinds: Kinds;
}

/** Asks for some of what an entity leads to. Null if it leads nowhere. */
export async function surroundingsOf(id: string, ask: Ask): Promise<Surroundings | null> {
  const [kinds, { data }] = await Promise.all([
    askKinds(ask),
    ask<{
      neighborhood: { nodes: Neighbour[]; edges: { source: string; target: string; basis: string }[] };
    }>(document, { of: [{ id }] }),
  ]);
  const { nodes, edges } = data.neighborhood;
  const [entity, ...rest] = nodes;
  if (!entity) return null;
  const others = rest.flatMap((node) => {
    const own = edges.filter(
      ({ source, target }) =>
        (source === node.entityId && target === entity.entityId) ||
        (target === node.entityId && source === entity.entityId),
    );
    return own.length === 0 ? [] : [{ ...node, isInferred: own.every(({ basis }) => basis === "INFERRED") }];
  });
  return others.length === 0 ? null : { entity, others, kinds };
}

export function Around({ entity, others, kinds }: Surroundings) {
  const address = `/network?of=${encodeURI(entity.entityId)}`;
  const drawing = { others, kinds, mark: kinds.markOf(entity.kind) };
  return (
    <section class="around" aria-labelledby="around">
      <h2 id="around">
        Around it{" "}
        <span class="count">
          {others.length} of {entity.degree.toLocaleString("en")}
        </span>
      </h2>
      <Drawing {...drawing} {...besides(others.length)} name="wide" />
      <Drawing {...drawing} {...below(others.length)} name="narrow" />
      <p>
        <a href={address}>Follow the steps in the network</a>, or find{" "}
        <a href={`/paths?from=${encodeURI(entity.entityId)}`}>how it is connected</a> with another.
        {others.some(({ isInferred }) => isInferred) && " Dashed: inferred by the editors."}
      </p>
    </section>
  );
}

interface Layout {
  width: number;
  height: number;
  letters: number;
  middle: Point;
  places: { at: Point; isLeft: boolean; way: string }[];
}

interface Point {
  x: number;
  y: number;
}

const rowHeight = 28;

/** Half of them to the left, half to the right. */
function besides(count: number): Layout {
  const rows = Math.ceil(count / 2);
  const height = rows * rowHeight + 8;
  const middle = { x: 340, y: height / 2 };
  const places = Array.from({ length: count }, (_, index) => {
    const isLeft = index % 2 === 1;
    const ofSide = isLeft ? Math.floor(count / 2) : rows;
    const at = {
      x: isLeft ? 262 : 418,
      y: height / 2 + (Math.floor(index / 2) - (ofSide - 1) / 2) * rowHeight,
    };
    const bend = (middle.x + at.x) / 2;
    return { at, isLeft, way: `M${middle.x} ${middle.y}C${bend} ${middle.y} ${bend} ${at.y} ${at.x} ${at.y}` };
  });
  return { width: 680, height, letters: 36, middle, places };
}

/** One below the other, on branches. */
function below(count: number): Layout {
  const middle = { x: 14, y: 16 };
  const places = Array.from({ length: count }, (_, index) => {
    const at = { x: 40, y: 44 + index * rowHeight };
    return {
      at,
      isLeft: false,
      way: `M${middle.x} ${middle.y}V${at.y - 8}Q${middle.x} ${at.y} ${middle.x + 8} ${at.y}H${at.x}`,
    };
  });
  return { width: 340, height: 44 + count * rowHeight, letters: 40, middle, places };
}

function Drawing(
  props: Layout & Pick<Surroundings, "others" | "kinds"> & { name: string; mark: ReturnType<Kinds["markOf"]> },
) {
  const { width, height, letters, middle, places, others, kinds, mark, name } = props;
  return (
    <svg
      class={name}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-label="What it leads to"
    >
      {others.map(({ entityId, isInferred }, index) => (
        <path key={entityId} d={places[index]!.way} class={isInferred ? "inferred" : undefined} />
      ))}
      <g
        class={`mark kind-${mark.colour + 1}`}
        dangerouslySetInnerHTML={{ __html: svgMark(mark.shape, middle.x, middle.y, 9) }}
      />
      {others.map(({ entityId, label, kind }, index) => {
        const { at, isLeft } = places[index]!;
        const own = kinds.markOf(kind);
        return (
          <a key={entityId} href={entityAddress(entityId)} aria-label={`${label}, ${kinds.nameOf(kind).toLowerCase()}`}>
            <rect
              x={isLeft ? 0 : at.x - 10}
              y={at.y - 13}
              width={isLeft ? at.x + 10 : width - at.x + 10}
              height="26"
              class="room"
            />
            <g
              class={`mark kind-${own.colour + 1}`}
              dangerouslySetInnerHTML={{ __html: svgMark(own.shape, at.x, at.y, 5.5) }}
            />
            <text x={isLeft ? at.x - 14 : at.x + 14} y={at.y + 5} text-anchor={isLeft ? "end" : "start"}>
              {label.length <= letters ? label : `${label.slice(0, letters - 1).trimEnd()}…`}
            </text>
          </a>
        );
      })}
    </svg>
  );
}
