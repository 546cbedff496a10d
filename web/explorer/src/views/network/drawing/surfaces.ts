/** What a scene is drawn on: a canvas, or the text of an SVG. */
import { lineHeight } from "./names.ts";
import { corners } from "./draw.ts";
import type { LineStyle, Palette, Surface, TextStyle } from "./surface.ts";
import { colours, type Shape } from "../kinds.ts";

const font = `"Source Sans 3 Variable", "Source Sans 3", system-ui, sans-serif`;
const fontSize = 12.5;

/** Colours that follow the page's, for an SVG within it. */
export const pagePalette: Palette = paletteBy((name) => `var(--${name})`);

/** Colours by what gives those of tokens.css. */
export function paletteBy(colourOf: (token: string) => string): Palette {
  return {
    paper: colourOf("paper"),
    ink: colourOf("ink"),
    muted: colourOf("muted"),
    edge: colourOf("edge"),
    accent: colourOf("accent"),
    kinds: Array.from({ length: colours }, (_, index) => colourOf(`kind-${index + 1}`)),
  };
}

/** The colours of an element as they are now, light or dark. */
export function coloursAt(element: HTMLElement): Palette {
  const probe = document.createElement("span");
  probe.hidden = true;
  element.append(probe);
  const palette = paletteBy((token) => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  });
  probe.remove();
  return palette;
}

export class CanvasSurface implements Surface {
  constructor(private readonly context: CanvasRenderingContext2D) {}

  lines(ends: readonly number[], { colour, width, isDashed }: LineStyle): void {
    const { context } = this;
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.setLineDash(isDashed ? [4, 3] : []);
    context.beginPath();
    for (let index = 0; index < ends.length; index += 4) {
      context.moveTo(ends[index]!, ends[index + 1]!);
      context.lineTo(ends[index + 2]!, ends[index + 3]!);
    }
    context.stroke();
    context.setLineDash([]);
  }

  marks(shape: Shape, centres: readonly number[], fill: string, outline: string, width: number): void {
    const { context } = this;
    context.fillStyle = fill;
    context.strokeStyle = outline;
    context.lineWidth = width;
    context.beginPath();
    for (let index = 0; index < centres.length; index += 3) {
      const [x, y, radius] = [centres[index]!, centres[index + 1]!, centres[index + 2]!];
      if (shape === "circle") {
        context.moveTo(x + radius, y);
        context.arc(x, y, radius, 0, 2 * Math.PI);
        continue;
      }
      const [[firstX, firstY], ...others] = corners[shape] as [[number, number], ...[number, number][]];
      context.moveTo(x + firstX * radius, y + firstY * radius);
      for (const [cornerX, cornerY] of others) context.lineTo(x + cornerX * radius, y + cornerY * radius);
      context.closePath();
    }
    context.fill();
    if (width > 0) context.stroke();
  }

  text(lines: readonly string[], x: number, y: number, { colour, halo, isBold, isLeft }: TextStyle): void {
    const { context } = this;
    context.font = `${isBold ? 600 : 400} ${fontSize}px ${font}`;
    context.textAlign = isLeft ? "left" : "center";
    context.lineJoin = "round";
    context.lineWidth = 4;
    context.strokeStyle = halo;
    context.fillStyle = colour;
    for (const [index, line] of lines.entries()) {
      context.strokeText(line, x, y + index * lineHeight);
      context.fillText(line, x, y + index * lineHeight);
    }
  }
}

export class SvgSurface implements Surface {
  readonly #elements: string[] = [];

  lines(ends: readonly number[], { colour, width, isDashed }: LineStyle): void {
    const parts: string[] = [];
    for (let index = 0; index < ends.length; index += 4)
      parts.push(
        `M${short(ends[index]!)} ${short(ends[index + 1]!)}L${short(ends[index + 2]!)} ${short(ends[index + 3]!)}`,
      );
    const dashes = isDashed ? ` stroke-dasharray="4 3"` : "";
    this.add(`<path d="${parts.join("")}" fill="none" stroke="${colour}" stroke-width="${width}"${dashes}/>`);
  }

  marks(shape: Shape, centres: readonly number[], fill: string, outline: string, width: number): void {
    const marks: string[] = [];
    for (let index = 0; index < centres.length; index += 3) {
      const [x, y, radius] = [centres[index]!, centres[index + 1]!, centres[index + 2]!];
      marks.push(svgMark(shape, x, y, radius));
    }
    this.add(`<g fill="${fill}" stroke="${outline}" stroke-width="${width}">${marks.join("")}</g>`);
  }

  text(lines: readonly string[], x: number, y: number, { colour, halo, isBold, isLeft }: TextStyle): void {
    const look = `fill="${colour}" stroke="${halo}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"`;
    const spans = lines.map(
      (line, index) => `<tspan x="${short(x)}" y="${short(y + index * lineHeight)}">${escaped(line)}</tspan>`,
    );
    this.add(
      `<text text-anchor="${isLeft ? "start" : "middle"}" ${isBold ? `font-weight="600" ` : ""}${look}>${spans.join("")}</text>`,
    );
  }

  /** Adds elements of others, such as a legend. */
  add(element: string): void {
    this.#elements.push(element);
  }

  /** What was drawn, as the content of an svg element. */
  get content(): string {
    return `<g font-family='${font}' font-size="${fontSize}">${this.#elements.join("\n")}</g>`;
  }
}

/** One mark as an element. */
export function svgMark(shape: Shape, x: number, y: number, radius: number): string {
  if (shape === "circle") return `<circle cx="${short(x)}" cy="${short(y)}" r="${short(radius)}"/>`;
  const points = corners[shape].map(
    ([cornerX, cornerY]) => `${short(x + cornerX * radius)},${short(y + cornerY * radius)}`,
  );
  return `<polygon points="${points.join(" ")}"/>`;
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** A text within XML. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
