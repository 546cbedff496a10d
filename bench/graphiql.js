// How long until the editor can be used? In Chromium with an empty cache and no other host: until a query is
// shown, and until a field's name is completed, which needs the whole schema. Needs no database.
// Run: npm run bench:graphiql. The result is committed.
import "reflect-metadata";
import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { chromium } from "playwright-core";
import { pino } from "pino";
import { startServer } from "../dist/http/server.js";
import { readSettings } from "../dist/settings.js";

const rounds = 5;
const off = ["background-networking", "component-update", "sync", "quic", "gpu"].map((each) => `--disable-${each}`);
const server = await startServer({ ...readSettings({}), port: 0 }, pino({ level: "warn" }));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--enable-unsafe-swiftshader", "--no-first-run", ...off],
});
try {
  const measured = [];
  for (let round = 0; round < rounds; round += 1) measured.push(await open());
  const sorted = (name) => measured.map((each) => each[name]).sort((one, other) => one - other);
  const middle = (name) => sorted(name)[Math.floor(rounds / 2)];
  const result = {
    what: "The editor with an empty cache: milliseconds from asking for the page, the median of the rounds.",
    rounds,
    processors: cpus().length,
    loadAverage: Number(loadavg()[0].toFixed(1)),
    questionSeen: middle("questionSeen"),
    fieldCompleted: middle("fieldCompleted"),
    requests: middle("requests"),
    bytes: middle("bytes"),
    otherHosts: Math.max(...sorted("otherHosts")),
  };
  writeFileSync(new URL("results/graphiql.json", import.meta.url), `${JSON.stringify(result, null, 2)}\n`);
  console.log(result);
} finally {
  await browser.close();
  await server.close();
}

async function open() {
  const context = await browser.newContext();
  const seen = { requests: 0, bytes: 0, otherHosts: 0 };
  await context.route("**/*", (route) => {
    const { origin, protocol } = new URL(route.request().url());
    if (origin === server.url || protocol === "data:") return route.continue();
    seen.otherHosts += 1;
    return route.abort();
  });
  const page = await context.newPage();
  const sizes = [];
  page.on("requestfinished", (request) => {
    seen.requests += 1;
    sizes.push(request.sizes().then(({ responseBodySize }) => (seen.bytes += responseBodySize)));
  });
  const start = performance.now();
  await page.goto(`${server.url}/graphiql`, { waitUntil: "commit" });
  await page.locator(".graphiql-query-editor .view-lines").getByText("WhoTookPart").waitFor();
  const questionSeen = Math.round(performance.now() - start);
  await page.locator(".graphiql-query-editor .view-lines").click();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("{ meet");
  await page.locator(".suggest-widget .monaco-list-row").getByText("meetings", { exact: true }).waitFor();
  const fieldCompleted = Math.round(performance.now() - start);
  await Promise.all(sizes);
  await context.close();
  return { questionSeen, fieldCompleted, ...seen };
}
