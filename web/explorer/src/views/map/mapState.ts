/** What an address says of the map: what is drawn, of which time, about which state, and from where it is looked at. */

export const layers = ["meetings", "missions", "flows", "routes"] as const;
export type Layer = (typeof layers)[number];

/** The middle of what is seen, in degrees, and how many times larger than the whole world. */
export interface Look {
  longitude: number;
  latitude: number;
  zoom: number;
}

export interface MapState {
  layers: readonly Layer[];
  from: number | null;
  until: number | null;
  /** The slug of the state to which everything is narrowed. */
  of: string | null;
  measure: string;
  look: Look | null;
}

const ordinary: readonly Layer[] = ["meetings", "routes"];

/** Reads an address; what it can't mean is left out. */
export function mapStateIn({ searchParams }: URL): MapState {
  // A form without script names each by itself.
  const shown = searchParams.has("show") ? searchParams.getAll("show").flatMap((each) => each.split(",")) : null;
  const of = searchParams.get("of");
  const measure = searchParams.get("measure");
  const [from, until] = [yearIn(searchParams.get("from")), yearIn(searchParams.get("until"))];
  const isReversed = from !== null && until !== null && from > until;
  return {
    layers: shown ? layers.filter((each) => shown.includes(each)) : ordinary,
    from: isReversed ? until : from,
    until: isReversed ? from : until,
    of: of && /^[a-z\d-]+$/.test(of) ? of : null,
    measure: measure && /^[A-Z_]+$/.test(measure) ? measure : "ENCOUNTERS",
    look: lookIn(searchParams.get("at")),
  };
}

/** The parameters of an address for a state, the same for the same state. */
export function parametersOf({ layers: shown, from, until, of, measure, look }: MapState): URLSearchParams {
  const parameters = new URLSearchParams();
  if (shown.join() !== ordinary.join()) parameters.set("show", shown.join(","));
  if (from !== null) parameters.set("from", String(from));
  if (until !== null) parameters.set("until", String(until));
  if (of) parameters.set("of", of);
  if (measure !== "ENCOUNTERS") parameters.set("measure", measure);
  if (look) parameters.set("at", textOf(look));
  return parameters;
}

/** The address of a state. */
export function mapAddress(state: MapState): string {
  // Commas are allowed in an address, and easier to read.
  const query = parametersOf(state).toString().replaceAll("%2C", ",");
  return `/map${query && `?${query}`}`;
}

/** A look as an address has it: `-102.5,23.6,4`. */
export function textOf({ longitude, latitude, zoom }: Look): string {
  return [longitude.toFixed(1), latitude.toFixed(1), zoom.toFixed(2)].map(Number).join(",");
}

function yearIn(text: string | null): number | null {
  return text !== null && /^\d{4}$/.test(text) ? Number(text) : null;
}

function lookIn(text: string | null): Look | null {
  const [longitude, latitude, zoom, ...rest] = (text ?? "")
    .split(",")
    .map((each) => (each === "" ? NaN : Number(each)));
  const isWhole = [longitude, latitude, zoom].every((each) => Number.isFinite(each)) && rest.length === 0;
  if (!isWhole || Math.abs(longitude!) > 180 || Math.abs(latitude!) > 90 || zoom! < 1) return null;
  return { longitude: longitude!, latitude: latitude!, zoom: zoom! };
}
