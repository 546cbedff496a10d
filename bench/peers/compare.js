// Measures what was asked for, size by size, and keeps the figures beside those of earlier runs.
import "reflect-metadata";
import { pino } from "pino";
import "../../dist/entities/entities.js";
import { keep, read } from "./results.js";
import { measureSize } from "./measureSize.js";
import { questions } from "./questions/questions.js";
import { writePage } from "./report/page.js";

const full = { connections: [1, 8, 32], rounds: 5, milliseconds: 300 };
const quick = { connections: [1, 8], rounds: 2, milliseconds: 100 };

/**
 * Runs.
 * @param values the options of run.js.
 * @throws Error naming an unknown question or size, or what failed.
 */
export async function compare({ size: sizes, only, quick: isQuick, stores, page }) {
  const unknown = only.filter((name) => !questions.some((each) => each.name === name));
  if (unknown.length > 0)
    throw new Error(
      `No question is named ${unknown.join(", ")}. There are ${questions.map(({ name }) => name).join(", ")}.`,
    );
  const wrong = sizes.filter((size) => !/^[1-9]\d*$/.test(size));
  if (wrong.length > 0) throw new Error(`A size is a whole number such as 10; came ${wrong.join(", ")}.`);
  const log = pino({ level: "warn" });
  if (!page)
    for (const size of sizes.map(Number)) {
      const begun = performance.now();
      const tell = (words) =>
        console.log(`${String(Math.round((performance.now() - begun) / 1000)).padStart(5)} s  size ${size}  ${words}`);
      const asked = questions.filter(({ name }) => only.length === 0 || only.includes(name));
      const found = await measureSize(size, asked, isQuick ? quick : full, stores, log, tell);
      tell("done");
      console.table(
        Object.fromEntries(
          Object.entries(found.questions).map(([name, { againstPeer, againstFloor }]) => [
            name,
            {
              peer: Object.values(againstPeer.entente).join("  "),
              floor: Object.values(againstFloor.entente).join("  "),
            },
          ]),
        ),
      );
      if (!isQuick) keep(size, found);
    }
  if (!isQuick) await writePage(read());
}
