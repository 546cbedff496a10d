// How much script does a frame take, and how many frames are there in a second, while a map of 2,000 arcs and a
// timeline of 5,000 events move? In Chromium without a GPU, on made-up answers; needs no database.
// Run: npm run bench:drawing. The result is committed.
import "reflect-metadata";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { chromium } from "playwright-core";
import { pino } from "pino";
import { startServer } from "../dist/http/server.js";
import { readSettings } from "../dist/settings.js";

const arcs = 2000;
const events = 5000;
const frames = 150;

const points = JSON.parse(
  readFileSync(new URL("../web/explorer/src/views/map/statePoints.json", import.meta.url), "utf8"),
);
const slugs = Object.keys(points.today);
const state = (index) => ({ value: `country:${slugs[index % slugs.length]}`, name: slugs[index % slugs.length] });

const missions = {
  totalCount: arcs,
  counts: Array.from({ length: arcs }, (_, index) => ({
    count: 1 + (index % 40),
    keys: [state(index), state(index * 7 + 1 + Math.floor(index / slugs.length))],
  })),
};

const from = 1800;
const years = 225;
const meetings = Array.from({ length: events }, (_, index) => {
  const year = from + Math.floor((index * years) / events);
  // A third are days, a third months, a third years.
  const edtf = [`${year}-0${1 + (index % 9)}-1${index % 10}`, `${year}-0${1 + (index % 9)}`, `${year}`][index % 3];
  const [firstDay, lastDay] = [`${edtf}-01-01`.slice(0, 10), `${edtf}-12-28`.slice(0, 10)];
  const date = { edtf, text: edtf, firstDay, lastDay: index % 3 === 1 ? `${edtf}-28` : lastDay };
  const countries = { nodes: [{ id: index % 2 ? "country:us" : "country:mx" }] };
  return { id: `meeting:m-${index}`, name: `Meeting ${index}`, status: "HELD", date, countries };
});

const answers = {
  "query Map": { data: { missions } },
  "query TimelineOverview": {
    data: {
      countries: { nodes: ["us", "mx"].map((slug) => ({ id: `country:${slug}`, name: slug })) },
      meetings: {
        totalCount: events,
        counts: Array.from({ length: years }, (_, index) => ({
          count: Math.floor(events / years),
          keys: [{ value: String(from + index) }],
        })),
      },
    },
  },
  "query TimelineEvents": {
    data: { meetings: { pageInfo: { hasNextPage: false, endCursor: null }, nodes: meetings } },
  },
};

const server = await startServer({ ...readSettings({}), port: 0 }, pino({ level: "silent" }));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run"],
});
try {
  const result = {
    what: "Script a frame in milliseconds, and frames a second, while a key moves the picture each frame.",
    processors: cpus().length,
    loadAverage: Number(loadavg()[0].toFixed(1)),
    map: { arcs, ...(await moved("/map?show=missions&at=10,20,2", "map", "ArrowLeft")) },
    timeline: { events, ...(await moved("/timeline?kinds=meetings&from=1850&until=1950", "timeline", "ArrowLeft")) },
    timelineWhole: {
      events,
      ...(await moved("/timeline?kinds=meetings&from=1801&until=2024", "timeline", "ArrowLeft")),
    },
  };
  writeFileSync(new URL("results/drawing.json", import.meta.url), `${JSON.stringify(result, null, 2)}\n`);
  console.log(result);
} finally {
  await browser.close();
  await server.close();
}

/** The processor time of a process and all below it, in milliseconds. Other work on the machine hardly changes it. */
function processorTime(root) {
  const all = readdirSync("/proc").flatMap((id) => {
    try {
      if (!/^\d+$/.test(id)) return [];
      const fields = readFileSync(`/proc/${id}/stat`, "utf8")
        .replace(/^.*\) /, "")
        .split(" ");
      return [{ id: Number(id), parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }];
    } catch {
      return [];
    }
  });
  const below = (id) =>
    all.filter(({ parent }) => parent === id).reduce((sum, each) => sum + each.ticks + below(each.id), 0);
  return below(root) * 10;
}

async function moved(address, name, key) {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  await page.route("**/graphql", (route) => {
    const { query } = JSON.parse(route.request().postData());
    const found = Object.keys(answers).find((each) => query.startsWith(`${each}(`));
    return route.fulfill({ json: answers[found] });
  });
  await page.goto(server.url + address);
  await page.locator("canvas[data-ready]").waitFor();
  await page.waitForTimeout(1000);
  const before = processorTime(process.pid);
  const measured = await page.evaluate(
    async ({ name, key, frames }) => {
      const canvas = document.querySelector("canvas");
      const next = () => new Promise((done) => requestAnimationFrame(done));
      performance.clearMeasures();
      const start = performance.now();
      for (let frame = 0; frame < frames; frame += 1) {
        // There and back, so that it never comes to an end.
        const way = Math.floor(frame / 5) % 2 === 0 ? key : key.replace("Left", "Right");
        canvas.dispatchEvent(new KeyboardEvent("keydown", { key: way, bubbles: true, cancelable: true }));
        await next();
      }
      const seconds = (performance.now() - start) / 1000;
      return { seconds, durations: performance.getEntriesByName(name).map(({ duration }) => duration) };
    },
    { name, key, frames },
  );
  const spent = processorTime(process.pid) - before;
  await page.close();
  const sorted = measured.durations.sort((a, b) => a - b);
  const at = (share) => Number(sorted[Math.floor((sorted.length - 1) * share)].toFixed(1));
  return {
    framesDrawn: sorted.length,
    framesPerSecond: Math.round(frames / measured.seconds),
    processorPerFrame: Number((spent / frames).toFixed(1)),
    script: { median: at(0.5), p95: at(0.95), most: at(1) },
  };
}
