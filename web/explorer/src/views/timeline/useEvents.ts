/** The events of a timeline: those of the window at once, the others as they come. */
import { useEffect, useState } from "preact/hooks";
import { askServer } from "../../site/ask.ts";
import { askEvents, type Event, type Found } from "./events.ts";

/** No timeline draws more. */
export const mostEvents = 5000;

interface Loaded {
  events: Event[];
  undated: number;
  /** Whether more are on their way, or were left where they are. */
  isComplete: boolean;
  isFailing: boolean;
}

/** What was loaded last, to go back to. */
let kept: { key: string; loaded: Loaded } | null = null;

/**
 * @param first the first events of the window.
 * @param filters those of everything that is to be loaded.
 * @param isStart whether `first` is the beginning of it: then it goes on from there.
 */
export function useEvents(first: Found, filters: Record<string, unknown>, isStart: boolean): Loaded {
  const key = JSON.stringify(filters);
  const begin = (): Loaded =>
    kept?.key === key ? kept.loaded : { events: first.events, undated: 0, isComplete: false, isFailing: false };
  const [state, setState] = useState(() => ({ key, loaded: begin() }));
  const loaded = state.key === key ? state.loaded : begin();
  useEffect(() => {
    let isGone = false;
    const show = (next: Loaded): void => {
      if (!isGone) setState({ key, loaded: next });
    };
    const load = async (): Promise<void> => {
      if (kept?.key === key) return show(kept.loaded);
      const events = new Map(first.events.map((event) => [event.id, event]));
      let undated = isStart ? first.undated : 0;
      let cursors: Found["cursors"] | null = isStart ? first.cursors : null;
      let isFailing = false;
      try {
        while (!isGone && events.size < mostEvents && (cursors === null || Object.keys(cursors).length > 0)) {
          const page: Found = await askEvents(askServer, filters, cursors);
          for (const event of page.events) events.set(event.id, event);
          undated += page.undated;
          cursors = page.cursors;
          show({ events: [...events.values()], undated, isComplete: false, isFailing });
        }
      } catch {
        isFailing = true;
      }
      if (isGone) return;
      const isComplete = cursors !== null && Object.keys(cursors).length === 0;
      const done = { events: [...events.values()], undated, isComplete, isFailing };
      if (!isFailing) kept = { key, loaded: done };
      show(done);
    };
    void load();
    return () => {
      isGone = true;
    };
  }, [key]);
  return loaded;
}
