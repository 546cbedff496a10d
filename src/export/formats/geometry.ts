/** Geometries of GeoJSON (RFC 7946). */

/** Degrees: longitude, then latitude. */
export type Position = [longitude: number, latitude: number];

export type Geometry =
  | { type: "Point"; coordinates: Position }
  | { type: "LineString"; coordinates: Position[] }
  | { type: "MultiLineString"; coordinates: Position[][] };

/**
 * The line through some positions, by the shorter way around the earth.
 * @returns null when they are no two; two lines or more where it crosses the antimeridian, as RFC 7946 asks for.
 */
export function lineThrough(positions: Position[]): Geometry | null {
  const distinct = withoutRepeats(positions);
  if (distinct.length < 2) return null;
  const lines: Position[][] = [[distinct[0]!]];
  for (const [index, to] of distinct.slice(1).entries()) {
    const from = distinct[index]!;
    if (Math.abs(to[0] - from[0]) > 180) {
      const edge = from[0] < 0 ? -180 : 180;
      const beyond = to[0] + 2 * edge;
      const share = beyond === from[0] ? 0 : (edge - from[0]) / (beyond - from[0]);
      const latitude = from[1] + share * (to[1] - from[1]);
      lines.at(-1)!.push([edge, latitude]);
      lines.push([[-edge, latitude]]);
    }
    lines.at(-1)!.push(to);
  }
  // A stop on the antimeridian itself would otherwise make a line of one point.
  const whole = lines.map(withoutRepeats).filter((line) => line.length > 1);
  if (whole.length === 0) return null;
  return whole.length === 1
    ? { type: "LineString", coordinates: whole[0]! }
    : { type: "MultiLineString", coordinates: whole };
}

function withoutRepeats(line: Position[]): Position[] {
  return line.filter((each, index) => index === 0 || !isSame(each, line[index - 1]!));
}

function isSame(one: Position, other: Position): boolean {
  return one[0] === other[0] && one[1] === other[1];
}
