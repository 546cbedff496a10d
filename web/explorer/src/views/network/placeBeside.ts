/** The way to the worker that finds places. */
import type { Place, PlaceInput } from "./place.ts";

let worker: Worker | undefined;
let orders = 0;
const waiting = new Map<number, (found: Map<string, Place>) => void>();

/** The place of each entity, found by a worker in a browser, and at once on a server. */
export async function placesBeside(input: PlaceInput): Promise<Map<string, Place>> {
  if (typeof Worker === "undefined") return (await import("./place.ts")).places(input);
  if (!worker) {
    worker = new Worker(new URL("./placeWorker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<{ order: number; found: [string, Place][] }>) => {
      waiting.get(data.order)?.(new Map(data.found));
      waiting.delete(data.order);
    });
  }
  orders += 1;
  const order = orders;
  worker.postMessage({ order, input });
  return await new Promise((resolve) => waiting.set(order, resolve));
}
