/** The editor from the user's side, in a real browser that can reach only this server. */
import { readFileSync, readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser, Locator, Page } from "playwright-core";
import { schema } from "../../src/schema.ts";
import { launchBrowser } from "../support/browser.ts";
import { startService, type Service } from "../support/service.ts";

type Clicked = { click(): void };

describe("the editor", () => {
  const names = readdirSync("operations").map((name) => name.replace(/\.graphql$/, ""));
  /** Requests to other hosts, and the page's error messages. */
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  let service: Service;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    service = await startService({ limits: { milliseconds: 60_000 } });
    browser = await launchBrowser();
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.route("**/*", (route) => {
      const { origin, href, protocol } = new URL(route.request().url());
      if (origin === service.url || protocol === "data:") return route.continue();
      elsewhere.push(href);
      return route.abort();
    });
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
    page.on("pageerror", ({ message }) => complaints.push(message));
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    await page.goto(`${service.url}/graphiql`);
  });
  afterAll(async () => {
    await browser?.close();
    await service?.close();
  });

  test("opens with a first question in it, and the others beside it", async () => {
    expect(await page.title()).toContain("Entente");
    await editor().getByText("WhoTookPart").waitFor();
    const offered = await page
      .locator("[data-question]")
      .evaluateAll((all) => all.map((each) => each.getAttribute("data-question")!));
    expect(new Set(offered)).toEqual(new Set(names));
    const first = page.locator('[data-question="who-took-part"]');
    expect(await first.getAttribute("aria-current")).toBe("true");
    expect(await first.innerText()).toMatch(/^Who took part in the talks of 27 December 2023/);
  });

  test.each(names)("%s opens in a tab, and is answered there", async (name) => {
    const { operation } = /^query (?<operation>\w+)/m.exec(readFileSync(`operations/${name}.graphql`, "utf8"))!.groups!;
    await page.locator(`[data-question="${name}"]`).click();
    await openTab(operation!).waitFor();
    const answered = page.waitForResponse(
      (response) =>
        (response.request().postDataJSON() as { operationName?: string } | null)?.operationName === operation,
    );
    await page.getByRole("button", { name: /^Execute/ }).click();
    const { data, errors } = (await (await answered).json()) as { data: object; errors?: object[] };
    expect(errors).toBeUndefined();
    expect(Object.keys(data).length).toBeGreaterThan(0);
    await page
      .locator(".result-window .view-lines")
      .getByText(`"${Object.keys(data)[0]}"`)
      .first()
      .waitFor();
  });

  test("a question that is open is found again, not opened twice", async () => {
    const tabs = page.getByRole("tab");
    const before = await tabs.count();
    await page.locator('[data-question="who-took-part"]').click();
    await openTab("WhoTookPart").waitFor();
    expect(await tabs.count()).toBe(before);
  });

  test("a tab that is gone back to and asked at once is asked under a name of its own text", async () => {
    await page.locator('[data-question="search"]').click();
    await openTab("Search").waitFor();
    await page.locator('[data-question="search"][aria-current="true"]').waitFor();
    expect(await askAtOnce(page.locator('[data-question="who-took-part"]'))).toMatchObject({
      text: expect.stringContaining("query WhoTookPart"),
      operationName: "WhoTookPart",
    });
  });

  test("of several operations the chosen one is asked", async () => {
    await page.getByRole("button", { name: "New tab" }).click();
    await page.locator(".graphiql-query-editor .monaco-editor").first().click();
    await page.keyboard.insertText("query First { edition { digest } } query Second { edition { date } }");
    const asked = request();
    await page.locator("button.graphiql-execute-button[aria-haspopup]").click();
    await page.getByRole("menuitem", { name: "Second" }).click();
    expect((await asked).operationName).toBe("Second");
  });

  test("completes the name of a field", async () => {
    await page.getByRole("button", { name: "New tab" }).click();
    await page.locator(".graphiql-query-editor .monaco-editor").first().click();
    await page.keyboard.type("{ meet");
    await page.locator(".suggest-widget .monaco-list-row").getByText("meetings", { exact: true }).click();
    await editor().getByText("meetings").waitFor();
  });

  test("shows what the schema says", async () => {
    await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
    await page.getByRole("combobox").fill("Meeting");
    await page.getByRole("option", { name: "Meeting", exact: true }).click();
    await page.locator(".graphiql-doc-explorer").getByText(schema().getType("Meeting")!.description!).waitFor();
    await page.getByText("Null when no source gives it.").first().waitFor();
  });

  test("asks nothing of another host, and complains of nothing", () => {
    expect(elsewhere).toEqual([]);
    expect(complaints).toEqual([]);
  });

  function openTab(operation: string) {
    return page.getByRole("tab", { selected: true }).getByText(operation, { exact: true });
  }

  /** Clicks there and on "Execute" in one task, in which GraphiQL can't read the new text. */
  async function askAtOnce(place: Locator) {
    const asked = request();
    const execute = await page.locator(".graphiql-execute-button").elementHandle();
    await place.evaluate((element: Clicked, button: Clicked) => (element.click(), button.click()), execute as never);
    return await asked;
  }

  async function request() {
    const asked = await page.waitForRequest((each) => each.url() === `${service.url}/graphql`);
    const { query: text, operationName } = asked.postDataJSON() as { query: string; operationName?: string };
    return { text, operationName };
  }

  function editor() {
    return page.locator(".graphiql-query-editor .view-lines");
  }
});
