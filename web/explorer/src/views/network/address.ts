/** The state of a network as an address and back. One state has one address. */
import { AskError } from "../../site/ask.ts";
import { emptyState, reduce, type Action, type Move, type NetworkState } from "./state.ts";

/** How the network is looked at, which is no action and can't be undone, but is in the address. */
export interface Look {
  /** The chosen entity, by its id, or step, by its key. */
  chosen: string | null;
  as: "drawing" | "table";
  /** What is in the middle, and how large. Null if everything is in sight. */
  camera: Camera | null;
  /** Draws by this instead of what suits the machine. */
  drawing: "canvas" | "sigma" | null;
}

/** The point of the network in the middle, and pixels for each of its units. */
export interface Camera {
  x: number;
  y: number;
  scale: number;
}

/** Longer addresses are cut by some programs, and each opening asks the server: a larger state is kept in a file. */
const longestAddress = 6000;
const mostOpened = 60;

/** Whether a state can be opened by its address. */
export function isShareable(address: string): boolean {
  return address.length <= longestAddress && address.split(/[?&](?:do=open|of)[,=]/).length - 1 <= mostOpened;
}

export const firstLook: Look = { chosen: null, as: "drawing", camera: null, drawing: null };

/** The address of a state, from the root. */
export function addressOf(state: NetworkState, look: Look = firstLook): string {
  const { chosen, as, camera, drawing } = look;
  const parts: [string, string][] = [
    ...state.of.map((id): [string, string] => ["of", id]),
    ...state.moves.map((move): [string, string] => ["do", wordsOfMove(move).join(",")]),
    ...state.hidden.map((id): [string, string] => ["hide", id]),
    ...state.withoutKinds.map((kind): [string, string] => ["without", kind]),
    ...state.withoutSteps.map((kind): [string, string] => ["withoutStep", kind]),
  ];
  if (state.during !== null) parts.push(["during", state.during]);
  if (chosen !== null) parts.push(["chosen", chosen]);
  if (as !== "drawing") parts.push(["as", as]);
  if (camera !== null) parts.push(["view", [camera.x, camera.y, camera.scale].join(",")]);
  if (drawing !== null) parts.push(["drawing", drawing]);
  const query = parts.map(([name, value]) => `${name}=${escaped(value)}`).join("&");
  return query ? `/network?${query}` : "/network";
}

function wordsOfMove(move: Move): (string | number)[] {
  switch (move.do) {
    case "open":
      return [move.do, move.id, move.kind, ...(move.during === null ? [] : [move.during])];
    case "pin":
      return [move.do, move.id, move.x, move.y];
    case "arrange":
      return [move.do];
    default:
      return [move.do, move.id];
  }
}

// As encodeURIComponent, but for what may stand in a query and is easier to read as it is.
function escaped(value: string): string {
  return encodeURIComponent(value).replace(/%(3A|2C|2F)/g, (code) => decodeURIComponent(code));
}

/**
 * The state and the look that an address asks for.
 * @throws AskError BAD_USER_INPUT with what can't be read in it.
 */
export function readAddress({ searchParams, pathname, search }: URL): { state: NetworkState; look: Look } {
  if (!isShareable(pathname + search))
    throw unreadable("more than an address can hold", `at most ${mostOpened} openings; open the file of the view`);
  const actions: Action[] = [
    ...searchParams.getAll("do").map(readMove),
    ...searchParams.getAll("hide").map((id): Action => ({ do: "hide", id: readId(id) })),
    ...searchParams.getAll("without").map((kind): Action => ({ do: "kind", kind: readKind(kind), isShown: false })),
    ...searchParams.getAll("withoutStep").map((kind): Action => ({ do: "step", kind: readKind(kind), isShown: false })),
  ];
  const during = searchParams.get("during");
  if (during !== null) actions.push({ do: "during", during: readPeriod(during) });
  const of = [...new Set(searchParams.getAll("of").map(readId))];
  const drawing = searchParams.get("drawing");
  return {
    state: actions.reduce(reduce, emptyState(of)),
    look: {
      chosen: searchParams.get("chosen"),
      as: searchParams.get("as") === "table" ? "table" : "drawing",
      camera: readCamera(searchParams.get("view")),
      drawing: drawing === "canvas" || drawing === "sigma" ? drawing : null,
    },
  };
}

function readMove(text: string): Move {
  const [word, id = "", one, other] = text.split(",");
  switch (word) {
    case "arrange":
      return { do: word };
    case "add":
    case "unpin":
      return { do: word, id: readId(id) };
    case "open":
      return { do: word, id: readId(id), kind: readKind(one), during: other === undefined ? null : readPeriod(other) };
    case "pin":
      return { do: word, id: readId(id), x: readWhole(one), y: readWhole(other) };
    default:
      throw unreadable(`an action of the network: "${text}"`, "add, open, arrange, pin or unpin");
  }
}

function readId(text: string): string {
  if (/^[a-z-]+:[^\s,]+$/.test(text)) return text;
  throw unreadable(`an id: "${text}"`, "one such as country:mx");
}

function readKind(text: string | undefined): string {
  if (text !== undefined && /^[A-Z][A-Z_\d]*$/.test(text)) return text;
  throw unreadable(`a kind: "${text ?? ""}"`, "one such as MEETING");
}

function readPeriod(text: string): string {
  if (/^\d{4}\/\d{4}$/.test(text)) return text;
  throw unreadable(`years: "${text}"`, "two such as 1914/1918");
}

function readWhole(text: string | undefined): number {
  if (text !== undefined && /^-?\d{1,6}$/.test(text)) return Number(text);
  throw unreadable(`a place: "${text ?? ""}"`, "a whole number");
}

function readCamera(text: string | null): Camera | null {
  if (text === null) return null;
  const [x, y, scale] = text.split(",").map(Number);
  if ([x, y, scale].every(Number.isFinite) && scale! > 0) return { x: x!, y: y!, scale: scale! };
  throw unreadable(`a view: "${text}"`, "its middle and its scale, such as 0,0,1");
}

function unreadable(what: string, expected: string): AskError {
  return new AskError(`The address has ${what}. Expected was ${expected}.`, "BAD_USER_INPUT");
}
