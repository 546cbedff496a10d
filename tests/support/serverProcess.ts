/** `entente serve` as a process. */
import { spawn, type ChildProcess } from "node:child_process";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll } from "@jest/globals";

const main = path.resolve("dist/main.js");
/** For a start on a busy machine, in milliseconds. */
export const patience = 300_000;

export interface Run {
  child: ChildProcess;
  output: () => string;
  ended: Promise<number | null>;
}

// A failing test must not leave its servers running.
const running = new Set<ChildProcess>();
afterAll(() => running.forEach((child) => child.kill("SIGTERM")));

export function run(environment: Record<string, string>, args = ["serve"]): Run {
  const inherited = Object.fromEntries(
    ["PATH", "HOME", "JAVA_HOME", "JDK_JAVA_OPTIONS", "LANG"].flatMap((name) =>
      process.env[name] ? [[name, process.env[name]]] : [],
    ),
  );
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...inherited, ENTENTE_PORT: "0", ...environment } as NodeJS.ProcessEnv,
    stdio: "pipe",
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => void (text += String(chunk)));
  return { child, output: () => text, ended: new Promise((resolve) => child.once("exit", (code) => resolve(code))) };
}

export async function until<T>(
  look: () => T | undefined | Promise<T | undefined>,
  milliseconds: number,
  what: () => string,
): Promise<T> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await pause(100)) {
    const found = await look();
    if (found !== undefined) return found;
  }
  throw new Error(`It did not come to that in ${milliseconds} ms:\n${what()}`);
}

export const addressOf = (it: Run): Promise<string> =>
  until(() => /Entente answers at (http:\S+)\/graphql/.exec(it.output())?.[1], patience, it.output);
export const databaseOf = (it: Run): number =>
  Number(
    /"database":(\d+)/.exec(
      it
        .output()
        .match(/.*Neo4j is ready.*/g)!
        .at(-1)!,
    )![1],
  );
export const alive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

export async function ask(
  url: string,
  query: string,
): Promise<{ data: Record<string, unknown> | null; errors?: { extensions: { code: string } }[] }> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as never;
}
