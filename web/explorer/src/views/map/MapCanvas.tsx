/** The drawn map: moved and made larger by pointer, wheel, fingers, buttons and keys. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import worldFile from "world-atlas/countries-110m.json?url";
import { draw, inksOf, onScreenAt, radiusOn, type Inks } from "./draw.ts";
import type { Marks } from "./mapAnswer.ts";
import type { Look } from "./mapState.ts";
import { lookOf, sceneOf, smallestScale, viewOf, worldOf, type Size, type View, type World } from "./scene.ts";

/** The atlas, asked for once; its file comes from the server of the page. */
let atlas: Promise<unknown> | undefined;

const most = 40;
/** How far a key or a button moves the map, in pixels, and how much larger it makes it. */
const stride = 60;
const growth = 1.5;

interface Props {
  marks: Marks;
  look: Look | null;
  chosen: string | null;
  label: string;
  /** Called when the map has come to rest. */
  onLook: (look: Look | null) => void;
  onChoose: (slug: string) => void;
}

export function MapCanvas({ marks, look, chosen, label, onLook, onChoose }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scene = useMemo(() => (typeof Path2D === "undefined" ? null : sceneOf(marks)), [marks]);
  const [world, setWorld] = useState<World | null>(null);
  const [isMissing, setMissing] = useState(false);
  const [pointed, setPointed] = useState("");
  // What changes many times a second is no state of the component.
  const now = useRef({
    view: null as View | null,
    inks: null as Inks | null,
    wanted: 0,
    look,
    rest: 0,
    isMoving: false,
  });
  const paint = useRef<() => void>(() => {});

  paint.current = () => {
    const here = canvas.current;
    if (!here || !scene) return;
    const size = sizeOf(here);
    const density = devicePixelRatio || 1;
    if (here.width !== Math.round(size.width * density) || here.height !== Math.round(size.height * density)) {
      here.width = Math.round(size.width * density);
      here.height = Math.round(size.height * density);
    }
    const start = performance.now();
    now.current.view ??= viewOf(now.current.look, size);
    const inks = (now.current.inks ??= inksOf(here));
    const font = `600 13px ${getComputedStyle(here).fontFamily}`;
    const { view, isMoving } = now.current;
    draw(here.getContext("2d")!, { world, scene, view, size, density, inks, chosen, font, isMoving });
    performance.measure("map", { start });
  };

  const repaint = (): void => {
    cancelAnimationFrame(now.current.wanted);
    now.current.wanted = requestAnimationFrame(() => paint.current());
  };

  /** Moves the map, within the world. @param isLarger how many times larger, around a place of the screen. */
  const move = (x: number, y: number, isLarger = 1, around?: [number, number]): void => {
    const size = sizeOf(canvas.current!);
    const { view } = now.current;
    if (!view) return;
    const least = smallestScale(size);
    const scale = Math.min(least * most, Math.max(least, view.scale * isLarger));
    const [left, top] = around ?? [size.width / 2, size.height / 2];
    const ratio = scale / view.scale;
    now.current.view = within(
      { scale, x: left - (left - view.x) * ratio + x, y: top - (top - view.y) * ratio + y },
      size,
    );
    now.current.isMoving = true;
    repaint();
    clearTimeout(now.current.rest);
    now.current.rest = window.setTimeout(() => {
      now.current.isMoving = false;
      repaint();
      const found = lookOf(now.current.view!, size);
      now.current.look = found.zoom < 1.01 ? null : found;
      onLook(now.current.look);
    }, 150);
  };

  useEffect(() => {
    let isGone = false;
    atlas ??= fetch(worldFile).then((response) => response.json());
    atlas.then(
      (found) => !isGone && setWorld(worldOf(found)),
      () => {
        atlas = undefined;
        setMissing(true);
      },
    );
    const here = canvas.current!;
    const resized = new ResizeObserver(() => {
      now.current.view = null;
      repaint();
    });
    resized.observe(here);
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    const recolour = (): void => {
      now.current.inks = null;
      repaint();
    };
    scheme.addEventListener("change", recolour);
    // Fonts may come later.
    void document.fonts.ready.then(repaint);
    return () => {
      isGone = true;
      resized.disconnect();
      scheme.removeEventListener("change", recolour);
      clearTimeout(now.current.rest);
    };
  }, []);
  useEffect(repaint, [scene, world, chosen]);
  useEffect(() => {
    if (JSON.stringify(look) === JSON.stringify(now.current.look)) return;
    now.current.look = look;
    now.current.view = null;
    repaint();
  }, [look]);

  const found = (event: PointerEvent | MouseEvent): { slug: string | null; text: string } => {
    const here = canvas.current!;
    const { left, top } = here.getBoundingClientRect();
    const [x, y] = [event.clientX - left, event.clientY - top];
    return scene && now.current.view ? at(x, y, scene, world, now.current.view, here) : { slug: null, text: "" };
  };
  const hands = useHands(canvas, move, (event) => {
    const { slug } = found(event);
    if (slug) onChoose(slug);
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Record<string, () => void> = {
      ArrowLeft: () => move(stride, 0),
      ArrowRight: () => move(-stride, 0),
      ArrowUp: () => move(0, stride),
      ArrowDown: () => move(0, -stride),
      "+": () => move(0, 0, growth),
      "=": () => move(0, 0, growth),
      "-": () => move(0, 0, 1 / growth),
      "0": () => move(0, 0, 1 / most),
    };
    if (event.ctrlKey || event.metaKey || event.altKey || !moves[event.key]) return;
    event.preventDefault();
    moves[event.key]!();
  };
  return (
    <div class="map-stage">
      <canvas
        ref={canvas}
        tabIndex={0}
        role="application"
        aria-roledescription="map"
        aria-label={label}
        aria-describedby="map-keys"
        data-ready={world && scene ? "" : undefined}
        onKeyDown={onKeyDown}
        onPointerMove={(event) => event.buttons === 0 && setPointed(found(event).text)}
        onPointerLeave={() => setPointed("")}
        {...hands}
      />
      <div class="map-buttons">
        <button type="button" aria-label="Larger" onClick={() => move(0, 0, growth)}>
          +
        </button>
        <button type="button" aria-label="Smaller" onClick={() => move(0, 0, 1 / growth)}>
          −
        </button>
        <button type="button" aria-label="The whole world" onClick={() => move(0, 0, 1 / most)}>
          ○
        </button>
      </div>
      <p class="map-pointed" aria-hidden="true">
        {isMissing ? "The shapes of states didn’t come from the server; the marks are where they belong." : pointed}
      </p>
      <p id="map-keys" class="hidden">
        Arrow keys move the map, plus and minus change its size, zero shows the whole world. All that is drawn is in the
        tables below.
      </p>
    </div>
  );
}

function sizeOf({ clientWidth, clientHeight }: HTMLCanvasElement): Size {
  return { width: clientWidth, height: clientHeight };
}

/** A view that doesn't leave the world: where that is smaller than the screen it stands in the middle. */
function within({ scale, x, y }: View, { width, height }: Size): View {
  const held = (at: number, seen: number, whole: number): number =>
    whole <= seen ? (seen - whole) / 2 : Math.min(0, Math.max(seen - whole, at));
  return { scale, x: held(x, width, 1000 * scale), y: held(y, height, 487 * scale) };
}

/** What is at a place of the screen: the smallest mark there, otherwise the state. */
function at(
  x: number,
  y: number,
  scene: ReturnType<typeof sceneOf>,
  world: World | null,
  view: View,
  canvas: HTMLCanvasElement,
): { slug: string | null; text: string } {
  const reached = (place: [number, number], radius: number): boolean => {
    const [left, top] = onScreenAt(place, view);
    return Math.hypot(left - x, top - y) <= radius;
  };
  const circle = scene.circles.findLast(({ place, radius }) =>
    reached(place, Math.max(radiusOn(sizeOf(canvas), radius), 5)),
  );
  const said = circle && `${circle.name}: ${circle.count.toLocaleString("en")}`;
  const dot = world?.dots.find(({ place }) => reached(place, 5));
  const [left, top] = [(x - view.x) / view.scale, (y - view.y) / view.scale];
  const context = canvas.getContext("2d")!;
  context.save();
  context.resetTransform();
  const shape = world?.shapes.find(({ path }) => context.isPointInPath(path, left, top));
  context.restore();
  const slug = dot?.slug ?? shape?.slug ?? null;
  const name = dot ? new Intl.DisplayNames("en", { type: "region" }).of(dot.slug.toUpperCase())! : (shape?.name ?? "");
  return { slug, text: said ?? (shape && !slug ? `${name}: no state of ISO 3166-1` : name) };
}

type Move = (x: number, y: number, isLarger?: number, around?: [number, number]) => void;

/** Pointers and the wheel. A click is a pointer that hardly moved. */
function useHands(
  canvas: { current: HTMLCanvasElement | null },
  move: Move,
  onClick: (event: PointerEvent) => void,
): Record<string, (event: never) => void> {
  const fingers = useRef(new Map<number, [number, number]>());
  const way = useRef(0);
  const latest = useRef(move);
  latest.current = move;
  useEffect(() => {
    const onWheel = (event: WheelEvent): void => {
      // Without a key the wheel moves the page, as everywhere.
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { left, top } = canvas.current!.getBoundingClientRect();
      latest.current(0, 0, Math.exp(-event.deltaY / 200), [event.clientX - left, event.clientY - top]);
    };
    const here = canvas.current!;
    here.addEventListener("wheel", onWheel, { passive: false });
    return () => here.removeEventListener("wheel", onWheel);
  }, []);
  return {
    onPointerDown: (event: PointerEvent) => {
      if (fingers.current.size === 0) way.current = 0;
      fingers.current.set(event.pointerId, [event.clientX, event.clientY]);
      canvas.current!.setPointerCapture(event.pointerId);
    },
    onPointerMoveCapture: (event: PointerEvent) => {
      const before = fingers.current.get(event.pointerId);
      if (!before) return;
      const [x, y] = [event.clientX - before[0], event.clientY - before[1]];
      way.current += Math.hypot(x, y);
      const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
      fingers.current.set(event.pointerId, [event.clientX, event.clientY]);
      if (!other) return move(x, y);
      const { left, top } = canvas.current!.getBoundingClientRect();
      const apart = (from: [number, number]): number => Math.hypot(from[0] - other[0], from[1] - other[1]);
      const middle: [number, number] = [(event.clientX + other[0]) / 2 - left, (event.clientY + other[1]) / 2 - top];
      move(x / 2, y / 2, apart([event.clientX, event.clientY]) / Math.max(1, apart(before)), middle);
    },
    onPointerUp: (event: PointerEvent) => {
      fingers.current.delete(event.pointerId);
      if (way.current < 6 && fingers.current.size === 0) onClick(event);
    },
    onPointerCancel: (event: PointerEvent) => fingers.current.delete(event.pointerId),
  } as Record<string, (event: never) => void>;
}
