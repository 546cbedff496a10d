/** A reader of the explorer's pages: a real browser that can reach only this server, and what pages complained of. */
import { afterAll, beforeAll, expect } from "@jest/globals";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchBrowser } from "../browser.ts";
import { startService, type Service } from "../service.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const wide = { width: 1280, height: 900 };

export class Reader {
  /** Requests to other hosts, and what pages complained of. */
  readonly elsewhere: string[] = [];
  readonly complaints: string[] = [];
  service!: Service;
  browser!: Browser;
  /** A page for tests that leave nothing behind. */
  page!: Page;

  async start(): Promise<void> {
    this.service = await startService({ limits: { milliseconds: 60_000 } });
    this.browser = await launchBrowser();
    this.page = await this.newPage();
  }

  async close(): Promise<void> {
    await this.browser?.close();
    await this.service?.close();
  }

  /** Opens an address, and waits until it answers to keys. */
  async open(here: Page, address: string): Promise<void> {
    await here.goto(this.service.url + address);
    await here.locator("html.scripted main[aria-busy=false] h1").waitFor();
  }

  /** Expects that axe finds nothing wrong, in light and in dark. */
  async expectAccessible(here: Page): Promise<void> {
    await here.emulateMedia({ colorScheme: "light" });
    expect(await violationsOn(here, (axe) => axe.withTags(rules))).toEqual([]);
    // Nothing but colours depends on the scheme.
    await here.emulateMedia({ colorScheme: "dark" });
    expect(await violationsOn(here, (axe) => axe.withRules(["color-contrast", "link-in-text-block"]))).toEqual([]);
    await here.emulateMedia({ colorScheme: "light" });
  }

  /** A page of its own. @param options `isFailing`: a response with an error, or none, belongs to the test. */
  async newPage({
    isFailing = false,
    ...options
  }: Parameters<Browser["newContext"]>[0] & { isFailing?: boolean } = {}): Promise<Page> {
    const context: BrowserContext = await this.browser.newContext({
      reducedMotion: "reduce",
      viewport: wide,
      ...options,
    });
    await context.route("**/*", (route) => {
      const { origin, href, protocol } = new URL(route.request().url());
      if (origin === this.service.url || protocol === "data:") return route.continue();
      this.elsewhere.push(href);
      return route.abort();
    });
    const made = await context.newPage();
    // A question that the database plans for the first time takes long.
    made.setDefaultTimeout(120_000);
    made.on("pageerror", ({ message }) => this.complaints.push(message));
    made.on("console", (message) => {
      // WebGL in software speaks of its speed. A browser itself notes a status of 400 or more, and a connection that fails.
      if (message.text().startsWith("[.WebGL-")) return;
      if (isFailing && message.text().startsWith("Failed to load resource")) return;
      if (["error", "warning"].includes(message.type())) this.complaints.push(message.text());
    });
    return made;
  }
}

/** The width that a page takes on a phone of 375. */
export async function widthOnPhone(reader: Reader, address: string): Promise<number> {
  const here = await reader.newPage({ viewport: { width: 375, height: 812 } });
  await reader.open(here, address);
  const width = await here.evaluate("document.documentElement.scrollWidth");
  await here.context().close();
  return width as number;
}

/** The text of a page without script, and its canonical address. */
export async function withoutScript(
  { browser, service }: Reader,
  address: string,
): Promise<{ text: string; canonical: string | null }> {
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

/** A reader for the tests of one file. */
export function useReader(): Reader {
  const reader = new Reader();
  beforeAll(() => reader.start());
  afterAll(() => reader.close());
  return reader;
}

async function violationsOn(here: Page, choose: (axe: AxeBuilder) => AxeBuilder) {
  const { violations } = await choose(
    // Of hundreds of bars axe has nothing to say, slowly.
    new AxeBuilder({ page: here }).exclude("svg rect"),
  ).analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map((node) => node.target)]);
}
