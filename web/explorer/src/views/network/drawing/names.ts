/** Names below the marks, none on another. */
import type { Camera } from "../address.ts";
import type { Scene, SceneNode } from "../scene.ts";
import { onScreen, radiusAt, type Palette, type Size, type Surface } from "./surface.ts";

export const lineHeight = 14;
/** The most letters of a line. */
const widest = 19;

/** A name in at most two lines. */
export function nameIn(label: string): string[] {
  if (label.length <= widest) return [label];
  const words = label.split(" ");
  const lines = [""];
  for (const word of words) {
    const longer = `${lines.at(-1)!} ${word}`.trim();
    if (longer.length <= widest || lines.at(-1) === "") lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const [first, ...rest] = lines;
  const second = rest.join(" ");
  return [first!, second]
    .filter(Boolean)
    .map((line) => (line.length <= widest ? line : `${line.slice(0, widest - 1).trimEnd()}…`));
}

/** About as wide as the letters of our fonts are. */
export function widthOf(text: string): number {
  return text.length * 6.1 + 4;
}

// The most connected first; a name that would lie on a mark or on another name is left out.
export function drawNames(
  surface: Surface,
  { nodes }: Scene,
  camera: Camera,
  size: Size,
  { ink, paper }: Palette,
  chosen: string | null,
): void {
  const weight = ({ id, isStart, shown }: SceneNode): number => (id === chosen ? 1e9 : isStart ? 1e6 + shown : shown);
  const inSight = nodes
    .map((node) => ({ node, place: onScreen(node, camera, size), radius: radiusAt(node, camera.scale) }))
    .filter(({ place: { x, y } }) => x > 0 && y > 0 && x < size.width && y < size.height);
  const taken = new Boxes();
  for (const { place, radius } of inSight)
    taken.take({ left: place.x - radius, right: place.x + radius, top: place.y - radius, bottom: place.y + radius });
  inSight.sort((one, other) => weight(other.node) - weight(one.node) || (one.node.id < other.node.id ? -1 : 1));
  for (const { node, place, radius } of inSight) {
    const lines = nameIn(node.label);
    const half = Math.max(...lines.map(widthOf)) / 2;
    const x = Math.min(size.width - half - 2, Math.max(half + 2, place.x));
    const top = place.y + radius + 3;
    const box = { left: x - half, right: x + half, top: top + 1, bottom: top + lines.length * lineHeight };
    if (box.bottom > size.height || (node.id !== chosen && taken.has(box))) continue;
    taken.take(box);
    surface.text(lines, x, top + lineHeight - 3, {
      colour: ink,
      halo: paper,
      isBold: node.isStart || node.id === chosen,
    });
  }
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Boxes by squares of a grid, to find those that overlap. */
class Boxes {
  readonly #found = new Map<string, Box[]>();

  take(box: Box): void {
    for (const key of keysOf(box)) {
      const others = this.#found.get(key);
      if (others) others.push(box);
      else this.#found.set(key, [box]);
    }
  }

  has({ left, right, top, bottom }: Box): boolean {
    return keysOf({ left, right, top, bottom }).some((key) =>
      this.#found
        .get(key)
        ?.some((other) => other.left < right && other.right > left && other.top < bottom && other.bottom > top),
    );
  }
}

const square = 64;

function keysOf({ left, right, top, bottom }: Box): string[] {
  const keys: string[] = [];
  for (let column = Math.floor(left / square); column <= right / square; column += 1)
    for (let row = Math.floor(top / square); row <= bottom / square; row += 1) keys.push(`${column} ${row}`);
  return keys;
}
