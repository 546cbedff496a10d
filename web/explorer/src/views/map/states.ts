/** Where a state is on the map: the shape that Natural Earth draws of it, and a point in it. */
import statePoints from "./statePoints.json";

type Point = [longitude: number, latitude: number];

const today = statePoints.today as unknown as Record<string, [...Point, isoNumber?: number]>;
const past = statePoints.past as unknown as Record<string, Point>;

/** Kosovo has no number in ISO 3166-1. What else lacks one belongs to no state of ISO, and is drawn without a name. */
const byName: Record<string, string> = { Kosovo: "xk" };
const byNumber = new Map(Object.entries(today).flatMap(([slug, [, , number]]) => (number ? [[number, slug]] : [])));

/** The slug of the state that a shape of the atlas belongs to. */
export function slugOfShape(id: string | number | undefined, name: string): string | undefined {
  return id === undefined ? byName[name] : byNumber.get(Number(id));
}

/** The point at which something in a state is drawn: the middle of its largest land, or the capital of a past state. */
export function pointOf(slug: string): Point | undefined {
  const found = today[slug] ?? past[slug];
  return found && [found[0], found[1]];
}

/** The slugs of the states of today. */
export const statesOfToday: readonly string[] = Object.keys(today);

/** `us` of `country:us`. */
export function slugOf(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}
