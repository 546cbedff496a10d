/** The network from the reader's side: each state is an address, and all that the drawing does the tables do too. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { expand, problemsOfGexf, readCsv, readWithNetworkx } from "../support/exports/exports.ts";
import { testWith } from "../support/exports/python.ts";
import { useReader } from "../support/web/reader.ts";

const reader = useReader();
const talks = "meeting:mexico-city-2023-12-27";

/** What the page says of itself. */
interface Seen {
  nodes: { id: string; label: string; kind: string; x: number; y: number }[];
  steps: { key: string; source: string; target: string }[];
  address: string;
  isBusy: boolean;
  done: number;
  moves: { do: string }[];
  hidden: string[];
  look: { chosen: string | null; as: string };
  sight: { camera: { x: number; y: number; scale: number }; size: { width: number; height: number } } | null;
}

const stateOf = (here: Page): Promise<Seen> => here.evaluate("globalThis.entente.state()");
/** Waits until the page says something of itself. */
const until = async (here: Page, isSo: (state: Seen) => boolean): Promise<Seen> => {
  for (;;) {
    const state = (await here.evaluate("globalThis.entente?.state()")) as Seen | undefined;
    if (state && isSo(state)) return state;
    await here.waitForTimeout(20);
  }
};
const afterActions = (here: Page, done: number): Promise<Seen> =>
  until(here, (state) => !state.isBusy && state.done === done);
const openNetwork = async (here: Page, address = `/network?of=${talks}`): Promise<Seen> => {
  await reader.open(here, address);
  return until(here, ({ look, sight }) => look.as === "table" || sight !== null);
};
const comparable = ({ nodes, steps, address }: Seen) => ({ nodes, steps, address });

describe("each state is accessible, in light and dark", () => {
  const states: { name: string; address: string; until?: (here: Page) => Promise<unknown>; isFailing?: boolean }[] = [
    { name: "the beginning", address: "/network" },
    { name: "an entity chosen", address: `/network?of=${talks}&chosen=country:mx` },
    {
      name: "a step chosen, with what says so",
      address: `/network?of=${talks}`,
      until: async (here) => {
        await here.locator(".network-table .step-evidence summary").first().click();
        await here.locator(".evidence dl").first().waitFor();
      },
    },
    {
      name: "tables only, with a menu open and what is hidden",
      address: `/network?of=${talks}&hide=country:us&without=POLICY&during=2000/2030&as=table`,
      until: async (here) => {
        await here.locator(".filters summary").click();
        await here.locator(".network-table summary").first().click();
        await here.locator(".save summary").click();
      },
    },
    { name: "an address that can't be read", address: "/network?of=talks", isFailing: true },
    { name: "nothing there", address: "/network?of=official:nobody", isFailing: true },
    {
      name: "offline",
      address: `/network?of=${talks}&chosen=country:mx`,
      isFailing: true,
      until: async (here) => {
        await here.route("**/graphql", (route) => route.abort());
        await here.locator(".chosen .steps-menu button").first().click();
        await here.getByRole("alert").waitFor();
      },
    },
  ];
  test.each(states)("$name", async ({ address, until, isFailing }) => {
    const here = isFailing ? await reader.newPage({ isFailing }) : reader.page;
    await reader.open(here, address);
    await until?.(here);
    await reader.expectAccessible(here);
    if (isFailing) await here.context().close();
  });
});

describe("opening what leads on", () => {
  /** A kind of step of which Mexico has more than a page. */
  let kind: string;
  let total: number;
  beforeAll(async () => {
    const { data } = await reader.service.ask(`{ steps(of: { id: "country:us" }) { countsByKind { kind count } } }`);
    const large = data.steps.countsByKind.find(({ count }: any) => count > 60);
    ({ kind, count: total } = large);
  });

  test("numbers come first, then pages of 25; nothing moves, and undo restores an equal state", async () => {
    const { page } = reader;
    const first = await openNetwork(page, "/network?of=country:us&chosen=country:us");
    const row = page.locator(".chosen .steps-menu li").filter({ has: page.locator(`button`) });
    const mine = row.filter({ hasText: `of ${total.toLocaleString("en")}` }).first();
    const shown = (): Promise<number> =>
      mine
        .locator(".numbers")
        .innerText()
        .then((text) => Number(text.split(" ")[0]));
    const before = await shown();
    await mine.getByRole("button").click();
    const second = await afterActions(page, 1);
    const added = second.nodes.length - first.nodes.length;
    expect(added).toBeGreaterThan(0);
    expect(await shown()).toBeGreaterThanOrEqual(25);
    expect(await shown()).toBeLessThanOrEqual(before + 25);
    expect(second.moves).toEqual([{ do: "open", id: "country:us", kind, during: null }]);
    const places = new Map(second.nodes.map((node) => [node.id, node]));
    for (const node of first.nodes) expect(places.get(node.id)).toEqual(node);
    await mine.getByRole("button").click();
    const third = await afterActions(page, 2);
    expect(third.nodes.length).toBeGreaterThan(second.nodes.length);
    // The address reopens it exactly, on another page too.
    const other = await reader.newPage();
    expect(comparable(await openNetwork(other, third.address))).toEqual(comparable(third));
    await other.context().close();
    await page.keyboard.press("Control+z");
    expect(comparable(await afterActions(page, 1))).toEqual(comparable(second));
    await page.keyboard.press("Control+z");
    expect(comparable(await afterActions(page, 0))).toEqual(comparable(first));
    await page.keyboard.press("Control+Shift+z");
    expect(comparable(await afterActions(page, 1))).toEqual(comparable(second));
  });

  test("with years, only what falls in them is opened and shown", async () => {
    const { page } = reader;
    await openNetwork(page, "/network?of=country:us&during=2001/2010&chosen=country:us");
    const { data } = await reader.service.ask(
      `{ steps(of: { id: "country:us" }, through: [${kind}], during: "2001/2010") { totalCount } }`,
    );
    expect(data.steps.totalCount).toBeLessThan(total);
    const mine = page
      .locator(".chosen .steps-menu li")
      .filter({ hasText: `of ${total.toLocaleString("en")}` })
      .first();
    await mine.getByRole("button").click();
    const { moves, steps } = await afterActions(page, 1);
    expect(moves).toEqual([{ do: "open", id: "country:us", kind, during: "2001/2010" }]);
    expect(steps.length).toBeGreaterThan(0);
    for (const text of await page
      .locator("td[data-label=Date] time")
      .evaluateAll((dates) => dates.map((date) => date.getAttribute("datetime")!)))
      expect(text).toMatch(/^(200[1-9]|2010)/);
  });
});

test("from the keyboard alone: choose, open, pin and move, hide, take back", async () => {
  const { page } = reader;
  await openNetwork(page);
  const canvas = page.getByRole("application");
  await canvas.focus();
  await page.keyboard.press("ArrowDown");
  expect((await stateOf(page)).look.chosen).toBe(talks);
  await page.keyboard.press("ArrowRight");
  const chosen = (await stateOf(page)).look.chosen!;
  expect(chosen).not.toBe(talks);
  const said = page.locator("article.network > [role=status]");
  expect(await said.textContent()).toMatch(/ of \d+ steps\.$/);
  await page.keyboard.press("Shift+ArrowRight");
  const moved = await afterActions(page, 1);
  expect(moved.moves[0]).toMatchObject({ do: "pin", id: chosen });
  await page.keyboard.press("Enter");
  await page.locator(".chosen h2:focus").waitFor();
  await canvas.focus();
  await page.keyboard.press("h");
  expect((await afterActions(page, 2)).hidden).toEqual([chosen]);
  expect((await stateOf(page)).nodes.map(({ id }) => id)).not.toContain(chosen);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  expect((await afterActions(page, 0)).hidden).toEqual([]);
});

test("the table does all that the drawing does, at the same address", async () => {
  const { page } = reader;
  const start = await openNetwork(page);
  await page.getByRole("button", { name: "Tables only" }).click();
  expect(await page.getByRole("application").count()).toBe(0);
  const rows = page.locator("[aria-labelledby=entities-title] tbody tr");
  expect(await rows.count()).toBe(start.nodes.length);
  expect(await page.locator("[aria-labelledby=steps-title] tbody tr").count()).toBe(start.steps.length);
  const mexico = rows.filter({ has: page.getByRole("link", { name: "Mexico", exact: true }) });
  await mexico.locator("summary").click();
  await mexico.locator(".steps-menu button").first().click();
  const opened = await afterActions(page, 1);
  expect(opened.nodes.length).toBeGreaterThan(start.nodes.length);
  await page.getByRole("button", { name: "Pin Mexico", exact: true }).click();
  expect((await afterActions(page, 2)).moves.at(-1)).toMatchObject({ do: "pin", id: "country:mx" });
  await page.getByRole("button", { name: "Unpin Mexico", exact: true }).click();
  await afterActions(page, 3);
  await page.getByRole("button", { name: "Hide Mexico", exact: true }).click();
  const hidden = await afterActions(page, 4);
  expect(hidden.hidden).toEqual(["country:mx"]);
  await page.locator(".filters summary").click();
  await page.getByRole("button", { name: "Show Mexico" }).click();
  expect(comparable(await afterActions(page, 5)).nodes).toEqual(opened.nodes);
  await page.getByRole("button", { name: "Arrange" }).click();
  const arranged = await afterActions(page, 6);
  expect(arranged.nodes.map(({ id }) => id)).toEqual(opened.nodes.map(({ id }) => id));
  expect(arranged.look.as).toBe("table");
  // The bar of the browser follows what is drawn.
  await page.waitForURL(({ pathname, search }) => pathname + search === arranged.address);
});

test("a step tells what says so, as GraphQL does", async () => {
  const { page } = reader;
  const { data } = await reader.service.ask(
    `{ neighborhood(of: [{ id: "${talks}" }]) { edges { key source target claims { citation { text } } } } }`,
  );
  const { steps } = await openNetwork(page);
  const step = data.neighborhood.edges.find(({ key }: any) => steps.some((each) => each.key === key));
  await openNetwork(page, `/network?of=${talks}&chosen=${encodeURIComponent(step.key)}`);
  await page.locator(".chosen .evidence dl").first().waitFor();
  const text = await page.locator(".chosen").innerText();
  expect(text).toContain(step.claims[0].citation.text);
});

test("a click chooses, a drag pins, and the wheel comes nearer", async () => {
  const { page } = reader;
  const { nodes, sight } = await openNetwork(page);
  await page.getByRole("application").scrollIntoViewIfNeeded();
  const canvas = (await page.getByRole("application").boundingBox())!;
  const [node] = nodes.filter(({ id }) => id !== talks);
  const { camera, size } = sight!;
  const at = {
    x: canvas.x + (node!.x - camera.x) * camera.scale + size.width / 2,
    y: canvas.y + (node!.y - camera.y) * camera.scale + size.height / 2,
  };
  await page.mouse.click(at.x, at.y);
  expect((await stateOf(page)).look.chosen).toBe(node!.id);
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 40, at.y + 30, { steps: 3 });
  await page.mouse.up();
  const pinned = await afterActions(page, 1);
  const moved = pinned.nodes.find(({ id }) => id === node!.id)!;
  expect(moved.x - node!.x).toBeCloseTo(40 / camera.scale, -1);
  await page.getByRole("application").focus();
  await page.keyboard.press("+");
  expect((await until(page, ({ address }) => address.includes("view="))).address).toMatch(/&view=-?\d+,-?\d+,[\d.]+$/);
});

describe("files of the view, read by programs of others", () => {
  let seen: Seen;
  const save = async (name: string): Promise<Buffer> => {
    const waiting = reader.page.waitForEvent("download");
    await reader.page.locator(".save").getByRole("button", { name, exact: true }).click();
    return readFileSync(await (await waiting).path());
  };
  beforeAll(async () => {
    seen = await openNetwork(reader.page, `/network?of=${talks}&without=POLICY&do=open,country:mx,MEETING_HOST`);
    await reader.page.locator(".save summary").click();
  });
  const steps = (): string[] => seen.steps.map(({ source, target }) => `${source} ${target}`).sort();
  const ids = (): string[] => seen.nodes.map(({ id }) => id).sort();

  testWith("graph").each([["GEXF"], ["GraphML"]])("%s by networkx", async (name) => {
    const text = (await save(name)).toString();
    const read = readWithNetworkx(name.toLowerCase() as "gexf" | "graphml", text);
    expect([...read.nodes.keys()].sort()).toEqual(ids());
    expect(read.edges.map(([source, target]) => `${source} ${target}`).sort()).toEqual(steps());
    for (const { id, label } of seen.nodes) expect(read.nodes.get(id)).toMatchObject({ label });
    // The schema here is the one without places in pictures.
    if (name === "GEXF")
      expect((await problemsOfGexf(text)).filter((each) => !each.includes("/viz}position"))).toEqual([]);
  });

  test("CSV and JSON-LD", async () => {
    const entities = readCsv((await save("CSV of entities")).toString());
    expect(entities.map(({ id }) => id!).sort()).toEqual(ids());
    const read = readCsv((await save("CSV of steps")).toString());
    expect(read.map(({ source, target }) => `${source} ${target}`).sort()).toEqual(steps());
    const linked = await expand((await save("JSON-LD")).toString());
    const statements = linked.filter((each) => JSON.stringify(each["@type"])?.includes("Statement"));
    expect(statements.length).toBe(seen.steps.length);
  });

  test("SVG has names as text, a legend and where it comes from; PNG has two points for each of the screen", async () => {
    const svg = (await save("SVG")).toString();
    const problem = await reader.page.evaluate(
      `new DOMParser().parseFromString(${JSON.stringify(svg)}, "image/svg+xml").querySelector("parsererror")?.textContent ?? null`,
    );
    expect(problem).toBeNull();
    const text = svg.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
    for (const each of ["Mexico", "Official", "edition of", talks]) expect(text).toContain(each);
    expect(svg.match(/<(circle|polygon)/g)!.length).toBeGreaterThanOrEqual(seen.nodes.length);
    const png = await save("PNG");
    const { size } = (await stateOf(reader.page)).sight!;
    expect([png.readUInt32BE(16), png.readUInt32BE(20) > size.height * 2]).toEqual([size.width * 2, true]);
  });

  test("a file of the view opens it again", async () => {
    const file = await save("File of this view");
    const here = await reader.newPage();
    await openNetwork(here, "/network?of=country:mx");
    await here.locator(".save summary").click();
    await here
      .locator("input[type=file]")
      .setInputFiles({ name: "view.json", mimeType: "application/json", buffer: file });
    await here.getByRole("heading", { level: 1, name: /Talks/ }).waitFor();
    expect(comparable(await stateOf(here))).toEqual(comparable(seen));
    await here.context().close();
  });
});

test("with WebGL, lines are drawn below the marks", async () => {
  const { page } = reader;
  await openNetwork(page, `/network?of=${talks}&drawing=sigma`);
  await page.locator(".below canvas").first().waitFor({ state: "attached" });
  await reader.open(page, "/");
});

test("without script there are the drawing and its tables", async () => {
  const context = await reader.browser.newContext({ javaScriptEnabled: false });
  const here = await context.newPage();
  await here.goto(`${reader.service.url}/network?of=${talks}`);
  expect(await here.title()).toContain("The network around Talks");
  expect(await here.locator(".stage svg text").count()).toBeGreaterThan(5);
  expect(await here.locator(".network-table tbody tr").count()).toBeGreaterThan(20);
  await context.close();
});

test("an entity's page has a small network of what GraphQL says", async () => {
  const { data } = await reader.service.ask(
    `{ neighborhood(of: [{ id: "${talks}" }], maximumNodes: 13, perList: 2) { nodes { label degree } } }`,
  );
  const { page } = reader;
  await reader.open(page, `/entity/${talks}`);
  const links = page.locator(".around svg.wide a");
  expect(await links.count()).toBe(data.neighborhood.nodes.length - 1);
  expect(await page.locator("#around .count").innerText()).toBe(`12 of ${data.neighborhood.nodes[0].degree}`);
});

test("on a phone nothing is wider than the screen", async () => {
  const here = await reader.newPage({ viewport: { width: 375, height: 812 } });
  for (const address of ["/network", `/network?of=${talks}&chosen=country:mx`, `/entity/${talks}`]) {
    await reader.open(here, address);
    expect([address, await here.evaluate("document.documentElement.scrollWidth")]).toEqual([address, 375]);
  }
  await here.context().close();
});

test("the route of the network loads at most 120 KB of script, by WebGL too", async () => {
  const here = await reader.newPage();
  const names = new Set<string>();
  here.context().on("request", (request) => {
    const [, name] = /\/explorer\/(assets\/[^?]+\.js)$/.exec(request.url()) ?? [];
    if (name) names.add(name);
  });
  await openNetwork(here, `/network?of=${talks}&drawing=sigma`);
  await here.locator(".below canvas").first().waitFor({ state: "attached" });
  expect([...names].some((name) => name.includes("lineLayer"))).toBe(true);
  const bytes = [...names].map((name) => readFileSync(`web/explorer/dist/pages/${name}.gz`).length);
  expect(bytes.reduce((sum, each) => sum + each)).toBeLessThan(120_000);
  await here.context().close();
});

test("pages ask nothing of another host, and complain of nothing", () => {
  expect(reader.elsewhere).toEqual([]);
  expect(reader.complaints).toEqual([]);
});
