/** The command line as a process, with a separate test database. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Address } from "../../src/graph/database/driver.ts";

const main = path.resolve("dist/main.js");

/** The result of a command. */
export interface Ended {
  code: number | null;
  out: string;
  told: string;
}

/**
 * Runs a command until it ends.
 * @param address the database for the settings; without one, a command that needs it would start its own.
 * @param flags for Node itself.
 * @param seen regularly receives the peak resident memory in megabytes, if the system reports it.
 */
export async function entente(
  args: string[],
  address?: Address,
  flags: string[] = [],
  seen: (megabytes: number) => void = () => undefined,
): Promise<Ended> {
  const inherited = Object.fromEntries(
    ["PATH", "HOME", "JAVA_HOME", "JDK_JAVA_OPTIONS", "LANG"].flatMap((name) =>
      process.env[name] ? [[name, process.env[name]]] : [],
    ),
  );
  const settings = address && { NEO4J_URI: address.uri, NEO4J_USER: address.user, NEO4J_PASSWORD: address.password };
  const child = spawn(process.execPath, [...flags, main, ...args], {
    env: { ...inherited, ...settings } as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = { code: null as number | null, out: "", told: "" };
  const look = setInterval(() => seen(residentPeak(child.pid!)), 100);
  child.stdout.on("data", (chunk: Buffer) => void (ended.out += String(chunk)));
  child.stderr.on("data", (chunk: Buffer) => void (ended.told += String(chunk)));
  ended.code = await new Promise((resolve) => child.once("close", resolve));
  clearInterval(look);
  return ended;
}

function residentPeak(pid: number): number {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Math.ceil(Number(kilobytes ?? 0) / 1024);
  } catch {
    return 0; // It ended just now, or the system has no such file.
  }
}
