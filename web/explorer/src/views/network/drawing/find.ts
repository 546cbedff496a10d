/** What is at a point of the drawing, and what is next to something in a direction. */
import type { Camera } from "../address.ts";
import { linesOf, type Line } from "./draw.ts";
import { onScreen, radiusAt, type Size } from "./surface.ts";
import type { Scene, SceneNode } from "../scene.ts";

interface Point {
  x: number;
  y: number;
}

/** How near a pointer has to come, in pixels. */
const reach = 6;

/** The entity at a point of the screen. */
export function entityAt(scene: Scene, point: Point, camera: Camera, size: Size): SceneNode | undefined {
  let best: { node: SceneNode; distance: number } | undefined;
  for (const node of scene.nodes) {
    const { x, y } = onScreen(node, camera, size);
    const distance = Math.hypot(x - point.x, y - point.y);
    if (distance <= Math.max(radiusAt(node, camera.scale) + reach, 12) && distance < (best?.distance ?? Infinity))
      best = { node, distance };
  }
  return best?.node;
}

/** The line at a point of the screen. */
export function lineAt(scene: Scene, point: Point, camera: Camera, size: Size): Line | undefined {
  let best: { line: Line; distance: number } | undefined;
  for (const line of linesOf(scene)) {
    const distance = distanceTo(point, onScreen(line.from, camera, size), onScreen(line.to, camera, size));
    if (distance <= reach && distance < (best?.distance ?? Infinity)) best = { line, distance };
  }
  return best?.line;
}

function distanceTo(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = ((point.x - from.x) * dx + (point.y - from.y) * dy) / (dx * dx + dy * dy || 1);
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - share * dx, point.y - from.y - share * dy);
}

/** The nearest entity in a direction; the first one asked for if none is chosen yet. */
export function nearestToward(
  { nodes }: Scene,
  from: SceneNode | null,
  [wayX, wayY]: readonly [number, number],
): SceneNode | undefined {
  if (!from) return nodes.find(({ isStart }) => isStart) ?? nodes[0];
  let best: { node: SceneNode; distance: number } | undefined;
  for (const node of nodes) {
    const [dx, dy] = [node.x - from.x, node.y - from.y];
    const ahead = dx * wayX + dy * wayY;
    const aside = Math.abs(dx * wayY) + Math.abs(dy * wayX);
    // What is ahead rather than aside.
    if (ahead <= 0 || aside > ahead * 2) continue;
    const distance = ahead + aside * 2;
    if (distance < (best?.distance ?? Infinity)) best = { node, distance };
  }
  return best?.node;
}
