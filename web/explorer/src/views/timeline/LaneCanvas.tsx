/** The lanes: moved by pointer, wheel and keys; what is under the pointer is told below. */
import { effect, type Signal } from "@preact/signals";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { drawLanes, eventAt, fadesOf, heightOf, inksOf, type Fades, type Frame, type Inks } from "./drawLanes.ts";
import type { Event } from "./events.ts";
import type { Years } from "./filters.ts";
import { layOut, type Bar } from "./lanes.ts";
import { overlaps } from "./span.ts";

/** With at most so many bars, words stand beside them. */
const mostLabels = 70;
const letter = 6.6;
const mostLetters = 64;

interface Props {
  events: readonly Event[];
  states: readonly string[];
  nameOf: (state: string) => string;
  /** The window as it is seen now, and as it was when it last came to rest. */
  seen: Signal<Years>;
  rested: Years;
  chosen: string | null;
  label: string;
  onMove: (from: number, until: number) => void;
  onChoose: (event: Event | null) => void;
}

export function LaneCanvas(props: Props) {
  const { events, states, nameOf, seen, rested, chosen, label, onMove, onChoose } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [width, setWidth] = useState(0);
  const [pointed, setPointed] = useState("");
  const looks = useRef<{ inks: Inks; fades: Fades } | null>(null);
  const frame = useRef<Frame | null>(null);
  const wanted = useRef(0);

  // Rows are laid out anew when the window has come to rest in another size, so that nothing jumps while it moves;
  // where words need room, only for what is seen or near.
  const years = rested.until - rested.from;
  const perYear = width / years;
  const near = useMemo(() => {
    const seenNow = events.filter(({ span }) => overlaps(span, rested.from, rested.until));
    if (seenNow.length > mostLabels) return null;
    return events.filter(({ span }) => overlaps(span, rested.from - years, rested.until + years));
  }, [events, rested]);
  const isLabelled = near !== null;
  const layout = useMemo(
    () =>
      layOut(near ?? events, states, perYear || 1, isLabelled ? (each) => textOf(each).length * letter + 4 : () => 0),
    [near ?? events, states.join(), perYear],
  );

  const paint = (): void => {
    const here = canvas.current;
    if (!here || width === 0) return;
    const density = devicePixelRatio || 1;
    const pixels = [Math.round(width * density), Math.round(heightOf(layout) * density)] as const;
    if (here.width !== pixels[0] || here.height !== pixels[1]) [here.width, here.height] = pixels;
    if (!looks.current) {
      const inks = inksOf(here);
      looks.current = { inks, fades: fadesOf(inks) };
    }
    const start = performance.now();
    const font = getComputedStyle(here).fontFamily;
    const labelOf = isLabelled ? (bar: Bar) => textOf(bar.event) : null;
    frame.current = { layout, ...seen.value, width, density, ...looks.current, font, chosen, nameOf, labelOf };
    drawLanes(here.getContext("2d")!, frame.current);
    performance.measure("timeline", { start });
  };
  const latest = useRef(paint);
  latest.current = paint;
  const repaint = (): void => {
    cancelAnimationFrame(wanted.current);
    wanted.current = requestAnimationFrame(() => latest.current());
  };

  useEffect(() => {
    const here = canvas.current!;
    const resized = new ResizeObserver(() => setWidth(here.clientWidth));
    resized.observe(here.parentElement!);
    setWidth(here.clientWidth);
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    const recolour = (): void => {
      looks.current = null;
      repaint();
    };
    scheme.addEventListener("change", recolour);
    void document.fonts.ready.then(repaint);
    const stop = effect(() => {
      void seen.value;
      repaint();
    });
    return () => {
      resized.disconnect();
      scheme.removeEventListener("change", recolour);
      stop();
    };
  }, []);
  useEffect(repaint, [layout, width, chosen, isLabelled]);

  const move = (way: number, larger = 1, around = 0.5): void => {
    const { from, until } = seen.peek();
    const span = (until - from) / larger;
    const start = from + (until - from - span) * around + way * span;
    onMove(start, start + span);
  };
  const hand = useHand(canvas, width, move);
  const found = (event: MouseEvent): Event | null => {
    const { left, top } = canvas.current!.getBoundingClientRect();
    return frame.current && eventAt(event.clientX - left, event.clientY - top, frame.current);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Record<string, () => void> = {
      ArrowLeft: () => move(-0.1),
      ArrowRight: () => move(0.1),
      PageUp: () => move(-0.9),
      PageDown: () => move(0.9),
      "+": () => move(0, 1.5),
      "=": () => move(0, 1.5),
      "-": () => move(0, 1 / 1.5),
      "0": () => move(0, 1e-6),
    };
    if (event.ctrlKey || event.metaKey || event.altKey || !moves[event.key]) return;
    event.preventDefault();
    moves[event.key]!();
  };
  return (
    <div class="lanes-stage">
      <div class="lane-buttons">
        <button type="button" aria-label="Fewer years" onClick={() => move(0, 1.5)}>
          +
        </button>
        <button type="button" aria-label="More years" onClick={() => move(0, 1 / 1.5)}>
          −
        </button>
      </div>
      <canvas
        ref={canvas}
        tabIndex={0}
        role="application"
        aria-roledescription="timeline"
        aria-label={label}
        aria-describedby="lane-keys"
        data-ready={width > 0 ? "" : undefined}
        height={heightOf(layout)}
        onKeyDown={onKeyDown}
        onPointerMove={(event) => {
          if (event.buttons !== 0) return;
          const under = found(event);
          setPointed(under ? `${under.name}: ${under.when}` : "");
        }}
        onPointerLeave={() => setPointed("")}
        onClick={(event) => !hand.hasMoved() && onChoose(found(event))}
        {...hand.handlers}
      />
      <p class="lane-pointed" aria-hidden="true">
        {pointed || "\u00a0"}
      </p>
      <p id="lane-keys" class="hidden">
        Arrow keys move through time, plus and minus change how many years are seen, zero shows all. All events of the
        window are in the table below.
      </p>
    </div>
  );
}

/** What stands beside a bar: the name, and the date as EDTF if it isn't a plain day. */
function textOf({ name, edtf }: Event): string {
  const short = name.length > mostLetters ? `${name.slice(0, mostLetters - 1)}…` : name;
  return /^\d{4}-\d\d-\d\d$/.test(edtf) ? short : `${short} · ${edtf}`;
}

/** A hand that drags, and the wheel with a key; sideways without one. */
function useHand(
  canvas: { current: HTMLCanvasElement | null },
  width: number,
  move: (way: number, larger?: number, around?: number) => void,
) {
  const held = useRef<number | null>(null);
  const way = useRef(0);
  const latest = useRef(move);
  latest.current = move;
  useEffect(() => {
    const here = canvas.current!;
    const onWheel = (event: WheelEvent): void => {
      const isSideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
      if (!event.ctrlKey && !event.metaKey && !isSideways) return;
      event.preventDefault();
      const { left, width: whole } = here.getBoundingClientRect();
      if (isSideways) latest.current(event.deltaX / whole);
      else latest.current(0, Math.exp(-event.deltaY / 200), (event.clientX - left) / whole);
    };
    here.addEventListener("wheel", onWheel, { passive: false });
    return () => here.removeEventListener("wheel", onWheel);
  }, []);
  const release = (): void => {
    held.current = null;
  };
  return {
    hasMoved: () => way.current > 5,
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        held.current = event.clientX;
        way.current = 0;
        canvas.current!.setPointerCapture(event.pointerId);
      },
      onPointerMoveCapture: (event: PointerEvent) => {
        if (held.current === null) return;
        const pixels = event.clientX - held.current;
        held.current = event.clientX;
        way.current += Math.abs(pixels);
        move(-pixels / width);
      },
      onPointerUp: release,
      onPointerCancel: release,
    },
  };
}
