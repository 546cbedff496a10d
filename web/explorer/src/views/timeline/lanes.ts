/** Where each event is drawn: a lane a state, in it a group a kind, in that rows in which bars don't cover each other. */
import type { Event } from "./events.ts";
import { kinds, type Kind } from "./timelineState.ts";

export interface Bar {
  event: Event;
  /** The middle of its row, in pixels from the top. */
  y: number;
  /** Where the next bar of its row begins, as a year; what stands beside the bar must end before. */
  nextAt: number;
}

export interface Group {
  kind: Kind;
  top: number;
  bars: Bar[];
  /** Whether there were too few rows to keep all apart. */
  isCrowded: boolean;
}

export interface Lane {
  state: string;
  top: number;
  bottom: number;
  groups: Group[];
}

export interface Layout {
  lanes: Lane[];
  height: number;
}

export const rowHeight = 13;
const groupHead = 20;
const laneHead = 30;
const laneFoot = 10;
/** In a group with more rows than these, bars cover each other until one looks closer. */
const mostRows: Record<Kind, number> = { changes: 4, meetings: 10, missions: 8, tenures: 10, statements: 4 };
/** The least width of a bar, in pixels. */
const least = 5;

/**
 * Lays events out.
 * @param perYear the pixels of a year; bars are told apart at this size.
 * @param widthOf the pixels that the label of an event takes, 0 if it has none.
 */
export function layOut(
  events: readonly Event[],
  states: readonly string[],
  perYear: number,
  widthOf: (event: Event) => number,
): Layout {
  const sorted = [...events].sort((a, b) => a.span.first - b.span.first || (a.id < b.id ? -1 : 1));
  let top = 0;
  const lanes = states.map((state) => {
    const lane: Lane = { state, top, bottom: 0, groups: [] };
    let y = top + laneHead;
    for (const kind of kinds) {
      const mine = sorted.filter((event) => event.kind === kind && event.states.includes(state));
      if (mine.length === 0) continue;
      const { bars, rows, isCrowded } = rowsOf(mine, y + groupHead, mostRows[kind], perYear, widthOf);
      lane.groups.push({ kind, top: y, bars, isCrowded });
      y += groupHead + rows * rowHeight + 6;
    }
    if (lane.groups.length === 0) y += 24;
    lane.bottom = top = y + laneFoot;
    return lane;
  });
  return { lanes, height: Math.max(120, top) };
}

function rowsOf(
  events: readonly Event[],
  top: number,
  most: number,
  perYear: number,
  widthOf: (event: Event) => number,
): { bars: Bar[]; rows: number; isCrowded: boolean } {
  let isCrowded = false;
  const ends: number[] = [];
  const latest: Bar[] = [];
  const bars = events.map((event) => {
    const { first, last } = event.span;
    const end = Math.max(last, first + least / perYear) + (widthOf(event) + 3) / perYear;
    let row = ends.findIndex((each) => each <= first);
    if (row < 0) {
      isCrowded ||= ends.length === most;
      row = ends.length < most ? ends.length : ends.indexOf(Math.min(...ends));
    }
    const before = latest[row];
    if (before) before.nextAt = first;
    ends[row] = Math.max(ends[row] ?? -Infinity, end);
    const bar: Bar = { event, y: top + row * rowHeight + rowHeight / 2, nextAt: Infinity };
    latest[row] = bar;
    return bar;
  });
  return { bars, rows: ends.length, isCrowded };
}
