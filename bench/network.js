// How fast is the network? Drawing 5,000 entities and 15,000 steps in a browser, by a canvas and by WebGL, and opening
// pages of hubs on a running server over the whole record: npm run bench:network -- http://127.0.0.1:4000
// Without an address the drawing is measured, with one the opening. The result is committed.
import { createServer } from "node:http";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";

const [server] = process.argv.slice(2);
const [entities, steps, frames] = [5000, 15_000, 120];
const pages = new URL("../web/explorer/dist/pages/", import.meta.url);
const results = new URL("results/network.json", import.meta.url);

const found = existsSync(results) ? JSON.parse(readFileSync(results, "utf8")) : {};
if (!server) found.drawing = await drawing();
else found.opening = await opening(server);
writeFileSync(results, `${JSON.stringify(found, null, 1)}\n`);
console.log(JSON.stringify(found, null, 1));

/** Frames of a network that a server of our own makes up, the same each time. */
async function drawing() {
  const own = createServer((request, response) => {
    if (request.url === "/graphql") {
      let body = "";
      request.on("data", (chunk) => (body += chunk));
      request.on("end", () =>
        response.setHeader("content-type", "application/json").end(JSON.stringify({ data: answer(body) })),
      );
      return;
    }
    const asset = request.url.startsWith("/explorer/") ? request.url.slice("/explorer/".length) : "index.html";
    const types = {
      js: "text/javascript",
      css: "text/css",
      html: "text/html",
      woff2: "font/woff2",
      svg: "image/svg+xml",
    };
    response.setHeader("content-type", types[asset.split(".").at(-1)]).end(readFileSync(new URL(asset, pages)));
  });
  await new Promise((resolve) => own.listen(0, "127.0.0.1", resolve));
  const flags = ["--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader"];
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: flags,
  });
  const measured = { entities, steps };
  try {
    for (const by of ["canvas", "sigma"]) measured[by] = await framesBy(browser, own.address().port, by);
  } finally {
    await browser.close();
    own.close();
  }
  return measured;
}

async function framesBy(browser, port, by) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(300_000);
  await page.goto(`http://127.0.0.1:${port}/network?of=official:o0&drawing=${by}`);
  await page.locator(".surface > canvas").waitFor();
  if (by === "sigma") await page.locator(".below canvas").first().waitFor({ state: "attached" });
  await page.waitForTimeout(3000);
  const measured = await page.evaluate(async (count) => {
    const canvas = document.querySelector(".surface > canvas");
    const at = (type, x) =>
      canvas.dispatchEvent(
        new PointerEvent(type, { clientX: x, clientY: 500, pointerId: 1, isPrimary: true, button: 0, bubbles: true }),
      );
    // A pointer that no hardware moves can't be captured.
    canvas.setPointerCapture = () => undefined;
    const { left, top } = canvas.getBoundingClientRect();
    performance.clearMeasures();
    at("pointerdown", left + 3);
    const started = performance.now();
    for (let frame = 0; frame < count; frame += 1) {
      at("pointermove", left + 20 + frame * 2);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    const rested = performance.now();
    at("pointerup", left);
    const whole = await new Promise((resolve) => {
      const look = () => {
        const last = performance.getEntriesByName("draw at rest").at(-1);
        if (last && last.startTime > rested) resolve(last);
        else setTimeout(look, 5);
      };
      look();
    });
    const times = performance
      .getEntriesByName("draw while moving")
      .map(({ duration }) => duration)
      .sort((one, other) => one - other);
    const share = (part) => Math.round(times[Math.floor(times.length * part)] * 10) / 10;
    return {
      framesPerSecond: Math.round((count / (rested - started)) * 1000),
      scriptPerFrame: { least: share(0.02), median: share(0.5), p95: share(0.95) },
      allBackAfterRest: Math.round(whole.startTime + whole.duration - rested),
      scriptAtRest: Math.round(whole.duration),
      unused: top,
    };
  }, frames);
  delete measured.unused;
  await page.close();
  return measured;
}

function answer(body) {
  if (body.includes("__type")) {
    const kinds = ["OFFICIAL", "MEETING", "COUNTRY", "POST"].map((name) => ({ name, description: "" }));
    return { entities: { enumValues: kinds }, steps: { enumValues: [{ name: "PARTICIPATION", description: "" }] } };
  }
  let state = 14;
  const next = (most) => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) % most;
  const nodes = Array.from({ length: entities }, (_, index) => ({
    entityId: `official:o${index}`,
    kind: ["OFFICIAL", "MEETING", "COUNTRY", "POST"][index % 4],
    label: `Entity number ${index}`,
    degree: 6,
    omittedByKind: [],
  }));
  const edges = Array.from({ length: steps }, (_, index) => ({
    key: `s${index}`,
    kind: "PARTICIPATION",
    relation: "Participation",
    source: `official:o${next(entities)}`,
    target: `official:o${Math.floor(next(entities) / 7)}`,
    sentence: "One took part in the other.",
    basis: "STATED",
    date: null,
  }));
  return { edition: null, neighborhood: { nodes, edges } };
}

/** Pages of 25 of the largest lists of some hubs: the two queries that one action sends. */
async function opening(address) {
  const ask = async (query, variables) => {
    const response = await fetch(`${address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = await response.json();
    if (errors) throw new Error(errors[0].message);
    return data;
  };
  const text = (name) =>
    readFileSync(new URL(`../web/explorer/src/views/network/${name}.graphql`, import.meta.url), "utf8");
  const times = [];
  for (const id of ["country:us", "country:mx", "country:gb", "country:fr"]) {
    const { steps: all } = await ask(
      `query ($of: EntityKey!) { steps(of: $of, first: 1) { countsByKind { kind count } } }`,
      { of: { id } },
    );
    for (const { kind } of all.countsByKind.filter(({ count }) => count > 25).slice(0, 4)) {
      const shown = new Set([id]);
      let after = null;
      for (let page = 0; page < 6; page += 1) {
        const started = performance.now();
        const { steps: found } = await ask(text("steps"), { of: { id }, through: [kind], first: 25, after });
        const added = [...new Set(found.nodes.flatMap(({ source, target }) => [source, target]))].filter(
          (each) => !shown.has(each),
        );
        if (added.length > 0)
          await ask(text("nodes"), {
            of: added.map((each) => ({ id: each })),
            most: added.length,
            perList: 1,
            beside: [...shown],
          });
        // The first page of each list plans its statements, once for everyone.
        if (page > 0) times.push(performance.now() - started);
        for (const each of added) shown.add(each);
        after = found.pageInfo.endCursor;
        if (!found.pageInfo.hasNextPage) break;
      }
    }
  }
  times.sort((one, other) => one - other);
  const share = (part) => Math.round(times[Math.floor(times.length * part)]);
  return { pages: times.length, milliseconds: { median: share(0.5), p95: share(0.95) } };
}
