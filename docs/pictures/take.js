/**
 * Takes the pictures of this folder from a running server over the seed: `npm run pictures -- http://127.0.0.1:4000`.
 * A second argument takes whole pages into that folder instead, to look at.
 */
import path from "node:path";
import { chromium } from "playwright-core";

const [address = "http://127.0.0.1:4000", whole] = process.argv.slice(2);
const views = {
  welcome: "/",
  search: "/?q=obrador",
  meeting: "/entity/meeting:mexico-city-2023-12-27",
  contested: "/entity/tenure:mx-1897-clay-01",
  pair: "/pair/us/mx",
  map: "/map?of=mx&at=-97,21,5",
  timeline: "/timeline",
  coverage: "/coverage",
  paths: "/paths?from=official:blinken-antony-j&to=official:lopez-obrador-andres-manuel",
  network: "/network?of=meeting:mexico-city-2023-12-27&chosen=country:mx",
};
const looks = {
  light: { viewport: { width: 1200, height: 900 } },
  dark: { viewport: { width: 1200, height: 900 }, colorScheme: "dark" },
  phone: { viewport: { width: 375, height: 812 } },
};

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
for (const [look, options] of Object.entries(looks)) {
  const page = await browser.newPage({ ...options, reducedMotion: "reduce" });
  for (const [view, place] of Object.entries(views)) {
    await page.goto(address + place, { waitUntil: "networkidle" });
    if (["map", "timeline"].includes(view)) await page.locator("canvas[data-ready]").waitFor();
    if (view === "meeting") await page.locator("summary").nth(1).click();
    if (view === "network" && look === "phone") await page.locator(".room").evaluate((room) => room.scrollIntoView());
    const name = path.join(whole ?? import.meta.dirname, `${view}-${look}.jpg`);
    await page.screenshot({ path: name, fullPage: whole !== undefined, type: "jpeg", quality: 70 });
  }
  await page.close();
}
await browser.close();
