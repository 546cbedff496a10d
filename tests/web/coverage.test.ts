/** "What is here", from the reader's side. */
import { beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { useReader, widthOnPhone, withoutScript } from "../support/web/reader.ts";

const reader = useReader();
let page: Page;

beforeAll(() => {
  page = reader.page;
});

test.each([
  ["at first", "/coverage"],
  ["of one state, with what changed", "/coverage?state=mx&about=TENURES&since=1&list=changes"],
])("the record %s is accessible, in light and dark", async (_, address) => {
  await reader.open(page, address);
  await page.locator("figure summary").first().click();
  await reader.expectAccessible(page);
});

test("it counts every kind, lists every source with its reach, and names the edition", async () => {
  const { data } = await reader.service.ask(`{ meetings { totalCount } edition { digest }
    sources(first: 100) { totalCount nodes { id name coverage { part from until } } } }`);
  await reader.open(page, "/coverage");
  expect(await page.locator(".totals").innerText()).toContain(
    `${(data.meetings.totalCount as number).toLocaleString("en")} meetings`,
  );
  expect(await page.locator(".edition").innerText()).toContain(data.edition.digest);
  await page.locator("figure summary").first().click();
  const rows = page.locator("figure.chart tbody tr");
  expect(await rows.count()).toBe(data.sources.totalCount);
  for (const { name, coverage } of data.sources.nodes) {
    const row = await rows.filter({ has: page.getByRole("link", { name, exact: true }) }).innerText();
    for (const { part, from } of coverage) expect(row).toContain(`${part}: ${from ?? "unknown"} to`);
    if (coverage.length === 0) expect(row).toContain("says nothing of its reach");
  }
});

test("numbers by state and decade are those of GraphQL, and a decade that nothing covers is hatched", async () => {
  const { data } = await reader.service
    .ask(`{ meetings(filter: { status: { eq: HELD }, host: { id: { eq: "country:mx" } } }) {
    totalCount counts(groupBy: [DATE_DECADE]) { count keys { value } } } }`);
  await reader.open(page, "/coverage");
  const heads = await page.locator(".matrix thead th").allInnerTexts();
  const cells = await page.locator(".matrix tbody tr", { hasText: "Mexico" }).locator("td").allInnerTexts();
  expect(cells[0]).toBe(String(data.meetings.totalCount));
  for (const { count, keys } of data.meetings.counts)
    expect(cells[heads.indexOf(`${keys[0].value.replace("X", "0")}s`) - 1]).toBe(String(count));
  await reader.open(page, "/coverage?about=RELATIONS");
  expect(await page.locator(".matrix tbody tr").count()).toBeGreaterThan(0);
  await reader.open(page, "/coverage?about=FLOWS");
  expect(await page.locator(".matrix thead th").allInnerTexts()).toContain("2020s");
});

test("of a state it says what is covered and what isn't, in the words of GraphQL", async () => {
  const { data } = await reader.service.ask(
    `query($during: EDTF!) { coverage(of: { id: "country:mx" }, about: TENURES, during: $during) {
    basis gaps { what } } }`,
    { during: `1776/${new Date().getFullYear()}` },
  );
  await reader.open(page, "/coverage?state=mx");
  const said = page.locator(".of-state").nth(1);
  expect(await said.innerText()).toContain(data.coverage.basis);
  if (data.coverage.gaps.length > 0)
    expect(await said.locator("summary").innerText()).toContain(String(data.coverage.gaps.length));
});

test("contested facts are counted by kind, narrowed, and read on in pages", async () => {
  const { data } = await reader.service.ask(`{ contested(kinds: [TENURE]) { totalCount } }`);
  const total = data.contested.totalCount as number;
  await reader.open(page, "/coverage");
  await page.locator("#contested ~ ul a", { hasText: "tenure" }).click();
  await page.waitForURL(/contested=TENURE/);
  const place = page.locator("section[aria-labelledby=contested] .pager .numbers");
  await place.getByText(`1 to ${Math.min(20, total)} of ${total}`).waitFor();
  if (total > 20) {
    await page.locator("section[aria-labelledby=contested]").getByRole("link", { name: "Next" }).click();
    await place.getByText(`21 to`).waitFor();
  }
});

test("what changed since an edition is what GraphQL says", async () => {
  const { data } = await reader.service.ask(
    `{ changedSince(edition: { number: 1 }) { counts { kind change count } changes { totalCount } } }`,
  );
  const { counts, changes } = data.changedSince;
  await reader.open(page, "/coverage");
  await page.getByLabel("What changed since edition 1", { exact: true }).click();
  await page
    .locator(".since .pager .numbers")
    .getByText(`of ${(changes.totalCount as number).toLocaleString("en")}`)
    .waitFor();
  const added = counts.find(({ kind, change }: any) => kind === "MEETING" && change === "ADDED")?.count ?? 0;
  expect(
    await page
      .locator(".since tbody tr", { hasText: /^meeting/ })
      .locator("td")
      .first()
      .innerText(),
  ).toBe(added.toLocaleString("en"));
});

test("an unknown state is said to be unknown; without script all is there; on a phone nothing is too wide", async () => {
  const failing = await reader.newPage({ isFailing: true });
  await reader.open(failing, "/coverage?state=atlantis");
  expect(await failing.locator("h1").innerText()).toBe("Nothing is here");
  await failing.context().close();
  const { text } = await withoutScript(reader, "/coverage?state=mx");
  for (const each of ["By state and decade", "Contested", "Editions", "Mexico"]) expect(text).toContain(each);
  expect(await widthOnPhone(reader, "/coverage?state=mx&since=1")).toBe(375);
});

test("the pages ask nothing of another host, and complain of nothing", () => {
  expect(reader.elsewhere).toEqual([]);
  expect(reader.complaints).toEqual([]);
});
