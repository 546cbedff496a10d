/** The requirements of the embedded database on the machine. */
import { execFile } from "node:child_process";
import { StartError } from "./StartError.ts";

const oldest = 17;

/** The end of every message that says that the embedded database isn't available. */
export const threeWays = `Entente needs a Neo4j database. There are three ways to have one:
  embedded (the default): install a JDK ${oldest} or newer and Maven, with java and mvn on the PATH
      (Debian, Ubuntu: apt install openjdk-${oldest}-jdk-headless maven; macOS: brew install openjdk@21 maven);
  Docker: docker compose up;
  your own Neo4j 5.26: set NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD.`;

export interface Java {
  /** The major version: 17, 21, 25. */
  version: number;
  /** Its version and build, without a note on options it picked up. */
  text: string;
}

/**
 * Checks that the `java` on the PATH can run Neo4j.
 * @returns its version.
 * @throws StartError when there is none, or it is older than 17.
 */
export async function checkJava(): Promise<Java> {
  const text = await versionText();
  // Java 8 reports "1.8.0_412", Java 17 "17.0.15".
  const version = text && /version "(?:1\.)?(\d+)/.exec(text)?.[1];
  if (!text || !version) throw new StartError(`No Java was found: no working java is on the PATH.\n${threeWays}`);
  if (Number(version) < oldest) {
    throw new StartError(`Java ${version} is too old: the java on the PATH must be ${oldest} or newer.\n${threeWays}`);
  }
  return { version: Number(version), text: text.replace(/^NOTE: .*\n/gm, "") };
}

function versionText(): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile("java", ["-version"], (error, stdout, stderr) => resolve(error ? undefined : stderr + stdout));
  });
}
