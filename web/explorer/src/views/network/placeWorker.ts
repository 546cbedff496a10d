/** Finds places beside the page, which stays in use meanwhile. */
import { places, type PlaceInput } from "./place.ts";

addEventListener("message", ({ data }: MessageEvent<{ order: number; input: PlaceInput }>) => {
  postMessage({ order: data.order, found: [...places(data.input)] });
});
