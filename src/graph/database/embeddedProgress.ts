/** Shows the download of the jars: a spinner on a terminal, a few lines in a log. */
import ora from "ora";
import type { Logger } from "pino";

const title = "Fetching Neo4j with Maven, once";
const jarsPerLogLine = 50;

export interface StartProgress {
  /** Takes one line of Maven's output. */
  line(text: string): void;
  /** Ends the display, successfully or not. */
  end(good: boolean): void;
}

/** Shows progress on the terminal, or in the log if there is none. */
export function showProgress(log: Logger): StartProgress {
  const started = Date.now();
  // Some pseudo-terminals (docker run -t) report 0 columns, which makes ora erase lines endlessly.
  const isTerminal = process.stderr.isTTY && process.stderr.columns > 0;
  // Without discardStdin: false, a Ctrl-C would reach this process only, and leave Maven running.
  const spinner = isTerminal ? ora({ text: title, discardStdin: false }).start() : undefined;
  if (!spinner) log.info(`${title}: about 120 MB from Maven Central, half a minute on a good line.`);
  let jars = 0;
  let megabytes = 0;

  return {
    line(text) {
      const size = jarSize(text);
      if (size === undefined) return;
      jars += 1;
      megabytes += size;
      const state = `${title}: ${jars} jars, ${megabytes.toFixed(0)} MB`;
      if (spinner) spinner.text = state;
      else if (jars % jarsPerLogLine === 0) log.info(state);
    },
    end(good) {
      const seconds = ((Date.now() - started) / 1000).toFixed(0);
      const state = `Neo4j is prepared, after ${seconds} s.`;
      if (!good) spinner?.fail(title);
      else if (spinner) spinner.succeed(state);
      else log.info(state);
    },
  };
}

/** Reads `Downloaded from central: https://…/scala-library-2.13.16.jar (5.9 MB at 31 MB/s)`; undefined for other lines. */
function jarSize(text: string): number | undefined {
  const found = /^(?:\[INFO\] )?Downloaded from .*\.jar \(([\d.]+) (B|kB|MB) at /.exec(text);
  if (!found) return undefined;
  return Number(found[1]) / { B: 1_000_000, kB: 1000, MB: 1 }[found[2] as "B" | "kB" | "MB"];
}
