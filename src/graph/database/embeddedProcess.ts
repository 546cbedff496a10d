/** One run of the embedded database: a Java process that ends when this one does. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { StartError } from "./StartError.ts";

export interface LaunchSettings {
  /** The class path of the launcher. */
  classPath: string;
  /** The Java flags for the archive. */
  archive: string[];
  /** The home folder of Neo4j. */
  home: string;
  /** The largest heap, such as "512m", of Java; and the page cache, of Neo4j. */
  heap: string;
  pageCache: string;
  /** The Bolt port, or 0 for any free one. */
  port: number;
  password: string;
  /** Receives each line of Java's error output. */
  hear?: (line: string) => void;
}

export interface Neo4jProcess {
  readonly pid: number | undefined;
  /** The Bolt port, once queries are answered. Rejects with a StartError if the process ends before. */
  readonly ready: Promise<number>;
  /** How the process ended. Never rejects. */
  readonly ended: Promise<string>;
  /**
   * Ends the process, gently at first. Resolves when it has ended.
   * @param learned whether Java may write the archive, which takes some seconds.
   */
  stop(learned?: boolean): Promise<void>;
}

/** Java ended before the launcher reported anything. */
export class JavaError extends StartError {}

const patience = 8000;
const patienceWhileArchiving = 90_000;
const opened = ["java.nio", "java.io", "sun.nio.ch", "java.lang", "java.util.concurrent"];

/** Starts the process. Failures are reported through `ready` and `ended`. */
export function launch(settings: LaunchSettings): Neo4jProcess {
  const { classPath, archive, home, heap, pageCache, port } = settings;
  const given = [...flags(heap), ...archive, "-cp", classPath, "entente.Launcher", home, String(port), pageCache];
  const child = spawn("java", given, {
    // Its own process group: Ctrl-C reaches only Node, which stops the database properly.
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
  });
  // stdin stays open: its end tells the launcher that this process is gone, even after kill -9.
  child.stdin.on("error", () => undefined);
  child.stdin.write(`${settings.password}\n`);

  let lastLine = "";
  let failure: string | undefined;
  const lines = createInterface({ input: child.stdout });
  createInterface({ input: child.stderr }).on("line", (line) => {
    settings.hear?.(line);
    if (isMeaningful(line)) lastLine = line.trim();
  });

  const ended = new Promise<string>((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code, signal) => {
      const how = signal ?? `exit code ${code}`;
      const told = failure ?? lastLine;
      resolve(told === "" ? how : `${how}, ${told}`);
    });
  });

  const ready = new Promise<number>((resolve, reject) => {
    let refusal: string | undefined;
    lines.on("line", (line) => {
      const [word, ...rest] = line.split(" ");
      if (word === "READY") {
        resolve(Number(rest[0]));
        lastLine = "";
      } else if (word === "IN_USE") refusal = inUse(home, rest);
      else if (word === "FAILED") failure = rest.join(" ");
      else if (isMeaningful(line)) lastLine = line.trim();
    });
    void ended.then((how) => {
      if (refusal === undefined && failure === undefined) reject(new JavaError(failed(home, how)));
      else reject(new StartError(refusal ?? failed(home, how)));
    });
  });

  return {
    pid: child.pid,
    ready,
    ended,
    async stop(learned = false) {
      child.stdin.end(learned ? "LEARNED\n" : "");
      const timer = setTimeout(() => child.kill("SIGKILL"), learned ? patienceWhileArchiving : patience);
      await ended;
      clearTimeout(timer);
    },
  };
}

/** Optimised for size: the serial collector uses the fewest pages and threads. */
function flags(heap: string): string[] {
  return [
    ...opened.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
    `-Xmx${heap}`,
    // Start with a small heap, which grows with the graph.
    "-Xms128m",
    "-XX:+UseSerialGC",
    // Neo4j loads this much at every start, and would run three full collections on the way.
    "-XX:MetaspaceSize=192m",
    "-XX:-UsePerfData",
    // A database without memory is useless: exit, to be restarted.
    "-XX:+ExitOnOutOfMemoryError",
    "-Djava.awt.headless=true",
  ];
}

function inUse(home: string, [database, parent]: string[]): string {
  return (
    `The data folder's graph, ${home}, is in use by another Entente: process ${parent || "unknown"}, whose database is process ${database || "unknown"}. ` +
    "Two processes cannot share it. Stop the other first, or start this one with another data folder."
  );
}

function failed(home: string, how: string): string {
  return (
    `The embedded Neo4j ended before it was ready: ${how}\n` +
    `Its log: ${join(home, "logs", "debug.log")}\n` +
    `If the store is damaged, restore a copy of ${home}, or move that folder away: the next start then makes an empty graph.`
  );
}

/** Omits stack lines and Java's closing phrases. */
function isMeaningful(line: string): boolean {
  return !/^\s*(?:at |\[\d|\.\.\. \d|$|Caused by:|Error: (?:Could not create|A fatal exception))/.test(line);
}
