/** How two are connected, from the reader's side. */
import { beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { useReader } from "../support/web/reader.ts";

const reader = useReader();
const [blinken, barcena] = ["official:blinken-antony-j", "official:barcena-alicia"];
const address = `/paths?from=${blinken}&to=${barcena}`;

const asked = async (args = ""): Promise<any> => {
  const { data } = await reader.service.ask(`{ paths(from: { id: "${blinken}" }, to: { id: "${barcena}" } ${args}) {
    truncated searched { entities steps length hubs }
    paths { sentence steps { sentence basis from { id name } to { id name } claims { id citation { text } } } } } }`);
  return data.paths;
};

// A search has two seconds, of which the first one on a busy machine needs most for its plans.
beforeAll(async () => {
  for (let tries = 0; tries < 20 && (await asked()).truncated; tries += 1);
});

const states: { name: string; address: string; until?: (here: Page) => Promise<unknown>; isFailing?: boolean }[] = [
  { name: "a choice of two", address: "/paths" },
  { name: "ways, with a citation open", address, until: (here) => here.locator(".citation summary").first().click() },
  { name: "no way", address: `${address}&during=1850/1860` },
  { name: "nobody", address: `/paths?from=official:nobody&to=${barcena}`, isFailing: true },
  { name: "one and the same", address: `/paths?from=${barcena}&to=${barcena}`, isFailing: true },
];

test.each(states)("$name is accessible, in light and dark", async ({ address: at, until, isFailing }) => {
  const here = isFailing ? await reader.newPage({ isFailing }) : reader.page;
  await reader.open(here, at);
  await until?.(here);
  await reader.expectAccessible(here);
  if (isFailing) await here.context().close();
});

test("ways are drawn and told as GraphQL tells them, each step with what says so", async () => {
  const { paths, searched } = await asked();
  const { page } = reader;
  await reader.open(page, address);
  expect(await page.locator("p.lead").innerText()).toBe(paths[0].sentence);
  expect(await page.locator(".way").count()).toBe(paths.length);
  for (const [index, { steps }] of paths.entries()) {
    const told = page.locator(".way-steps").nth(index).locator("li");
    expect(await told.count()).toBe(steps.length);
    const drawn = await page
      .locator(".way")
      .nth(index)
      .locator("a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("aria-label")));
    expect(drawn).toEqual([steps[0].from.name, ...steps.map(({ to }: any) => to.name)]);
    for (const [at, { sentence, claims }] of steps.entries()) {
      expect(await told.nth(at).innerText()).toContain(sentence);
      expect(await told.nth(at).locator(".evidence dl").count()).toBe(claims.length);
      expect(await told.nth(at).locator(".evidence").textContent()).toContain(claims[0].citation.text);
    }
  }
  const text = await page.locator(".searched").innerText();
  expect(text).toContain(`${searched.entities.toLocaleString("en")} entities`);
  expect(text).toContain("countries, places, topics and sources");
});

test("no way says what was searched", async () => {
  const { paths, searched } = await asked(`during: "1850/1860"`);
  expect(paths).toEqual([]);
  const { page } = reader;
  await reader.open(page, `${address}&during=1850/1860`);
  expect(await page.locator("p.lead").innerText()).toMatch(
    /^There is no way .+ in 1850 to 1860, of those that were searched/,
  );
  expect(await page.locator(".searched").innerText()).toContain(`up to ${searched.length} step`);
});

test("two names are chosen from the keyboard, and the address has them", async () => {
  const { page } = reader;
  await reader.open(page, "/paths");
  for (const [label, name] of [
    ["From", "Antony John Blinken"],
    ["To", "Alicia Bárcena"],
  ] as const) {
    const box = page.getByRole("combobox", { name: label, exact: true });
    await box.focus();
    await page.keyboard.type(name.slice(0, 9));
    await page.getByRole("option", { name }).first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
  }
  await page.waitForURL(`**${address}`);
  await page.locator(".way").first().waitFor();
});

test("the ways are read without script, on a phone too", async () => {
  const { paths } = await asked();
  const context = await reader.browser.newContext({ javaScriptEnabled: false, viewport: { width: 375, height: 812 } });
  const here = await context.newPage();
  await here.goto(reader.service.url + address);
  expect(await here.title()).toContain("Antony John Blinken and Alicia Bárcena");
  expect(await here.locator("link[rel=canonical]").getAttribute("href")).toBe(reader.service.url + address);
  expect(await here.locator("main").innerText()).toContain(paths[0].steps[0].sentence);
  expect(await here.locator("svg.way").count()).toBe(paths.length);
  await context.close();
  const phone = await reader.newPage({ viewport: { width: 375, height: 812 } });
  for (const at of ["/paths", address]) {
    await reader.open(phone, at);
    expect([at, await phone.evaluate("document.documentElement.scrollWidth")]).toEqual([at, 375]);
  }
  await phone.context().close();
});

test("pages ask nothing of another host, and complain of nothing", () => {
  expect(reader.elsewhere).toEqual([]);
  expect(reader.complaints).toEqual([]);
});
