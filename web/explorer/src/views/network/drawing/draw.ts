/** Draws a scene: the one code behind the page's canvas, the SVG and the PNG. */
import type { Camera } from "../address.ts";
import type { Shape } from "../kinds.ts";
import { drawNames } from "./names.ts";
import { onScreen, radiusAt, type LineStyle, type Palette, type Size, type Surface } from "./surface.ts";
import type { Scene, SceneNode, SceneStep } from "../scene.ts";

export interface DrawOptions {
  chosen: string | null;
  /** While it moves, few lines and no names are drawn. */
  isMoving?: boolean;
  /** Leaves the lines to another, but for those of what is chosen. */
  withoutLines?: boolean;
}

const mostMovingLines = 800;

/** The corners of each shape on the unit circle. A circle has none. */
export const corners: Record<Exclude<Shape, "circle">, readonly (readonly [number, number])[]> = {
  square: [
    [-0.88, -0.88],
    [0.88, -0.88],
    [0.88, 0.88],
    [-0.88, 0.88],
  ],
  diamond: [
    [0, -1.25],
    [1.25, 0],
    [0, 1.25],
    [-1.25, 0],
  ],
  triangle: [
    [0, -1.2],
    [1.15, 0.85],
    [-1.15, 0.85],
  ],
  hexagon: polygon(6, () => 1.1),
  drop: [
    [0, 1.2],
    [1.15, -0.85],
    [-1.15, -0.85],
  ],
  star: polygon(10, (index) => (index % 2 === 0 ? 1.35 : 0.6)),
};

function polygon(sides: number, radius: (index: number) => number): [number, number][] {
  return Array.from({ length: sides }, (_, index) => {
    const angle = (index / sides) * 2 * Math.PI - Math.PI / 2;
    return [round(radius(index) * Math.cos(angle)), round(radius(index) * Math.sin(angle))];
  });
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** The camera with everything in sight. */
export function cameraFor({ nodes }: Scene, { width, height }: Size): Camera {
  if (nodes.length === 0) return { x: 0, y: 0, scale: 1 };
  const [xs, ys] = [nodes.map(({ x }) => x), nodes.map(({ y }) => y)] as [number[], number[]];
  const [left, right, top, bottom] = [least(xs), most(xs), least(ys), most(ys)];
  const scale = Math.min(
    1.3,
    (width - Math.min(120, width * 0.25)) / (right - left || 1),
    (height - 90) / (bottom - top || 1),
  );
  return {
    x: round((left + right) / 2),
    y: round((top + bottom) / 2 + 8 / scale),
    scale: round(Math.max(0.02, scale)),
  };
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.min(one, other));
}

function most(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.max(one, other));
}

/** All steps between two entities are one line. */
export interface Line {
  steps: SceneStep[];
  from: SceneNode;
  to: SceneNode;
}

const linesOfScenes = new WeakMap<Scene, Line[]>();

/** The lines of a scene. */
export function linesOf(scene: Scene): Line[] {
  let lines = linesOfScenes.get(scene);
  if (!lines) {
    const found = new Map<string, Line>();
    for (const step of scene.steps) {
      const key = [step.source, step.target].sort().join(" ");
      const line = found.get(key);
      if (line) line.steps.push(step);
      else found.set(key, { steps: [step], from: step.from, to: step.to });
    }
    linesOfScenes.set(scene, (lines = [...found.values()]));
  }
  return lines;
}

/** Draws a scene as a camera sees it. */
export function draw(
  surface: Surface,
  scene: Scene,
  camera: Camera,
  size: Size,
  palette: Palette,
  { chosen, isMoving = false, withoutLines = false }: DrawOptions,
): void {
  drawLines(surface, scene, camera, size, palette, chosen, isMoving, withoutLines);
  drawMarks(surface, scene, camera, size, palette, chosen, isMoving);
  if (!isMoving) drawNames(surface, scene, camera, size, palette, chosen);
}

function drawLines(
  surface: Surface,
  scene: Scene,
  camera: Camera,
  size: Size,
  { edge, accent }: Palette,
  chosen: string | null,
  isMoving: boolean,
  onlyChosen: boolean,
): void {
  if (onlyChosen && chosen === null) return;
  const lines = linesOf(scene);
  const every = isMoving ? Math.max(1, Math.ceil(lines.length / mostMovingLines)) : 1;
  const groups = new Map<string, { style: LineStyle; ends: number[] }>();
  for (let index = 0; index < lines.length; index += every) {
    const { steps, from, to } = lines[index]!;
    const [one, other] = [onScreen(from, camera, size), onScreen(to, camera, size)];
    if (isOutside(one, other, size)) continue;
    const isChosen =
      chosen !== null && (from.id === chosen || to.id === chosen || steps.some(({ key }) => key === chosen));
    if (onlyChosen && !isChosen) continue;
    const style = {
      colour: isChosen ? accent : edge,
      width: (isChosen ? 1.5 : 1) + Math.min(2, (steps.length - 1) / 2),
      isDashed: steps.every(({ basis }) => basis === "INFERRED"),
    };
    const name = Object.values(style).join(" ");
    if (!groups.has(name)) groups.set(name, { style, ends: [] });
    groups.get(name)!.ends.push(one.x, one.y, other.x, other.y);
  }
  // The chosen ones on top.
  const inOrder = [...groups.values()].sort(
    (a, b) => Number(a.style.colour === accent) - Number(b.style.colour === accent),
  );
  for (const { style, ends } of inOrder) surface.lines(ends, style);
}

function isOutside(one: { x: number; y: number }, other: { x: number; y: number }, { width, height }: Size): boolean {
  return (
    Math.max(one.x, other.x) < 0 ||
    Math.min(one.x, other.x) > width ||
    Math.max(one.y, other.y) < 0 ||
    Math.min(one.y, other.y) > height
  );
}

function drawMarks(
  surface: Surface,
  { nodes }: Scene,
  camera: Camera,
  size: Size,
  { kinds, paper, ink, accent }: Palette,
  chosen: string | null,
  isMoving: boolean,
): void {
  const groups = new Map<string, { shape: Shape; fill: string; outline: string; width: number; centres: number[] }>();
  for (const node of nodes) {
    const { x, y } = onScreen(node, camera, size);
    if (x < -30 || y < -30 || x > size.width + 30 || y > size.height + 30) continue;
    const { shape, colour } = node.mark;
    const outline = node.id === chosen ? accent : node.isPinned || node.isStart ? ink : paper;
    const width = node.id === chosen ? 3 : node.isPinned || node.isStart ? 2 : isMoving ? 0 : 1;
    const name = [shape, colour, outline].join(" ");
    if (!groups.has(name)) groups.set(name, { shape, fill: kinds[colour]!, outline, width, centres: [] });
    groups.get(name)!.centres.push(x, y, radiusAt(node, camera.scale));
  }
  for (const { shape, fill, outline, width, centres } of groups.values())
    surface.marks(shape, centres, fill, outline, width);
}
