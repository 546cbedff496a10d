/** What the embedded database needs of the machine. */
import { execFile } from "node:child_process";
import { StartError } from "./StartError.ts";

const oldest = 17;

/** The end of every message that says that the embedded database cannot be had here. */
export const threeWays = `Entente needs a Neo4j database. There are three ways to have one:
  embedded (the default): install a JDK ${oldest} or newer and Maven, with java and mvn on the PATH
      (Debian, Ubuntu: apt install openjdk-${oldest}-jdk-headless maven; macOS: brew install openjdk@21 maven);
  Docker: docker compose up;
  your own Neo4j 5.26: set NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD.`;

/**
 * Makes sure that the `java` on the PATH can run Neo4j.
 * @throws StartError when there is none, or an older one than 17.
 */
export async function checkJava(): Promise<void> {
  const answer = await versionText();
  // Java 8 calls itself "1.8.0_412", Java 17 "17.0.15".
  const version = answer && /version "(?:1\.)?(\d+)/.exec(answer)?.[1];
  if (!version) throw new StartError(`No Java was found: there is no java on the PATH that works.\n${threeWays}`);
  if (Number(version) < oldest) {
    throw new StartError(`Java ${version} is too old: the java on the PATH must be ${oldest} or newer.\n${threeWays}`);
  }
}

function versionText(): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile("java", ["-version"], (error, stdout, stderr) => resolve(error ? undefined : stderr + stdout));
  });
}
