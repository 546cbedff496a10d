/**
 * Draws the lines of a large network by WebGL, below the marks and names, which our own code draws. Only lines are so
 * many that a canvas is too slow for them.
 */
import Graph from "graphology";
import Sigma from "sigma";
import type { Camera } from "../address.ts";
import { linesOf } from "./draw.ts";
import type { Palette, Size } from "./surface.ts";
import type { Scene } from "../scene.ts";

interface Measured extends Size {
  /** Pixels for each unit of the network, as sigma's camera begins. */
  pixels: number;
  /** The middle of the network for sigma's camera, and what one unit of the network is for it. */
  middle: { x: number; y: number };
  unit: { x: number; y: number };
}

const nothingNew = { partialGraph: { nodes: [], edges: [] }, skipIndexation: true };

export class LineLayer {
  readonly #sigma: Sigma;
  readonly #graph = new Graph({ multi: true });
  #shown: Scene | null = null;
  #measured: Measured | null = null;

  constructor(container: HTMLElement) {
    this.#sigma = new Sigma(this.#graph, container, {
      allowInvalidContainer: true,
      stagePadding: 0,
      renderLabels: false,
      zoomToSizeRatioFunction: () => 1,
      minEdgeThickness: 1,
      zIndex: false,
    });
  }

  /** Draws a scene as a camera sees it. */
  render(scene: Scene, camera: Camera, { width, height }: Size, palette: Palette): void {
    if (scene.nodes.length === 0) return;
    const sigma = this.#sigma;
    if (this.#shown !== scene || this.#measured?.width !== width || this.#measured.height !== height) {
      if (this.#shown !== scene) this.#take(scene, palette);
      this.#measured = this.#measure(width, height);
    }
    const { pixels, middle, unit } = this.#measured;
    sigma.getCamera().setState({
      x: middle.x + camera.x * unit.x,
      y: middle.y + camera.y * unit.y,
      ratio: pixels / camera.scale,
    });
    sigma.refresh({ ...nothingNew, schedule: false });
  }

  /** How sigma's own measures follow from those of the network. */
  #measure(width: number, height: number): Measured {
    const sigma = this.#sigma;
    const half = Math.max(width, height) / 2;
    sigma.setCustomBBox({ x: [-half, half], y: [-half, half] });
    sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1 });
    sigma.refresh({ schedule: false });
    const [zero, one] = [sigma.graphToViewport({ x: 0, y: 0 }), sigma.graphToViewport({ x: half, y: -half })];
    const [middle, corner] = [sigma.viewportToFramedGraph(zero), sigma.viewportToFramedGraph(one)];
    return {
      width,
      height,
      pixels: (one.x - zero.x) / half,
      middle,
      unit: { x: (corner.x - middle.x) / half, y: (corner.y - middle.y) / half },
    };
  }

  /** Gives back what it holds of the machine. */
  close(): void {
    this.#sigma.kill();
  }

  #take(scene: Scene, { edge }: Palette): void {
    this.#shown = scene;
    const graph = this.#graph;
    graph.clear();
    // The marks are drawn above.
    for (const { id, x, y } of scene.nodes) graph.addNode(id, { x, y: -y, size: 0.01, color: edge });
    for (const { from, to, steps } of linesOf(scene))
      graph.addEdge(from.id, to.id, { size: Math.min(3, 1.5 + (steps.length - 1) / 2), color: edge });
  }
}

/** Whether WebGL runs on hardware: in software it is slower than a canvas. */
export function hasFastWebGL(): boolean {
  const context = document.createElement("canvas").getContext("webgl2");
  if (!context) return false;
  const information = context.getExtension("WEBGL_debug_renderer_info");
  const renderer = String(context.getParameter(information?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER));
  context.getExtension("WEBGL_lose_context")?.loseContext();
  return !/swiftshader|llvmpipe|software|basic render/i.test(renderer);
}
