/** The explorer from the reader's side, in a real browser that can reach only this server. */
import { readFileSync, readdirSync } from "node:fs";
import { beforeAll, expect, test } from "@jest/globals";
import { getNamedType, getNullableType, isObjectType } from "graphql";
import type { Page } from "playwright-core";
import { schema } from "../../src/schema.ts";
import { useReader } from "../support/web/reader.ts";

const talks = "/entity/meeting:mexico-city-2023-12-27";

const reader = useReader();
let page: Page;

beforeAll(() => {
  page = reader.page;
});

/** The states in which a reader can find a view, each by an address and what is done there. */
const states: { name: string; address: string; until?: (page: Page) => Promise<unknown>; fails?: boolean }[] = [
  { name: "a first visit", address: "/" },
  {
    name: "typing ahead",
    address: "/",
    until: async (here) => {
      await here.keyboard.press("/");
      await here.keyboard.type("barcena");
      await here.getByRole("option").first().waitFor();
      await here.keyboard.press("ArrowDown");
    },
  },
  { name: "results", address: "/?q=mexico" },
  { name: "no results", address: "/?q=xyzzyxyzzy" },
  { name: "an entity, with a citation open", address: talks, until: (here) => here.locator("summary").first().click() },
  { name: "contested values", address: "/entity/tenure:mx-1897-clay-01" },
  { name: "an unnamed value, and none", address: "/entity/official:blinken-antony-j?asOf=2023-12-27" },
  { name: "a page of a list", address: "/entity/country:mx?list=meetings" },
  {
    name: "a pair, with a table open",
    address: "/pair/us/mx",
    until: (here) => here.locator("figure summary").first().click(),
  },
  { name: "a choice of two", address: "/pair" },
  { name: "nothing there", address: "/entity/official:nobody-at-all", fails: true },
  { name: "an id that can't be read", address: "/entity/nonsense", fails: true },
  {
    name: "offline",
    address: "/",
    fails: true,
    until: async (here) => {
      await here.route("**/graphql", (route) => route.abort());
      await here.getByRole("link", { name: "the United States and Mexico", exact: true }).click();
      await here.getByText("No connection to the server").waitFor();
    },
  },
];

test.each(states)("$name is accessible, in light and dark", async ({ address, until, fails }) => {
  const here = fails ? await reader.newPage({ isFailing: true }) : page;
  await reader.open(here, address);
  await until?.(here);
  await reader.expectAccessible(here);
  if (fails) await here.context().close();
});

test("from the keyboard alone a fact's citation is reached in 5 keys besides the letters", async () => {
  await reader.open(page, "/");
  await page.keyboard.press("/");
  await page.keyboard.type("alicia barcena");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Alicia Bárcena" }).waitFor();
  await page.locator("main h1:focus").waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const evidence = page.locator("details[open] .evidence");
  await evidence.waitFor();
  expect(await evidence.innerText()).toMatch(/Source\s+.+\s+Place\s+paragraph \d+/);
});

test("each stop of the tour is there, with more than a heading", async () => {
  await reader.open(page, "/");
  const stops = await page.locator(".tour a").evaluateAll((links) => links.map((link) => link.getAttribute("href")!));
  expect(stops.length).toBeGreaterThan(5);
  for (const stop of stops) {
    const response = await fetch(reader.service.url + stop);
    expect([stop, response.status]).toEqual([stop, 200]);
    expect(/<main[\s\S]*<h1[\s\S]*<\/main>/.exec(await response.text())?.[0].length).toBeGreaterThan(2000);
  }
});

test("what is typed before the script has come is kept, and completed", async () => {
  const here = await reader.newPage();
  let release = (): void => undefined;
  const typed = new Promise<void>((resolve) => (release = resolve));
  await here.route("**/explorer/assets/*.js", async (route) => {
    await typed;
    await route.continue();
  });
  await here.goto(`${reader.service.url}/`, { waitUntil: "commit" });
  await here.getByRole("combobox").first().fill("barcena");
  release();
  await here.getByRole("option", { name: "Alicia Bárcena" }).first().waitFor();
  expect(await here.getByRole("combobox").first().inputValue()).toBe("barcena");
  await here.context().close();
});

test("a page that a server rendered asks it for nothing again", async () => {
  const asked: string[] = [];
  const here = await reader.newPage();
  here.on("request", (request) => {
    if (request.url().endsWith("/graphql")) asked.push(JSON.parse(request.postData()!).query);
  });
  for (const address of ["/", "/?q=mexico", "/pair/us/mx", talks]) await reader.open(here, address);
  // The page of an entity is made from its type, which is large and asked once.
  expect(asked.filter((document) => !document.includes("__type("))).toEqual([]);
  await here.context().close();
});

test("facets narrow what is found, and the address keeps it", async () => {
  await reader.open(page, "/?q=mexico");
  await page.locator(".facets a", { hasText: "Official" }).click();
  await page.waitForURL(/kind=OFFICIAL/);
  await page.locator(".facets [aria-current]").waitFor();
  const narrowed = await page.locator("main h1").innerText();
  const { data } = await reader.service.ask(`{ search(text: "mexico", kinds: [OFFICIAL]) { totalCount } }`);
  expect(narrowed).toContain(String(data.search.totalCount));
  await reader.open(page, page.url().slice(reader.service.url.length));
  expect(await page.locator("main h1").innerText()).toBe(narrowed);
});

test("a list is read to its end in pages, each with its place and the total", async () => {
  const { data } = await reader.service.ask(`{ country(by: { isoAlpha2: "MX" }) { meetings { totalCount } } }`);
  const total = data.country.meetings.totalCount as number;
  await reader.open(page, "/entity/country:mx?list=meetings");
  const seen = new Set<string>();
  for (let first = 1; ; first += 25) {
    const place = page.locator("#meetings .numbers");
    await place.getByText(`${first} to ${Math.min(first + 24, total)} of ${total}`).waitFor();
    for (const each of await page.locator("#meetings .items a").evaluateAll((links) => links.map(String)))
      seen.add(each);
    const next = page.locator("#meetings").getByRole("link", { name: "Next" });
    if ((await next.count()) === 0) break;
    await next.click();
  }
  expect(seen.size).toBe(total);
});

test("contested values stand side by side, with the reason for the one shown", async () => {
  await reader.open(page, "/entity/tenure:mx-2011-wayn-01");
  const { data } = await reader.service.ask(`{ contested(kinds: [TENURE], first: 50) { nodes {
    subject { id } shown { value } others { value reason } } } }`);
  const fact = data.contested.nodes.find((each: any) => each.subject.id === "tenure:mx-2011-wayn-01");
  const rows = page.locator(".contested tbody tr");
  expect(await rows.first().innerText()).toContain(fact.shown.value);
  for (const { value } of fact.others)
    expect(await rows.filter({ hasText: value }).locator("td").nth(2).innerText()).not.toBe("");
});

test("a former id leads to the present one, from a server and in a browser", async () => {
  const former = "/entity/official:us-john-adams";
  const { status, headers } = await fetch(reader.service.url + former, { redirect: "manual" });
  expect([status, headers.get("location")]).toEqual([308, "/entity/official:adams-john"]);
  await reader.open(page, "/");
  // A link as an old page would have it.
  await page.evaluate(`document.querySelector("main a").href = ${JSON.stringify(former)}`);
  await page.locator("main a").first().click();
  await page.waitForURL("**/entity/official:adams-john");
});

test("a pair is one request, and each of its charts has a table that says what GraphQL says", async () => {
  const asked: string[] = [];
  const note = (request: { url(): string; postData(): string | null }): void => {
    if (request.url().endsWith("/graphql")) asked.push(request.postData()!);
  };
  const page = await reader.newPage();
  await reader.open(page, "/");
  page.on("request", note);
  await page.getByRole("link", { name: "the United States and Mexico", exact: true }).click();
  await page.locator("figure.chart").first().waitFor();
  expect(asked).toHaveLength(1);
  const { data } = await reader.service.ask(`{ bilateral(a: { slug: "us" }, b: { slug: "mx" }) {
    yearly { year meetings hostedByFirst hostedBySecond elsewhere }
    relation { events { totalCount } } timeline { totalCount } } }`);
  const { yearly, relation, timeline } = data.bilateral;
  const charts = page.locator("figure.chart");
  expect(await charts.count()).toBe(3);
  expect(await charts.locator("table").count()).toBe(3);
  expect(await charts.first().locator("tbody tr").count()).toBe(relation.events.totalCount);
  const years = await charts
    .nth(1)
    .locator("tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => Number(cell.textContent))));
  expect(years).toEqual(
    yearly
      .filter(({ meetings }: any) => meetings > 0)
      .map((each: any) => [each.year, each.meetings, each.hostedByFirst, each.hostedBySecond, each.elsewhere]),
  );
  expect(await page.locator(".timeline + .pager").innerText()).toContain(`of ${timeline.totalCount}`);
});

test("the editor opens with the query behind a page", async () => {
  await reader.open(page, talks);
  await page.getByRole("link", { name: "Ask this in the editor" }).click();
  await page.locator(".graphiql-query-editor .view-lines").getByText("MeetingPage").waitFor();
});

test("on a phone nothing is wider than the screen", async () => {
  const here = await reader.newPage({ viewport: { width: 375, height: 812 } });
  for (const address of [
    "/",
    "/?q=mexico",
    talks,
    "/entity/tenure:mx-1897-clay-01",
    "/entity/country:us",
    "/pair/us/mx",
  ]) {
    await reader.open(here, address);
    expect([address, await here.evaluate("document.documentElement.scrollWidth")]).toEqual([address, 375]);
  }
  await here.context().close();
});

test("an entity is read without script: title, description, canonical address, JSON-LD, facts and sources", async () => {
  const context = await reader.browser.newContext({ javaScriptEnabled: false });
  const here = await context.newPage();
  await here.goto(reader.service.url + talks);
  expect(await here.title()).toContain("Talks of the United States and Mexico");
  expect(await here.locator("meta[name=description]").getAttribute("content")).toContain("delegation");
  expect(await here.locator("link[rel=canonical]").getAttribute("href")).toBe(reader.service.url + talks);
  const linked = JSON.parse((await here.locator("script[type='application/ld+json']").textContent())!);
  expect(linked).toMatchObject({ mainEntity: { "@id": "urn:entente:meeting:mexico-city-2023-12-27" } });
  const text = await here.locator("main").innerText();
  for (const each of ["December 27, 2023", "Mexico City", "paragraph 1", "Antony Blinken at the talks"])
    expect(text).toContain(each);
  await context.close();
});

test("every kind of entity has its page, by the schema alone", async () => {
  const lists = Object.values(schema().getQueryType()!.getFields()).flatMap(({ name, type }) => {
    const list = getNullableType(type);
    const nodes = isObjectType(list) ? list.getFields().nodes : undefined;
    const item = nodes && getNamedType(nodes.type);
    return isObjectType(item) && item.getInterfaces().some((each) => each.name === "Entity") ? [name] : [];
  });
  expect(lists.length).toBeGreaterThan(10);
  const { data } = await reader.service.ask(
    `{ ${lists.map((list) => `${list}(first: 1) { nodes { id name } }`).join(" ")} }`,
  );
  for (const list of lists) {
    const [entity] = data[list].nodes;
    const response = await fetch(`${reader.service.url}/entity/${entity.id}`);
    expect([entity.id, response.status]).toEqual([entity.id, 200]);
    expect(await response.text()).toContain(`/export/${entity.id}.bib`);
  }
});

test("a page never runs what a name or an address says", async () => {
  const body = await (
    await fetch(`${reader.service.url}/?q=${encodeURIComponent('"><script>alert(1)</script>')}`)
  ).text();
  expect(body).not.toContain("<script>alert");
});

test("the first route loads at most 60 KB of script and two fonts before it is read", async () => {
  const pages = "web/explorer/dist/pages";
  const scripts = [...readFileSync(`${pages}/index.html`, "utf8").matchAll(/\/explorer\/(assets\/[^"]+\.js)"/g)];
  expect(scripts.length).toBeGreaterThan(0);
  const bytes = scripts.map(([, name]) => readFileSync(`${pages}/${name}.gz`).length);
  expect(bytes.reduce((sum, each) => sum + each)).toBeLessThan(60_000);
  for (const name of readdirSync(`${pages}/assets`).filter((each) => each.endsWith(".js.gz")))
    expect([name, readFileSync(`${pages}/assets/${name}`).length < 40_000]).toEqual([name, true]);
  const fonts: string[] = [];
  const here = await reader.newPage();
  here.on("request", (request) => request.resourceType() === "font" && fonts.push(request.url()));
  await reader.open(here, "/");
  await here.evaluate("document.fonts.ready.then(() => undefined)");
  expect(fonts.length).toBeLessThanOrEqual(2);
  await here.context().close();
});

test("pages ask nothing of another host, and complain of nothing", () => {
  expect(reader.elsewhere).toEqual([]);
  expect(reader.complaints).toEqual([]);
});
