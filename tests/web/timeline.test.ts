/** The timeline from the reader's side. A canvas can't be read, so its table is compared with what GraphQL says. */
import { beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { useReader, widthOnPhone, withoutScript } from "../support/web/reader.ts";

const reader = useReader();
const talks = "meeting:mexico-city-2023-12-27";
let page: Page;

beforeAll(() => {
  page = reader.page;
});

/** Waits until all events are there. */
async function openWhole(here: Page, address: string): Promise<string> {
  await reader.open(here, address);
  const status = here.locator("figcaption [role=status]");
  await status.getByText(/all there are/).waitFor();
  return status.innerText();
}

const heading = (): Promise<string> => page.locator("#window").innerText();
const countIn = (text: string): number => Number(/(\d[\d,]*)\s*$/.exec(text)![1]!.replaceAll(",", ""));

test.each([
  ["of all years", "/timeline"],
  ["of a window, with one event chosen", `/timeline?from=2020&until=2024&chosen=${talks}`],
  ["with nothing shown", "/timeline?kinds="],
])("the timeline %s is accessible, in light and dark", async (_, address) => {
  await reader.open(page, address);
  await reader.expectAccessible(page);
});

test("it has every dated thing of each kind, and says how many have no date", async () => {
  const ids = `id: { in: ["country:us", "country:mx"] }`;
  const { data } = await reader.service.ask(`{
    bilateral(a: { slug: "us" }, b: { slug: "mx" }) { meetings { totalCount } }
    relationEvents(filter: { actor: { ${ids} }, toward: { ${ids} } }) { totalCount }
    missions(filter: { sendingState: { ${ids} }, hostState: { ${ids} } }) { totalCount }
    tenures(filter: { post: { country: { ${ids} }, accreditedTo: { ${ids} } } }) { totalCount }
    statements(filter: { or: [{ speaker: { country: { ${ids} } } }, { body: { country: { ${ids} } } }] }) { totalCount } }`);
  const { bilateral, ...lists } = data;
  const total = Object.values(lists).reduce((sum: number, { totalCount }: any) => sum + totalCount, 0);
  const said = await openWhole(page, "/timeline");
  const [, drawn, undated = "0"] = /^(\d+) events, all there are\.(?: (\d+) more)?/.exec(said)!;
  // The pair counts a meeting and its parts once; here each part is drawn.
  expect(Number(drawn) + Number(undated)).toBeGreaterThanOrEqual(total + bilateral.meetings.totalCount);
  const labels = await page.locator("fieldset label").allInnerTexts();
  const counted = labels.flatMap((each) => (/\d/.test(each) ? [countIn(each)] : [])).reduce((sum, each) => sum + each);
  expect(Number(drawn) + Number(undated)).toBe(counted);
});

test("a date that isn't a day has its EDTF beside it, and an end that no source knows is said to be unknown", async () => {
  await openWhole(page, "/timeline?kinds=changes,tenures&from=1913&until=1914");
  const rows = page.locator("section tbody tr");
  const broken = rows.filter({ hasText: "broken off" }).first();
  expect(await broken.locator(".edtf").innerText()).toBe("1914");
  const acting = rows.filter({ hasText: "O’Shaughnessy" });
  expect(await acting.innerText()).toContain("since when is unknown");
});

test("the thumbs of the window answer to keys, and the table, the address and reopening follow", async () => {
  await openWhole(page, "/timeline");
  const before = countIn(await heading());
  const thumb = page.getByLabel("First year shown");
  await thumb.focus();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("PageUp");
  await page.keyboard.press("ArrowRight");
  await page.waitForURL(/from=\d{4}/);
  const first = await thumb.inputValue();
  await page.waitForURL(new RegExp(`from=${first}`));
  await page.locator("#window").getByText(`${first} to`).waitFor();
  const seen = await heading();
  expect(countIn(seen)).toBeLessThan(before);
  const address = new URL(page.url());
  await openWhole(page, address.pathname + address.search);
  expect(await heading()).toBe(seen);
});

test("the window is dragged by its middle, and the lanes by keys and hand", async () => {
  await openWhole(page, "/timeline?from=1950&until=1990");
  const box = (await page.locator(".strip .window").boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 - 60, box.y + 20, { steps: 4 });
  await page.mouse.up();
  await page.waitForURL((url) => Number(url.searchParams.get("from")) < 1950);
  const years = (): number[] => ["from", "until"].map((name) => Number(new URL(page.url()).searchParams.get(name)));
  const [from, until] = years();
  expect(Math.abs(until! - from! - 40)).toBeLessThanOrEqual(1);
  await page.locator(".lanes-stage canvas").focus();
  await page.keyboard.press("+");
  await page.waitForURL((url) => Number(url.searchParams.get("from")) > from!);
  const [closer] = years();
  const lanes = (await page.locator(".lanes-stage canvas").boundingBox())!;
  await page.mouse.move(lanes.x + 300, lanes.y + 30);
  await page.mouse.down();
  await page.mouse.move(lanes.x + 700, lanes.y + 30, { steps: 4 });
  await page.mouse.up();
  await page.waitForURL((url) => Number(url.searchParams.get("from")) < closer!);
});

test("kinds and lanes are chosen, and an event that is chosen leads to its page", async () => {
  await openWhole(page, `/timeline?from=2023&until=2024&chosen=${talks}`);
  expect(await page.locator(".told").innerText()).toContain("December 27, 2023");
  await page.getByLabel("meetings").uncheck();
  await page.waitForURL(/kinds=/);
  await page.locator("section tbody tr", { hasText: "meetings" }).first().waitFor({ state: "detached" });
  expect(await page.locator("section tbody tr").count()).toBeGreaterThan(0);
  await page.getByLabel("Without United States").click();
  await page.waitForURL(/states=mx/);
  await page.getByText("Mexico, as far as sources tell.").waitFor();
  await page.goBack();
  await page.getByText("United States and Mexico with each other").waitFor();
});

test("without script the table is there; on a phone nothing is wider than the screen", async () => {
  const { text, canonical } = await withoutScript(reader, "/timeline?from=2023&until=2024");
  expect(text).toContain("The drawing needs script");
  expect(text).toContain("Talks of the United States and Mexico");
  expect(canonical).toMatch(/\/timeline\?from=2023&until=2024$/);
  expect(await widthOnPhone(reader, "/timeline")).toBe(375);
});

test("the pages ask nothing of another host, and complain of nothing", () => {
  expect(reader.elsewhere).toEqual([]);
  expect(reader.complaints).toEqual([]);
});
