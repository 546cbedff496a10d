/** docs/front-end.md, followed: its files are built, and its page is opened in a browser. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { execFile } from "node:child_process";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { codegen } from "@graphql-codegen/core";
import { preset } from "@graphql-codegen/client-preset";
import { parse } from "graphql";
import { chromium, type Browser } from "playwright-core";
import { startService, type Service } from "../support/service.ts";

/** If missing, tests/support/leftOut.js omits this file and says so. */
const executablePath = process.env.CHROMIUM_PATH!;
const flags = ["--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader", "--no-first-run"];
const quiet = ["background-networking", "component-update", "sync", "quic"].map((each) => `--disable-${each}`);
const page = readFileSync("docs/front-end.md", "utf8");
const files = new Map(
  [...page.matchAll(/^`([\w.]+)`:\n\n```\w+\n(.*?)^```$/gms)].map(([, name, text]) => [name!, text!]),
);
const address = "http://127.0.0.1:4000";

// Within the build, where libraries are found.
let folder: string;
let server: Server;
let service: Service;
let browser: Browser;

beforeAll(async () => {
  mkdirSync("dist", { recursive: true });
  folder = mkdtempSync(path.resolve("dist/front-end-"));
  server = createServer((request, response) => {
    const name = new URL(request.url!, "http://page").pathname.replace(/\/$/, "/index.html");
    const type = name.endsWith(".js") ? "text/javascript" : "text/html";
    response.setHeader("content-type", type).end(readFileSync(path.join(folder, "dist", path.normalize(name))));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  service = await startService({ corsOrigins: [origin()] });
  browser = await chromium.launch({ executablePath, args: [...flags, ...quiet] });
});
afterAll(async () => {
  await browser?.close();
  await service?.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});
const origin = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

test("its page builds, and draws the chart and the network that GraphQL answers", async () => {
  expect([...files.keys()]).toEqual(["questions.graphql", "codegen.json", "index.html", "main.ts"]);
  const { schema, documents, generates } = JSON.parse(files.get("codegen.json")!);
  expect(schema).toBe(`${address}/graphql`);
  for (const name of [documents, "index.html", "main.ts"])
    writeFileSync(path.join(folder, name), files.get(name)!.replaceAll(address, service.url));
  const [[output, { presetConfig, config }]] = Object.entries<any>(generates) as [[string, any]];
  const rawSDL = files.get(documents)!;
  const generated = await preset.buildGeneratesSection({
    baseOutputDir: path.join(folder, output),
    schema: parse(readFileSync("schema.graphql", "utf8")),
    documents: [{ location: documents, rawSDL, document: parse(rawSDL) }],
    config,
    presetConfig,
    plugins: [],
    pluginMap: {},
  });
  mkdirSync(path.join(folder, output));
  for (const file of generated) writeFileSync(file.filename, await codegen(file));
  const vite = path.resolve("node_modules/vite/bin/vite.js");
  await promisify(execFile)(process.execPath, [vite, "build", "--logLevel", "error"], { cwd: folder });

  const { data } = await service.ask(rawSDL.replace(/query Around[\s\S]*/, ""));
  const context = await browser.newContext({ viewport: { width: 1100, height: 1100 } });
  const elsewhere: string[] = [];
  await context.route("**/*", (route) => {
    const { origin: asked, href, protocol } = new URL(route.request().url());
    if ([origin(), service.url].includes(asked) || protocol === "data:" || protocol === "blob:")
      return route.continue();
    elsewhere.push(href);
    return route.abort();
  });
  const opened = await context.newPage();
  const complaints: string[] = [];
  opened.on("pageerror", ({ message }) => complaints.push(message));
  await opened.goto(`${origin()}/`);
  const caption = opened.locator("#network + figcaption");
  await caption.filter({ hasText: /\d+ entities, \d+ steps/ }).waitFor({ timeout: 60_000 });
  expect(await opened.locator("#chart figcaption").innerText()).toContain(`${data.meetings.totalCount} meetings`);
  expect(await opened.locator('#chart svg [aria-label="rect"] rect').count()).toBe(
    data.meetings.counts.filter(({ keys }: any) => keys[0].value !== null).length,
  );
  const [, entities] = /(\d+) entities/.exec(await caption.innerText())!;
  expect(Number(entities)).toBe(60);
  expect(await opened.locator("#network canvas").count()).toBeGreaterThan(0);
  if (process.env.SCREENSHOT) await opened.screenshot({ path: process.env.SCREENSHOT });
  expect([complaints, elsewhere]).toEqual([[], []]);
});
