/** The browser of the tests of `web/`: one that asks nothing by itself. */
import { chromium, type Browser } from "playwright-core";

const flags = ["--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader", "--no-first-run"];
const quiet = ["background-networking", "component-update", "sync", "quic"].map((each) => `--disable-${each}`);

/** If there is none, tests/support/leftOut.js omits these tests and says so. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM_PATH!, args: [...flags, ...quiet] });
}
