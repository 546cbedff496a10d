import { rmSync } from "node:fs";

export default async function globalTeardown() {
  const { database, folder } = globalThis.ententeTests;
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
