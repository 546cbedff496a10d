/** Draws one frame of the timeline: certain time in full colour, uncertain time fading. */
import type { Bar, Layout } from "./lanes.ts";
import { rowHeight } from "./lanes.ts";
import { kindNames, type Kind } from "./timelineState.ts";

export type Inks = Record<"paper" | "ink" | "muted" | "rule" | "wash" | "chosen" | Kind, string>;

const names = ["paper", "ink", "muted", "rule", "wash", "chosen"] as const;
const kinds = ["changes", "meetings", "missions", "tenures", "statements"] as const;

/** Reads the colours that hold now. */
export function inksOf(canvas: HTMLCanvasElement): Inks {
  const style = getComputedStyle(canvas);
  return Object.fromEntries(
    [...names, ...kinds].map((name) => [name, style.getPropertyValue(`--lane-${name}`)]),
  ) as Inks;
}

/** For each kind an image that fades from its colour to nothing, and one that does so to the left: stretched, they are
 * bars whose ends aren't known. */
export type Fades = Record<Kind, [right: HTMLCanvasElement, left: HTMLCanvasElement]>;

export function fadesOf(inks: Inks): Fades {
  return Object.fromEntries(
    kinds.map((kind) => [kind, [fadeOf(inks[kind], 0, fadeWidth), fadeOf(inks[kind], fadeWidth, 0)]]),
  ) as unknown as Fades;
}

const fadeWidth = 64;

function fadeOf(ink: string, full: number, none: number): HTMLCanvasElement {
  const image = document.createElement("canvas");
  image.width = fadeWidth;
  image.height = 1;
  const context = image.getContext("2d")!;
  context.fillStyle = ink;
  context.fillRect(0, 0, fadeWidth, 1);
  // Only the opacity changes: a gradient to "transparent" would pass through grey.
  const opacity = context.createLinearGradient(full, 0, none, 0);
  opacity.addColorStop(0, "black");
  opacity.addColorStop(1, "transparent");
  context.globalCompositeOperation = "destination-in";
  context.fillStyle = opacity;
  context.fillRect(0, 0, fadeWidth, 1);
  return image;
}

export interface Frame {
  layout: Layout;
  /** The years at the left edge and at the right. */
  from: number;
  until: number;
  width: number;
  density: number;
  inks: Inks;
  fades: Fades;
  font: string;
  chosen: string | null;
  nameOf: (state: string) => string;
  /** The words beside a bar. Null while there are too many bars for words. */
  labelOf: ((bar: Bar) => string) | null;
}

const axisHeight = 24;
const thickness = 8;

/** Where a year is, in pixels from the left. */
export function xOf(year: number, { from, until, width }: Pick<Frame, "from" | "until" | "width">): number {
  return ((year - from) / (until - from)) * width;
}

/** The height of a canvas for a layout. */
export function heightOf({ height }: Layout): number {
  return height + axisHeight;
}

/** Draws a frame, everything anew. */
export function drawLanes(context: CanvasRenderingContext2D, frame: Frame): void {
  const { layout, width, density, inks, font } = frame;
  context.setTransform(density, 0, 0, density, 0, 0);
  context.fillStyle = inks.paper;
  context.fillRect(0, 0, width, heightOf(layout));
  context.textBaseline = "middle";
  drawGrid(context, frame);
  for (const lane of layout.lanes) {
    context.fillStyle = inks.wash;
    context.fillRect(0, lane.top, width, 24);
    context.fillStyle = inks.ink;
    context.font = `600 15px ${font}`;
    const name = frame.nameOf(lane.state);
    context.fillText(name, 8, lane.top + 13);
    drawYears(context, frame, lane.top + 13, context.measureText(name).width + 24);
    if (lane.groups.length === 0) {
      context.font = `13px ${font}`;
      context.fillStyle = inks.muted;
      context.fillText("nothing loaded in these years", 8, lane.top + 38);
    }
    for (const { kind, bars, top, isCrowded } of lane.groups) {
      context.font = `13px ${font}`;
      // Set once for all: a colour is read anew each time that it is set.
      context.fillStyle = inks[kind];
      for (const bar of bars) drawBar(context, bar, frame);
      if (frame.labelOf) for (const bar of bars) drawLabel(context, bar, frame);
      drawHead(context, kind, top, isCrowded, frame);
    }
  }
}

function drawHead(
  context: CanvasRenderingContext2D,
  kind: Kind,
  top: number,
  isCrowded: boolean,
  { inks }: Frame,
): void {
  const text = `${kindNames[kind]}${isCrowded ? ", some behind others" : ""}`;
  context.fillStyle = inks[kind];
  context.fillRect(8, top + 6, 10, thickness);
  context.lineWidth = 4;
  context.lineJoin = "round";
  context.strokeStyle = inks.paper;
  context.strokeText(text, 24, top + 10);
  context.fillStyle = inks.muted;
  context.fillText(text, 24, top + 10);
}

/** The years at which lines stand: few enough to be read. */
function ticksOf({ from, until, width }: Frame): number[] {
  const step = [1, 2, 5, 10, 20, 25, 50, 100].find((each) => (width * each) / (until - from) >= 64) ?? 200;
  const ticks: number[] = [];
  for (let year = Math.ceil(from / step) * step; year <= until; year += step) ticks.push(year);
  return ticks;
}

function drawGrid(context: CanvasRenderingContext2D, frame: Frame): void {
  const { layout, width, inks } = frame;
  context.strokeStyle = inks.rule;
  context.lineWidth = 1;
  context.beginPath();
  for (const year of ticksOf(frame)) {
    const x = Math.round(xOf(year, frame)) + 0.5;
    context.moveTo(x, 0);
    context.lineTo(x, layout.height);
  }
  context.moveTo(0, layout.height + 0.5);
  context.lineTo(width, layout.height + 0.5);
  context.stroke();
  drawYears(context, frame, layout.height + 13, 18);
}

/** The years along a line, from a place on. */
function drawYears(context: CanvasRenderingContext2D, frame: Frame, y: number, left: number): void {
  const { width, inks, font } = frame;
  context.font = `13px ${font}`;
  context.fillStyle = inks.muted;
  context.textAlign = "center";
  for (const year of ticksOf(frame)) {
    const x = xOf(year, frame);
    if (x > left + 18 && x < width - 18) context.fillText(String(year), x, y);
  }
  context.textAlign = "left";
}

function drawBar(context: CanvasRenderingContext2D, { event, y }: Bar, frame: Frame): void {
  const { span, kind, isUnreal } = event;
  const { width, inks, fades } = frame;
  const left = xOf(span.first, frame);
  const right = Math.max(xOf(span.last, frame), left + 4);
  if (right < 0 || left > width) return;
  const top = y - thickness / 2;
  const isChosen = event.id === frame.chosen;
  const sureLeft = xOf(span.sureFrom, frame);
  const sureRight = xOf(span.sureUntil, frame);
  if (isUnreal) {
    context.lineWidth = 1.5;
    context.strokeStyle = inks[kind];
    context.strokeRect(left + 0.75, top + 0.75, right - left - 1.5, thickness - 1.5);
  } else if (span.sureUntil < span.sureFrom) {
    // Somewhere in here: strongest in the middle, since nothing says where.
    const middle = (left + right) / 2;
    fade(context, fades[kind], middle, left, top);
    fade(context, fades[kind], middle, right, top);
  } else {
    fade(context, fades[kind], sureLeft, left, top);
    fade(context, fades[kind], sureRight, right, top);
    if (span.isDoubted) context.globalAlpha = 0.45;
    context.fillRect(sureLeft, top, Math.max(sureRight - sureLeft, span.end === "unknown" ? 2 : 4), thickness);
    if (span.isDoubted) context.globalAlpha = 1;
    if (span.end === "open") arrow(context, Math.min(right, width - 1), y);
  }
  if (!isChosen) return;
  context.strokeStyle = inks.ink;
  context.lineWidth = 2;
  context.strokeRect(left - 3, top - 3, right - left + 6, thickness + 6);
}

/** Draws a fading part from where it is full to where it is nothing; one too narrow to be seen to fade is half of it. */
function fade(
  context: CanvasRenderingContext2D,
  [right, left]: Fades[Kind],
  full: number,
  none: number,
  top: number,
): void {
  const width = Math.abs(none - full);
  if (width < 0.75) return;
  if (width < 4) context.fillRect(none > full ? full : full - width / 2, top, width / 2, thickness);
  else if (none > full) context.drawImage(right, full, top, width, thickness);
  else context.drawImage(left, none, top, width, thickness);
}

function arrow(context: CanvasRenderingContext2D, x: number, y: number): void {
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x - 7, y - 6);
  context.lineTo(x - 7, y + 6);
  context.fill();
}

function drawLabel(context: CanvasRenderingContext2D, bar: Bar, frame: Frame): void {
  const { span } = bar.event;
  const x = Math.max(xOf(span.last, frame), xOf(span.first, frame) + 4) + 4;
  if (x < 0 || x > frame.width - 30) return;
  const text = frame.labelOf!(bar);
  const room = Math.min(xOf(bar.nextAt, frame), frame.width) - x;
  if (context.measureText(text).width > room) return;
  context.fillStyle = frame.inks.ink;
  context.fillText(text, x, bar.y + 0.5);
}

/** The event at a place of the canvas: the last drawn. */
export function eventAt(x: number, y: number, frame: Frame): Bar["event"] | null {
  for (const { groups } of frame.layout.lanes)
    for (const { bars } of groups.toReversed()) {
      const bar = bars.findLast(({ event: { span }, y: middle }) => {
        const left = xOf(span.first, frame);
        return (
          Math.abs(y - middle) <= rowHeight / 2 && x >= left - 3 && x <= Math.max(xOf(span.last, frame), left + 4) + 3
        );
      });
      if (bar) return bar.event;
    }
  return null;
}
