/** What a network shows, as a list of actions and one reducer. The address has the same state: see address.ts. */

/** What adds to the picture or moves something in it. Their order decides where new entities find room. */
export type Move =
  /** Adds an entity by itself. */
  | { do: "add"; id: string }
  /** Adds the next page of steps of one kind, of those in a period if one is given. */
  | { do: "open"; id: string; kind: string; during: string | null }
  /** Lays everything out anew, but for what is pinned. */
  | { do: "arrange" }
  | { do: "pin"; id: string; x: number; y: number }
  | { do: "unpin"; id: string };

export interface NetworkState {
  /** With whose surroundings it begins. */
  of: readonly string[];
  moves: readonly Move[];
  /** Hidden entities, in the order of their ids. */
  hidden: readonly string[];
  /** Kinds of entity and kinds of step that are left out, in order. */
  withoutKinds: readonly string[];
  withoutSteps: readonly string[];
  /** Years, such as `1914/1918`; what is dated outside them is left out. */
  during: string | null;
}

export type Action =
  | Move
  | { do: "hide"; id: string }
  | { do: "show"; id: string }
  | { do: "showAll" }
  | { do: "kind"; kind: string; isShown: boolean }
  | { do: "step"; kind: string; isShown: boolean }
  | { do: "during"; during: string | null };

/** The number of steps that one action adds at most. */
export const pageSize = 25;

export function emptyState(of: readonly string[]): NetworkState {
  return { of, moves: [], hidden: [], withoutKinds: [], withoutSteps: [], during: null };
}

/** The state after an action. */
export function reduce(state: NetworkState, action: Action): NetworkState {
  switch (action.do) {
    case "hide":
      return { ...state, hidden: withEach(state.hidden, action.id, true) };
    case "show":
      return { ...state, hidden: withEach(state.hidden, action.id, false) };
    case "showAll":
      return { ...state, hidden: [] };
    case "kind":
      return { ...state, withoutKinds: withEach(state.withoutKinds, action.kind, !action.isShown) };
    case "step":
      return { ...state, withoutSteps: withEach(state.withoutSteps, action.kind, !action.isShown) };
    case "during":
      return { ...state, during: action.during };
    default:
      return { ...state, moves: moved(state, action) };
  }
}

function moved({ of, moves }: NetworkState, move: Move): readonly Move[] {
  const last = moves.at(-1);
  // Of two pins in a row, the second tells where it is.
  if (move.do === "pin" && last?.do === "pin" && last.id === move.id) return [...moves.slice(0, -1), move];
  if (move.do === "arrange" && last?.do === "arrange") return moves;
  const isThere = (id: string): boolean => of.includes(id) || moves.some((each) => each.do === "add" && each.id === id);
  if (move.do === "add" && isThere(move.id)) return moves;
  if (move.do === "unpin" && !pinsIn(moves).has(move.id)) return moves;
  return [...moves, move];
}

/** The places of what is pinned. */
export function pinsIn(moves: readonly Move[]): Map<string, { x: number; y: number }> {
  const pins = new Map<string, { x: number; y: number }>();
  for (const move of moves)
    if (move.do === "pin") pins.set(move.id, { x: move.x, y: move.y });
    else if (move.do === "unpin") pins.delete(move.id);
  return pins;
}

/** A sorted list with a word or without it. */
function withEach(words: readonly string[], word: string, isIn: boolean): readonly string[] {
  if (words.includes(word) === isIn) return words;
  return isIn ? [...words, word].sort() : words.filter((each) => each !== word);
}

/** What was done since the page was opened, and what of it was undone. */
export interface History {
  start: NetworkState;
  done: readonly Action[];
  undone: readonly Action[];
}

export function historyFrom(start: NetworkState): History {
  return { start, done: [], undone: [] };
}

export function stateOf({ start, done }: History): NetworkState {
  return done.reduce(reduce, start);
}

/** An action that changes nothing is not kept. */
export function act(history: History, action: Action): History {
  const before = stateOf(history);
  if (JSON.stringify(reduce(before, action)) === JSON.stringify(before)) return history;
  return { ...history, done: [...history.done, action], undone: [] };
}

export function undo({ start, done, undone }: History): History {
  const last = done.at(-1);
  return last ? { start, done: done.slice(0, -1), undone: [last, ...undone] } : { start, done, undone };
}

export function redo({ start, done, undone }: History): History {
  const [next, ...rest] = undone;
  return next ? { start, done: [...done, next], undone: rest } : { start, done, undone };
}
