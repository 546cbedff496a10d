/** What the browser shows now, and how it comes to show something else. */
import { signal } from "@preact/signals";
import { AskError, askServer, type Ask } from "./ask.ts";
import type { Page } from "./page.ts";
import { goBy, goTo } from "./goTo.ts";
import { isOurs, open } from "./routes.tsx";

/** The address shown. */
export const address = signal(new URL("http://localhost/"));
/** The page shown. Null until the first has come. */
export const page = signal<Page | null>(null);
/** Why the page at the address isn't shown. Null if it is. */
export const problem = signal<AskError | null>(null);
/** Whether another page is on its way. */
export const isLoading = signal(true);

let latest = 0;

/** Shows what is at the address of the browser. */
export async function show(ask: Ask = askServer): Promise<void> {
  const wanted = new URL(location.href);
  const order = ++latest;
  isLoading.value = true;
  try {
    const found = await open(wanted, ask);
    if (order !== latest) return;
    if (found.movedTo) {
      history.replaceState(null, "", found.movedTo + wanted.search);
      return await show(ask);
    }
    const isElsewhere = page.value !== null && address.value.pathname !== wanted.pathname;
    address.value = wanted;
    page.value = found;
    problem.value = null;
    document.title = found.title;
    if (isElsewhere) requestAnimationFrame(beginReading);
  } catch (error) {
    if (order !== latest) return;
    address.value = wanted;
    problem.value = error instanceof AskError ? error : new AskError((error as Error).message, "INTERNAL");
    document.title = "Entente";
  } finally {
    if (order === latest) isLoading.value = false;
  }
}

function goHere(target: string): void {
  const url = new URL(target, location.href);
  if (!isOurs(url.pathname)) return location.assign(url);
  history.pushState(null, "", url);
  void show();
}

/** Follows links to our own addresses without a new load. */
export function followLinks(): void {
  goBy(goHere);
  addEventListener("popstate", () => void show());
  addEventListener("online", () => problem.value && void show());
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest?.("a");
    if (!link || link.origin !== location.origin || link.target || link.hasAttribute("download")) return;
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const isPlaceOnPage = link.hash && link.pathname === location.pathname && link.search === location.search;
    if (isPlaceOnPage || !isOurs(link.pathname)) return;
    event.preventDefault();
    goTo(link.href);
  });
}

function beginReading(): void {
  scrollTo(0, 0);
  document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
}
