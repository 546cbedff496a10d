/** The map from the reader's side. A canvas can't be read, so its tables are compared with what GraphQL says. */
import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "@jest/globals";
import countries from "i18n-iso-countries";
import type { Page } from "playwright-core";
import { useReader, widthOnPhone, withoutScript } from "../support/web/reader.ts";

const reader = useReader();
const all = "show=meetings,missions,flows,routes";
let page: Page;

beforeAll(() => {
  page = reader.page;
});

/** What the canvas shows, to compare. */
async function drawn(here: Page): Promise<string> {
  await here.locator(".map-stage canvas[data-ready]").waitFor();
  return here.evaluate(
    `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(document.querySelector("canvas").toDataURL()))))`,
  );
}

test.each([
  ["at first", "/map"],
  ["with all layers", `/map?${all}&until=2023`],
  ["of one state, closer", "/map?of=mx&at=-100,20,5"],
  ["with nothing shown", "/map?show="],
])("the map %s is accessible, in light and dark", async (_, address) => {
  await reader.open(page, address);
  await drawn(page);
  await reader.expectAccessible(page);
});

test("every state of the graph and of ISO 3166-1 has a shape or a dot, and every shape with a number is a state's", async () => {
  type Points = Record<string, [number, number, number?]>;
  const { today, past } = JSON.parse(readFileSync("web/explorer/src/views/map/statePoints.json", "utf8")) as {
    today: Points;
    past: Points;
  };
  const known: { id: string; isoNumeric: string | null }[] = [];
  for (let after: string | null = null; ;) {
    const { data } = await reader.service.ask(
      `query($after: String) { countries(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { id isoNumeric } } }`,
      { after },
    );
    known.push(...data.countries.nodes);
    if (!data.countries.pageInfo.hasNextPage) break;
    after = data.countries.pageInfo.endCursor;
  }
  expect(known.length).toBeGreaterThan(200);
  for (const { id, isoNumeric } of known) {
    const slug = id.slice("country:".length);
    const point = today[slug] ?? past[slug];
    expect([id, point === undefined]).toEqual([id, false]);
    if (isoNumeric !== null) expect([id, point![2]]).toEqual([id, Number(isoNumeric)]);
  }
  for (const code of Object.keys(countries.getAlpha2Codes()))
    expect([code, today[code.toLowerCase()] === undefined]).toEqual([code, false]);
  const atlas = JSON.parse(readFileSync("node_modules/world-atlas/countries-110m.json", "utf8"));
  const numbers = new Set(Object.values(today).map(([, , number]) => number));
  const shapes: { id?: string; properties: { name: string } }[] = atlas.objects.countries.geometries;
  expect(shapes.filter(({ id }) => id !== undefined && !numbers.has(Number(id)))).toEqual([]);
  expect(shapes.filter(({ id }) => id === undefined).map(({ properties }) => properties.name)).toEqual([
    "N. Cyprus",
    "Somaliland",
    "Kosovo",
  ]);
});

test("the tables say what GraphQL says, and the map draws what is shown", async () => {
  const { data } = await reader.service.ask(`{
    meetings(filter: { status: { eq: HELD }, countries: { some: { id: { eq: "country:mx" } } } }) { totalCount }
    missions(filter: { or: [{ sendingState: { id: { eq: "country:mx" } } }, { hostState: { id: { eq: "country:mx" } } }] }) {
      counts(groupBy: [SENDING_STATE, HOST_STATE]) { count keys { name } } } }`);
  await reader.open(page, "/map?show=meetings,missions&of=mx");
  const placed = await page
    .locator("section[aria-labelledby=meetings] tbody tr td:nth-child(2)")
    .evaluateAll((cells) => cells.reduce((sum, cell) => sum + Number(cell.textContent!.replaceAll(",", "")), 0));
  expect(placed).toBe(data.meetings.totalCount);
  expect(
    await page
      .locator("section[aria-labelledby=missions] tbody tr")
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent!.trim()))),
  ).toEqual(data.missions.counts.map(({ count, keys }: any) => [keys[0].name, keys[1].name, String(count)]));
  const both = await drawn(page);
  await page.getByLabel("missions", { exact: true }).uncheck();
  await page.waitForURL("**/map?show=meetings&of=mx");
  await page.locator("section[aria-labelledby=missions]").waitFor({ state: "detached" });
  expect(await drawn(page)).not.toBe(both);
});

test("a sketched way is told from a known one, in the drawing's key and in words", async () => {
  await reader.open(page, "/map?show=routes");
  expect(await page.locator(".legend").innerText()).toMatch(/a way that a source gives\s+a sketch/);
  const route = page.locator(".route-said").first();
  expect(await route.innerText()).toMatch(/Way\s+A sketch of 9 points/);
  expect(await route.locator(".stops li").allInnerTexts()).toEqual([
    "Tapachula",
    expect.stringMatching(/border without one point/),
  ]);
});

test("keys move the map and change its size, and the address reopens what is seen", async () => {
  await reader.open(page, "/map");
  const whole = await drawn(page);
  await page.locator("canvas").focus();
  for (const key of ["+", "+", "+", "ArrowRight", "ArrowUp"]) await page.keyboard.press(key);
  await page.waitForURL(/at=/);
  const closer = await drawn(page);
  expect(closer).not.toBe(whole);
  const address = new URL(page.url());
  await reader.open(page, address.pathname + address.search);
  await drawn(page);
  await page.locator("canvas").focus();
  await page.keyboard.press("0");
  await page.waitForURL((url) => !url.search.includes("at="));
  expect(await drawn(page)).toBe(whole);
});

test("a click on a state narrows to it, another one widens again", async () => {
  await reader.open(page, "/map?show=meetings&at=-102,24,4");
  await drawn(page);
  const box = (await page.locator("canvas").boundingBox())!;
  const click = (): Promise<void> => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await click();
  await page.waitForURL(/of=mx/);
  await page.getByText("Meetings of Mexico.", { exact: true }).waitFor();
  await drawn(page);
  await click();
  await page.waitForURL((url) => !url.search.includes("of="));
});

test("if the shapes don't come, the page says so", async () => {
  const here = await reader.newPage({ isFailing: true });
  await here.route("**/countries-110m*.json", (route) => route.abort());
  await reader.open(here, "/map");
  await here.getByText("The shapes of states didn’t come").waitFor();
  await here.context().close();
});

test("without script the tables are there; on a phone nothing is wider than the screen", async () => {
  const { text, canonical } = await withoutScript(reader, "/map?of=mx&at=-100,20,5");
  expect(text).toContain("The drawing needs script");
  expect(text).toContain("Mexico City");
  expect(canonical).toMatch(/\/map\?of=mx$/);
  expect(await widthOnPhone(reader, `/map?${all}`)).toBe(375);
});

test("the map loads at most 40 KB of script besides that of the first route, and its atlas from the same server", async () => {
  const folder = "web/explorer/dist/pages";
  const first = readFileSync(`${folder}/index.html`, "utf8");
  const asked: string[] = [];
  const here = await reader.newPage();
  here.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await reader.open(here, "/map");
  await drawn(here);
  const scripts = [...new Set(asked)].filter((each) => each.endsWith(".js") && !first.includes(each));
  expect(scripts.length).toBeGreaterThan(0);
  const sizeOf = (name: string): number => readFileSync(`${folder}/assets/${name.split("/").pop()}.gz`).length;
  expect(scripts.reduce((sum, each) => sum + sizeOf(each), 0)).toBeLessThan(40_000);
  const data = asked.filter((each) => each.endsWith(".json"));
  expect(data).toHaveLength(1);
  expect(sizeOf(data[0]!)).toBeLessThan(40_000);
  await here.context().close();
});

test("the pages ask nothing of another host, and complain of nothing", () => {
  expect(reader.elsewhere).toEqual([]);
  expect(reader.complaints).toEqual([]);
});
