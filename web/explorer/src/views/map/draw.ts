/** Draws one frame of the map. */
import type { Bundle, Place, Scene, Size, View, World } from "./scene.ts";

/** The colours of the page, as its style sheet gives them to the canvas. */
export type Inks = Record<
  "sea" | "land" | "border" | "chosen" | "ink" | "paper" | "meetings" | "missions" | "flows",
  string
>;

/** Reads the colours that hold now. */
export function inksOf(canvas: HTMLCanvasElement): Inks {
  const style = getComputedStyle(canvas);
  const names = ["sea", "land", "border", "chosen", "ink", "paper", "meetings", "missions", "flows"] as const;
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--map-${name}`)])) as Inks;
}

export interface Frame {
  world: World | null;
  scene: Scene;
  view: View;
  size: Size;
  /** The pixels of the screen for one of the page. */
  density: number;
  inks: Inks;
  chosen: string | null;
  font: string;
  /** Whether it is being moved: many lines are then drawn thin and opaque, which takes a seventh of the time. */
  isMoving: boolean;
}

/** With more arcs than these, they are thin while they move. */
const mostWide = 200;

/** Draws a frame, everything anew. */
export function draw(context: CanvasRenderingContext2D, frame: Frame): void {
  const { scene, view, size, density, inks } = frame;
  context.setTransform(density, 0, 0, density, 0, 0);
  context.fillStyle = inks.paper;
  context.fillRect(0, 0, size.width, size.height);
  const onWorld = (): void =>
    context.setTransform(view.scale * density, 0, 0, view.scale * density, view.x * density, view.y * density);
  const onScreen = (): void => context.setTransform(density, 0, 0, density, 0, 0);
  onWorld();
  if (frame.world) drawWorld(context, frame.world, frame);
  for (const bundle of scene.bundles) drawLines(context, bundle, frame);
  onScreen();
  for (const bundle of scene.bundles) drawHeads(context, bundle, frame);
  onWorld();
  for (const { path, isKnown } of scene.routes) {
    context.strokeStyle = inks.ink;
    context.lineWidth = 3 / view.scale;
    context.lineCap = "round";
    context.setLineDash(isKnown ? [] : [7 / view.scale, 6 / view.scale]);
    context.stroke(path);
    context.setLineDash([]);
  }
  onScreen();
  drawCircles(context, frame);
  drawLabels(context, frame);
}

/** Circles are smaller where the whole map is. */
export function radiusOn({ width }: Size, radius: number): number {
  return Math.max(2.5, radius * Math.min(1, width / 900));
}

/** Where a place is on the screen. */
export function onScreenAt([x, y]: Place, { scale, x: left, y: top }: View): Place {
  return [x * scale + left, y * scale + top];
}

function drawWorld(context: CanvasRenderingContext2D, world: World, { view, inks, chosen }: Frame): void {
  context.fillStyle = inks.sea;
  context.fill(world.sphere);
  context.fillStyle = inks.land;
  context.fill(world.land);
  const found = world.shapes.find(({ slug }) => slug !== undefined && slug === chosen);
  if (found) {
    context.fillStyle = inks.chosen;
    context.fill(found.path);
  }
  context.strokeStyle = inks.border;
  context.lineWidth = 0.8 / view.scale;
  context.stroke(world.borders);
  const dots = new Path2D();
  const radius = 1.7 / view.scale;
  for (const { slug, place } of world.dots)
    if (slug !== chosen) {
      dots.moveTo(place[0] + radius, place[1]);
      dots.arc(...place, radius, 0, 7);
    }
  context.fillStyle = inks.border;
  context.strokeStyle = inks.ink;
  context.lineWidth = 0.5 / view.scale;
  context.fill(dots);
  context.stroke(dots);
  const dot = world.dots.find(({ slug }) => slug === chosen);
  if (!dot) return;
  context.beginPath();
  context.arc(...dot.place, 4 / view.scale, 0, 7);
  context.fillStyle = inks.chosen;
  context.fill();
  context.stroke();
}

function drawLines(context: CanvasRenderingContext2D, { layer, width, path }: Bundle, frame: Frame): void {
  const { view, inks, scene, isMoving } = frame;
  context.strokeStyle = inks[layer];
  if (isMoving && scene.bundles.reduce((sum, { heads }) => sum + heads.length, 0) > mostWide) {
    context.lineCap = "butt";
    context.lineWidth = 0.9 / view.scale;
    context.stroke(path);
    return;
  }
  context.globalAlpha = layer === "flows" ? 0.55 : 0.7;
  context.lineWidth = (layer === "flows" ? width : Math.min(width, 4.5)) / view.scale;
  context.lineCap = "butt";
  context.stroke(path);
  context.globalAlpha = 1;
}

/** Missions end in a square, people on the move in an arrow. Each by itself: together they are slow to fill. */
function drawHeads(context: CanvasRenderingContext2D, { layer, width, heads }: Bundle, { view, inks }: Frame): void {
  context.fillStyle = inks[layer];
  for (const { place, angle } of heads) {
    const [x, y] = onScreenAt(place, view);
    if (layer === "missions") {
      context.fillRect(x - 2, y - 2, 4, 4);
      continue;
    }
    const length = 6 + width;
    context.beginPath();
    context.moveTo(x, y);
    for (const turn of [Math.PI - 0.4, Math.PI + 0.4])
      context.lineTo(x + Math.cos(angle + turn) * length, y + Math.sin(angle + turn) * length);
    context.fill();
  }
}

function drawCircles(context: CanvasRenderingContext2D, { scene, view, size, inks }: Frame): void {
  context.strokeStyle = inks.meetings;
  context.fillStyle = inks.meetings;
  context.lineWidth = 1.25;
  for (const { place, isState, ...circle } of scene.circles) {
    const [x, y] = onScreenAt(place, view);
    const radius = radiusOn(size, circle.radius);
    context.beginPath();
    context.arc(x, y, radius, 0, 7);
    context.globalAlpha = 0.28;
    context.fill();
    context.globalAlpha = 1;
    // A dashed edge: somewhere in the state.
    context.setLineDash(isState && radius > 5 ? [3, 3] : []);
    context.stroke();
  }
  context.setLineDash([]);
  context.fillStyle = inks.ink;
  context.strokeStyle = inks.paper;
  context.lineWidth = 2;
  for (const { placedStops } of scene.routes)
    for (const { place } of placedStops) {
      const [x, y] = onScreenAt(place, view);
      context.beginPath();
      context.rect(x - 4.5, y - 4.5, 9, 9);
      context.stroke();
      context.fill();
    }
}

interface Label {
  text: string;
  place: Place;
  gap: number;
}

/** Names, the most important first, each only where it covers no other. */
function drawLabels(context: CanvasRenderingContext2D, frame: Frame): void {
  const { scene, view, size, inks, font } = frame;
  const most = size.width < 600 ? 6 : 14;
  const labels: Label[] = [
    ...scene.routes.flatMap(({ placedStops }) => placedStops.map(({ name, place }) => ({ text: name, place, gap: 8 }))),
    ...scene.circles.map(({ name, count, place, radius }) => ({
      text: `${name} ${count.toLocaleString("en")}`,
      place,
      gap: radiusOn(size, radius) + 3,
    })),
  ];
  context.font = font;
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.strokeStyle = inks.paper;
  context.fillStyle = inks.ink;
  const taken: [left: number, top: number, right: number, bottom: number][] = [];
  for (const { text, place, gap } of labels) {
    if (taken.length >= most) return;
    const [x, y] = onScreenAt(place, view);
    if (x < 0 || y < 0 || x > size.width || y > size.height) continue;
    const width = context.measureText(text).width;
    const spots: Place[] = [
      [x + gap, y],
      [x - gap - width, y],
      [x - width / 2, y - gap - 8],
      [x - width / 2, y + gap + 8],
    ];
    const spot = spots.find(
      ([left, middle]) =>
        left > 4 &&
        left + width < size.width - 4 &&
        middle > 10 &&
        middle < size.height - 10 &&
        taken.every(([l, t, r, b]) => left > r || left + width < l || middle - 9 > b || middle + 9 < t),
    );
    if (!spot) continue;
    taken.push([spot[0] - 3, spot[1] - 9, spot[0] + width + 3, spot[1] + 9]);
    context.lineWidth = 3.5;
    context.strokeText(text, ...spot);
    context.fillText(text, ...spot);
  }
}
