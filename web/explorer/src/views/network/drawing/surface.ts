/** What can be drawn on, and where things are on it. */
import type { Camera } from "../address.ts";
import type { Shape } from "../kinds.ts";
import type { SceneNode } from "../scene.ts";

/** Colours by what they are for, as in tokens.css. */
export interface Palette {
  paper: string;
  ink: string;
  muted: string;
  edge: string;
  accent: string;
  kinds: readonly string[];
}

export interface Size {
  width: number;
  height: number;
}

export interface LineStyle {
  colour: string;
  width: number;
  isDashed: boolean;
}

/** What can be drawn on: many marks of one look at once, since that is what takes time. */
export interface Surface {
  /** @param ends x and y of both ends of each line. */
  lines(ends: readonly number[], style: LineStyle): void;
  /** @param centres x, y and radius of each mark. */
  marks(shape: Shape, centres: readonly number[], fill: string, outline: string, width: number): void;
  text(lines: readonly string[], x: number, y: number, style: TextStyle): void;
}

export interface TextStyle {
  colour: string;
  /** The colour around the letters. */
  halo: string;
  isBold?: boolean;
  /** Begins at x; without it, x is the middle. */
  isLeft?: boolean;
}

/** Where a point of the network is on the screen. */
export function onScreen({ x, y }: { x: number; y: number }, camera: Camera, { width, height }: Size) {
  return { x: (x - camera.x) * camera.scale + width / 2, y: (y - camera.y) * camera.scale + height / 2 };
}

/** How large a mark is on the screen. */
export function radiusAt({ radius }: SceneNode, scale: number): number {
  return radius * Math.min(1.5, Math.max(0.35, Math.sqrt(scale)));
}
