/**
 * Rewrites `today` in src/views/map/statePoints.json: for each state of ISO 3166-1, and Kosovo, the centre of its largest
 * land in Natural Earth 1:10m as degrees east and north, with its ISO number. `past`, and those below, are by hand.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoArea, geoCentroid } from "d3-geo";
import countries from "i18n-iso-countries";
import { feature } from "topojson-client";

const file = new URL("src/views/map/statePoints.json", import.meta.url);
const atlas = createRequire(import.meta.url)("world-atlas/countries-10m.json");

/** What Natural Earth draws as a part of another state. */
const byHand = {
  bq: [-68.3, 12.2],
  bv: [3.4, -54.4],
  cc: [96.8, -12.2],
  cx: [105.6, -10.5],
  gf: [-53.1, 3.9],
  gp: [-61.6, 16.2],
  mq: [-61, 14.7],
  re: [55.5, -21.1],
  sj: [16, 78.5],
  tk: [-171.8, -9.2],
  yt: [45.2, -12.8],
};

const round = (degrees) => Math.round(degrees * 10) / 10;
const shapes = feature(atlas, atlas.objects.countries).features;

function centreOf(isMine) {
  const lands = shapes
    .filter(isMine)
    .flatMap(({ geometry: { type, coordinates } }) =>
      (type === "Polygon" ? [coordinates] : coordinates).map((each) => ({ type: "Polygon", coordinates: each })),
    );
  const [largest] = lands.sort((a, b) => geoArea(b) - geoArea(a));
  return largest && geoCentroid(largest).map(round);
}

const today = {};
for (const code of [...Object.keys(countries.getAlpha2Codes()), "XK"].sort()) {
  const slug = code.toLowerCase();
  const number = countries.alpha2ToNumeric(code);
  const isMine = code === "XK" ? ({ properties }) => properties.name === "Kosovo" : ({ id }) => id === number;
  const point = byHand[slug] ?? centreOf(isMine);
  if (!point) throw new Error(`${code} has no land in Natural Earth, and no point by hand.`);
  today[slug] = code === "XK" ? point : [...point, Number(number)];
}
const { past } = JSON.parse(readFileSync(file, "utf8"));
writeFileSync(file, `${JSON.stringify({ today, past }, null, 2)}\n`);
