/** The views, by address. Each comes as its own file, but for the search, which is opened first. */
import type { Ask } from "./ask.ts";
import { missing } from "./missing.tsx";
import type { Page, View } from "./page.ts";
import { searchView } from "../views/search/searchView.tsx";

/** By the first part of the path. */
const rooms: Record<string, () => Promise<View>> = {
  "": async () => searchView,
  entity: async () => (await import("../views/entity/entityView.tsx")).entityView,
  network: async () => (await import("../views/network/networkView.tsx")).networkView,
  pair: async () => (await import("../views/pair/pairView.tsx")).pairView,
  paths: async () => (await import("../views/paths/pathsView.tsx")).pathsView,
  map: async () => (await import("../views/map/mapView.tsx")).mapView,
  timeline: async () => (await import("../views/timeline/timelineView.tsx")).timelineView,
  coverage: async () => (await import("../views/coverage/coverageView.tsx")).coverageView,
};

/** Whether the explorer shows this address itself. */
export function isOurs(pathname: string): boolean {
  return Object.hasOwn(rooms, roomIn(pathname));
}

/** The page at an address. */
export async function open(address: URL, ask: Ask): Promise<Page> {
  const view = await rooms[roomIn(address.pathname)]?.();
  return view ? await view(address, ask) : missing(address.pathname);
}

function roomIn(pathname: string): string {
  return pathname.split("/")[1] ?? "";
}
