/** The drawing: drag to move, wheel or keys to come nearer, a click to choose, an entity dragged is pinned. */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Camera } from "../address.ts";
import { cameraFor, draw, linesOf } from "./draw.ts";
import type { Palette, Size } from "./surface.ts";
import { entityAt, lineAt, nearestToward } from "./find.ts";
import type { LineLayer } from "./lineLayer.ts";
import type { Scene } from "../scene.ts";
import { CanvasSurface, coloursAt } from "./surfaces.ts";

export interface StageProps {
  scene: Scene;
  chosen: string | null;
  camera: Camera | null;
  /** Draws the lines by this instead of by what suits the machine. */
  drawing: "canvas" | "sigma" | null;
  label: string;
  onChoose: (chosen: string | null) => void;
  onLook: (camera: Camera | null) => void;
  onPin: (id: string, x: number, y: number) => void;
  onHide: (id: string) => void;
  /** Enter on a chosen entity: to what can be done with it. */
  onEnter: () => void;
  /** Whoever wants to know what the drawing shows now. */
  onDrawn: (sight: { camera: Camera; size: Size }) => void;
}

/** How long nothing moves before all of it is drawn, in milliseconds. */
const restAfter = 90;
/** With more lines than this, WebGL draws them, where there is hardware for it. */
const manyLines = 1500;
/** How far a pointer moves before it is a drag. */
const slack = 4;
const nearest = 8;
const farthest = 0.02;

export function Stage(props: StageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useSignal<Size>({ width: 0, height: 0 });
  /** What the pointer or a wheel has made of the camera, before it rests. */
  const moving = useRef<Camera | null>(null);
  const dragged = useRef<{ id: string; x: number; y: number } | null>(null);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const frame = useRef(0);
  const palette = useRef<Palette | null>(null);
  const layer = useRef<LineLayer | null>(null);
  const below = useRef<HTMLDivElement>(null);
  const now = useRef(props);
  now.current = props;

  const cameraNow = (): Camera => moving.current ?? now.current.camera ?? cameraFor(now.current.scene, size.peek());
  const paint = (isMoving: boolean): void => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      const element = canvas.current;
      const { width, height } = size.peek();
      if (!element || width === 0) return;
      performance.mark("draw");
      const density = Math.min(2, devicePixelRatio || 1);
      if (element.width !== width * density || element.height !== height * density) {
        element.width = width * density;
        element.height = height * density;
      }
      const context = element.getContext("2d")!;
      context.setTransform(density, 0, 0, density, 0, 0);
      context.clearRect(0, 0, width, height);
      const { scene, chosen, onDrawn } = now.current;
      const camera = cameraNow();
      palette.current ??= coloursAt(element.parentElement!);
      const shown = shifted(scene, dragged.current);
      const byWebGL = layer.current !== null && dragged.current === null;
      if (byWebGL) layer.current!.render(shown, camera, { width, height }, palette.current);
      const options = { chosen, isMoving, withoutLines: byWebGL };
      draw(new CanvasSurface(context), shown, camera, { width, height }, palette.current, options);
      performance.measure(isMoving ? "draw while moving" : "draw at rest", "draw");
      if (!isMoving) onDrawn({ camera, size: { width, height } });
    });
  };
  /** Draws little now, and everything once it rests. */
  const move = (camera: Camera | null): void => {
    if (camera) moving.current = camera;
    paint(true);
    clearTimeout(resting.current);
    resting.current = setTimeout(() => {
      const last = moving.current;
      moving.current = null;
      if (last) now.current.onLook(rounded(last));
      paint(false);
    }, restAfter);
  };
  const zoom = (factor: number, at?: { x: number; y: number }): void => {
    const { width, height } = size.peek();
    const { x, y, scale } = cameraNow();
    const point = at ?? { x: width / 2, y: height / 2 };
    const next = Math.min(nearest, Math.max(farthest, scale * factor));
    // What is under the pointer stays there.
    const change = 1 / scale - 1 / next;
    move({ x: x + (point.x - width / 2) * change, y: y + (point.y - height / 2) * change, scale: next });
  };

  useEffect(() => {
    const element = canvas.current!;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element.parentElement!;
      size.value = { width, height };
      paint(false);
    });
    observer.observe(element.parentElement!);
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    const repaint = (): void => {
      palette.current = null;
      paint(false);
    };
    scheme.addEventListener("change", repaint);
    // The wheel moves the page unless it is heard actively.
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && document.activeElement !== element) return;
      event.preventDefault();
      zoom(Math.exp(-event.deltaY * 0.002), { x: event.offsetX, y: event.offsetY });
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => {
      observer.disconnect();
      scheme.removeEventListener("change", repaint);
      element.removeEventListener("wheel", onWheel);
      clearTimeout(resting.current);
      cancelAnimationFrame(frame.current);
    };
  }, []);
  const isMany = props.drawing === "sigma" || (props.drawing === null && linesOf(props.scene).length > manyLines);
  useEffect(() => {
    if (!isMany) return;
    let isOver = false;
    void import("./lineLayer.ts").then(({ LineLayer: Layer, hasFastWebGL }) => {
      if (isOver || (now.current.drawing === null && !hasFastWebGL())) return;
      layer.current = new Layer(below.current!);
      paint(false);
    });
    return () => {
      isOver = true;
      layer.current?.close();
      layer.current = null;
    };
  }, [isMany]);
  useEffect(() => paint(false), [props.scene, props.chosen, props.camera]);

  const onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0 || !event.isPrimary) return;
    const element = canvas.current!;
    element.setPointerCapture(event.pointerId);
    const from = { x: event.offsetX, y: event.offsetY };
    const camera = cameraNow();
    const { scene } = now.current;
    const hit = entityAt(scene, from, camera, size.peek());
    let isDrag = false;
    const onMove = (to: PointerEvent): void => {
      const [dx, dy] = [to.offsetX - from.x, to.offsetY - from.y];
      isDrag ||= Math.hypot(dx, dy) > slack;
      if (!isDrag) return;
      if (hit) {
        dragged.current = { id: hit.id, x: hit.x + dx / camera.scale, y: hit.y + dy / camera.scale };
        paint(true);
      } else move({ ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale });
    };
    const onEnd = (): void => {
      element.removeEventListener("pointermove", onMove);
      const moved = dragged.current;
      dragged.current = null;
      if (moved) now.current.onPin(moved.id, Math.round(moved.x), Math.round(moved.y));
      else if (!isDrag)
        now.current.onChoose(hit?.id ?? lineAt(scene, from, camera, size.peek())?.steps[0]!.key ?? null);
    };
    element.addEventListener("pointermove", onMove);
    element.addEventListener("pointerup", onEnd, { once: true });
    element.addEventListener("pointercancel", onEnd, { once: true });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const { scene, chosen, onChoose, onLook, onPin, onHide, onEnter } = now.current;
    const node = chosen === null ? undefined : scene.byId.get(chosen);
    const way = ways[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (way && event.shiftKey && node) onPin(node.id, node.x + way[0] * 20, node.y + way[1] * 20);
    else if (way) onChoose(nearestToward(scene, node ?? null, way)?.id ?? chosen);
    else if (event.key === "+" || event.key === "=") zoom(1.25);
    else if (event.key === "-") zoom(0.8);
    else if (event.key === "0") onLook(null);
    else if (event.key === "Escape") onChoose(null);
    else if (event.key === "Enter" && chosen !== null) onEnter();
    else if (event.key === "p" && node) onPin(node.id, node.x, node.y);
    else if ((event.key === "h" || event.key === "Delete") && node) onHide(node.id);
    else return;
    event.preventDefault();
  };

  return (
    <div class="surface">
      <div class="below" ref={below} aria-hidden="true" />
      <canvas
        ref={canvas}
        tabIndex={0}
        role="application"
        aria-label={props.label}
        aria-describedby="network-keys"
        onPointerDown={onPointerDown}
        onKeyDown={onKeyDown}
        onDblClick={() => props.onEnter()}
      />
    </div>
  );
}

const ways: Record<string, readonly [number, number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** The scene with one entity at another place, while it is dragged. */
function shifted(scene: Scene, dragged: { id: string; x: number; y: number } | null): Scene {
  if (!dragged) return scene;
  const moved = { ...scene.byId.get(dragged.id)!, x: dragged.x, y: dragged.y };
  const byId = new Map(scene.byId).set(dragged.id, moved);
  return {
    nodes: scene.nodes.map((node) => byId.get(node.id)!),
    steps: scene.steps.map((step) =>
      step.source === dragged.id || step.target === dragged.id
        ? { ...step, from: byId.get(step.source)!, to: byId.get(step.target)! }
        : step,
    ),
    byId,
  };
}

function rounded({ x, y, scale }: Camera): Camera {
  return { x: Math.round(x), y: Math.round(y), scale: Math.round(scale * 1000) / 1000 };
}
