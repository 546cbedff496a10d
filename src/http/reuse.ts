/** Keeps whole answers in memory, and sends them again for as long as nothing was written to the graph. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import type { Logger } from "pino";
import type { Reuse } from "../settings.ts";

/** An answer as it was sent. */
interface Kept {
  /** The state of the graph that it is of. */
  state: string;
  payload: string | Buffer;
  headers: Record<string, string>;
}

/** Besides the payload, roughly. */
const overhead = 1000;
const keptHeaders = ["content-type", "content-encoding", "vary", "etag", "cache-control"] as const;
/** What an answer depends on besides the question: its form, and whether a browser may ask. */
const decisive = [
  "accept",
  "accept-encoding",
  "content-type",
  "origin",
  "apollo-require-preflight",
  "x-apollo-operation-name",
  "x-entente-edition",
] as const;

/** The newest state of the graph, as probes find it. */
export class NewestState {
  /** The state that the last probe found. */
  last: string | undefined;
  readonly #probe: () => Promise<string>;
  #lastSent = -Infinity;
  #running: Promise<string> | undefined;
  #next: Promise<string> | undefined;

  /** @param probe asks the graph for its newest committed transaction. */
  constructor(probe: () => Promise<string>) {
    this.#probe = probe;
  }

  /** Asks by a probe that is sent after this call: one under way may have been answered before it. */
  ask(): Promise<string> {
    if (!this.#running) return this.#send();
    this.#next ??= this.#running.then(
      () => this.#send(),
      () => this.#send(),
    );
    return this.#next;
  }

  /** The last state if its probe was sent at most so many milliseconds ago; otherwise asks. */
  within(milliseconds: number): Promise<string> | string {
    return this.last !== undefined && performance.now() - this.#lastSent <= milliseconds ? this.last : this.ask();
  }

  #send(): Promise<string> {
    this.#next = undefined;
    const sent = performance.now();
    const running = this.#probe().then(
      (state) => {
        if (this.#running === running) this.#running = undefined;
        this.last = state;
        this.#lastSent = sent;
        return state;
      },
      (error: unknown) => {
        if (this.#running === running) this.#running = undefined;
        this.last = undefined;
        throw error;
      },
    );
    this.#running = running;
    return running;
  }
}

/**
 * Answers questions to `/graphql` that were answered before, if the graph is as it was then; call it after whatever
 * else changes answers on their way out.
 * @param options `isWhole` says whether the answer to a request is one without errors.
 */
export function reuseAnswers(
  app: FastifyInstance,
  { freshness, bytes }: Reuse,
  state: NewestState,
  isWhole: (request: FastifyRequest) => boolean,
  log: Logger,
): void {
  if (freshness === "off") return;
  const answers = new LRUCache<string, Kept>({
    maxSize: bytes,
    maxEntrySize: Math.ceil(bytes / 8),
    sizeCalculation: ({ payload }, key) => Buffer.byteLength(payload) + 2 * key.length + overhead,
  });
  const before = new WeakMap<FastifyRequest, { key: string; state: string | undefined }>();
  const newest = () => (freshness === "strict" ? state.ask() : state.within(freshness * 1000));

  const answerAgain = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const begun = performance.now();
    const key = keyOf(request);
    const kept = answers.get(key);
    if (kept) {
      // Who can't reach the graph learns it from the graph.
      const now = await Promise.resolve(newest()).catch(() => undefined);
      if (now === kept.state) {
        const milliseconds = Math.round(performance.now() - begun);
        log.info({ requestId: request.id, reused: true, milliseconds, queries: 0, rows: 0 }, "answered");
        return reply.headers({ ...kept.headers, "x-request-id": request.id }).send(kept.payload);
      }
    }
    // Any state found before the first statement will do: the answer is kept only if it is the same after the last.
    before.set(request, { key, state: state.last });
    return undefined;
  };
  const keep = (request: FastifyRequest, reply: FastifyReply, payload: unknown): void => {
    const asked = before.get(request);
    if (!asked || reply.statusCode !== 200 || !isWhole(request)) return;
    if (typeof payload !== "string" && !Buffer.isBuffer(payload)) return;
    const headers = Object.fromEntries(
      keptHeaders.flatMap((name) => {
        const value = reply.getHeader(name);
        return value === undefined ? [] : [[name, String(value)]];
      }),
    );
    state.ask().then(
      (now) => now === asked.state && answers.set(asked.key, { state: now, payload, headers }),
      () => undefined,
    );
  };
  app.addHook("onRoute", (route) => {
    if (route.url !== "/graphql") return;
    route.preHandler = [answerAgain as never];
    const hooks = route.onSend === undefined ? [] : [route.onSend].flat();
    route.onSend = [
      ...hooks,
      async (request: FastifyRequest, reply: FastifyReply, payload: unknown) => (
        keep(request, reply, payload),
        payload
      ),
    ] as never;
  });
}

function keyOf({ method, url, body, headers }: FastifyRequest): string {
  return JSON.stringify([method, url, body ?? null, ...decisive.map((name) => headers[name] ?? null)]);
}
