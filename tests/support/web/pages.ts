/** Pages in a real browser that can reach only the server under test, for the tests of one file. */
import { afterAll, beforeAll } from "@jest/globals";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchBrowser } from "../browser.ts";
import { startService, type Service } from "../service.ts";

/** Requests to other hosts. */
export const elsewhere: string[] = [];
/** What pages complained of. */
export const complaints: string[] = [];
/** WCAG 2.2 AA. */
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

let service: Service;
let browser: Browser;

/** Starts a server and a browser before the tests of a file. @returns how to ask that server. */
export function usePages(): { ask: Service["ask"]; url: () => string; browser: () => Browser } {
  beforeAll(async () => {
    service = await startService({ limits: { milliseconds: 60_000 } });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await service?.close();
  });
  return { ask: (...given) => service.ask(...given), url: () => service.url, browser: () => browser };
}

/** Opens an address, and waits until it answers to keys. */
export async function open(here: Page, address: string): Promise<void> {
  await here.goto(service.url + address);
  await here.locator("html.scripted main[aria-busy=false] h1").waitFor();
}

/** What axe finds, after what `choose` makes of it. */
export async function violationsOn(here: Page, choose: (axe: AxeBuilder) => AxeBuilder) {
  const { violations } = await choose(
    // Of hundreds of bars axe has nothing to say, slowly.
    new AxeBuilder({ page: here }).exclude("svg rect"),
  ).analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map((node) => node.target)]);
}

/** What axe finds in light and in dark, in which nothing but colours differs. */
export async function violationsInBoth(here: Page) {
  await here.emulateMedia({ colorScheme: "light" });
  const light = await violationsOn(here, (axe) => axe.withTags(rules));
  await here.emulateMedia({ colorScheme: "dark" });
  const dark = await violationsOn(here, (axe) => axe.withRules(["color-contrast", "link-in-text-block"]));
  await here.emulateMedia({ colorScheme: "light" });
  return [...light, ...dark];
}

/** A page of its own. @param isFailing whether a response with an error, or none, belongs to the test. */
export async function newPage({
  isFailing = false,
  ...options
}: Parameters<Browser["newContext"]>[0] & { isFailing?: boolean } = {}): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ reducedMotion: "reduce", ...options });
  await context.route("**/*", (route) => {
    const { origin, href, protocol } = new URL(route.request().url());
    if (origin === service.url || protocol === "data:") return route.continue();
    elsewhere.push(href);
    return route.abort();
  });
  const made = await context.newPage();
  // A question that the database plans for the first time takes long.
  made.setDefaultTimeout(120_000);
  made.on("pageerror", ({ message }) => complaints.push(message));
  made.on("console", (message) => {
    // A browser itself notes a status of 400 or more, and a connection that fails.
    if (isFailing && message.text().startsWith("Failed to load resource")) return;
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  return made;
}

/** The text of a page without script, and its canonical address. */
export async function withoutScript(address: string): Promise<{ text: string; canonical: string | null }> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const here = await context.newPage();
  await here.goto(service.url + address);
  const read = {
    text: await here.locator("main").innerText(),
    canonical: await here.locator("link[rel=canonical]").getAttribute("href"),
  };
  await context.close();
  return read;
}

/** The width that a page takes on a phone of 375. */
export async function widthOnPhone(address: string): Promise<number> {
  const here = await newPage({ viewport: { width: 375, height: 812 } });
  await open(here, address);
  const width = await here.evaluate("document.documentElement.scrollWidth");
  await here.context().close();
  return width as number;
}
