/** The jars of the embedded database: downloaded and compiled once by Maven, below neo4j/target. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Logger } from "pino";
import { threeWays } from "./embeddedJava.ts";
import { type StartProgress, showProgress } from "./embeddedProgress.ts";
import { StartError } from "./StartError.ts";

const day = 24 * 60 * 60 * 1000;

/**
 * Prepares the jars if missing.
 * @returns their folder.
 * @throws StartError when Maven is missing or fails, or the jars can't be written.
 */
export async function prepareJars(log: Logger): Promise<string> {
  const project = projectFolder();
  const target = join(project, "target");
  // Named after their inputs, so that new jars never replace those in use by a running database.
  const prepared = join(target, await stamp(project));
  if (!existsSync(prepared)) {
    try {
      await build(project, target, prepared, log);
    } catch (error) {
      if (error instanceof StartError) throw error;
      throw new StartError(
        `The jars of Neo4j cannot be stored in ${target}: ${(error as Error).message}. Expected a folder that this user may write to.`,
        {
          cause: error,
        },
      );
    }
  }
  return prepared;
}

/** @returns the class path of the launcher: each jar by name, since Java archives no classes of a folder. */
export async function classPathOf(prepared: string): Promise<string> {
  const lib = join(prepared, "lib");
  const names = (await readdir(lib)).filter((name) => name.endsWith(".jar")).sort();
  return names.map((name) => join(lib, name)).join(delimiter);
}

/** Searches upward, since the compiled code is deeper than its source. */
function projectFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  for (let folder = here; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, "neo4j", "pom.xml"))) return join(folder, "neo4j");
  }
  throw new StartError(`The embedded database needs neo4j/pom.xml, which is in no folder above ${here}.\n${threeWays}`);
}

async function stamp(project: string): Promise<string> {
  const hash = createHash("sha256");
  for (const file of ["pom.xml", "src/main/java/entente/Launcher.java"])
    hash.update(await readFile(join(project, file)));
  return hash.digest("hex").slice(0, 16);
}

async function build(project: string, target: string, prepared: string, log: Logger): Promise<void> {
  await mkdir(target, { recursive: true });
  await removeAbandoned(target, "building-");
  const building = await mkdtemp(join(target, "building-"));
  const progress = showProgress(log);
  let good = false;
  try {
    await runMaven(project, building, progress);
    // mkdtemp restricts access, but an image is often built and run by different users.
    await chmod(building, 0o755);
    await rename(building, prepared);
    good = true;
  } catch (error) {
    // Another process was faster: its jars are the same.
    good = existsSync(prepared);
    if (!good) throw error;
  } finally {
    progress.end(good);
    await rm(building, { recursive: true, force: true });
  }
}

/** Removes leftovers of a killed process: names with a given prefix, one day old. */
export async function removeAbandoned(folder: string, beginning: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(beginning)) continue;
    const left = join(folder, name);
    const { mtimeMs } = await stat(left);
    if (Date.now() - mtimeMs > day) await rm(left, { recursive: true, force: true });
  }
}

function runMaven(project: string, building: string, progress: StartProgress): Promise<void> {
  return new Promise((resolve, reject) => {
    // -U: retries what an interrupted download recorded as missing.
    const maven = spawn(
      "mvn",
      ["-B", "-U", "-f", join(project, "pom.xml"), `-Dentente.target=${building}`, "package"],
      {
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    const kill = () => maven.kill();
    process.once("exit", kill);
    const errors: string[] = [];
    for (const stream of [maven.stdout, maven.stderr]) {
      createInterface({ input: stream }).on("line", (line) => {
        progress.line(line);
        const error = meaning(line);
        if (error !== undefined) errors.push(error);
      });
    }
    maven.on("error", (error: NodeJS.ErrnoException) => {
      process.off("exit", kill);
      const message =
        error.code === "ENOENT"
          ? "No Maven was found: no mvn is on the PATH."
          : `Maven cannot be run: ${error.message}.`;
      reject(new StartError(`${message} Maven is needed once, to fetch the jars of Neo4j.\n${threeWays}`));
    });
    maven.on("close", (code, signal) => {
      process.off("exit", kill);
      if (code === 0) return resolve();
      const told =
        errors.length > 0
          ? errors.slice(0, 3).join("\n  ")
          : `it ended with ${signal ?? `exit code ${code}`} and said nothing`;
      reject(
        new StartError(
          `Maven could not prepare Neo4j:\n  ${told}\n` +
            `This first start needs access to Maven Central, and a JDK, not only a JRE. Correct this, and start again.\n${threeWays}`,
        ),
      );
    });
  });
}

/** Returns the message of a Maven error line; undefined for other lines and for its advice on reading errors. */
function meaning(line: string): string | undefined {
  const text = /^(?:\[ERROR\]|Error:)\s*(.*)$/.exec(line)?.[1];
  if (!text || /^(?:To see the full|Re-run Maven|For more information|\[Help \d)/.test(text)) return undefined;
  return text.replace(/ -> \[Help \d+\].*$/, "").slice(0, 600);
}
