import { spawnSync } from "node:child_process";
import { described, readSettings } from "../settings.ts";

/** Lists, line by line, what this machine has of the requirements of each kind of database, and the settings. */
export function doctor(): void {
  const version = (command: string, args: string[]): string => {
    const { stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8" });
    return error
      ? "not found"
      : (`${stderr}${stdout}`
          .split("\n")
          .find((line) => /\d+\.\d+/.test(line))
          ?.trim() ?? "found");
  };
  const lines = [
    `Node    ${process.version} (>= 20.19 is needed)`,
    `Java    ${version("java", ["-version"])} (JDK >= 17, for the embedded database)`,
    `Maven   ${version("mvn", ["-B", "-v"])} (for its first start)`,
    `Docker  ${version("docker", ["--version"])} (instead of Java and Maven)`,
  ];
  const { database, host, port, embedded } = readSettings();
  lines.push(
    "",
    database ? `Database: yours, at ${database.uri}` : `Database: embedded, in ${embedded.folder}`,
    `Server: http://${host}:${port}`,
    "",
    "Settings, with their defaults:",
  );
  for (const { name, description, standard } of described)
    lines.push(`  ${name}${standard ? `=${standard}` : ""}  ${description}`);
  process.stdout.write(`${lines.join("\n")}\n`);
}
