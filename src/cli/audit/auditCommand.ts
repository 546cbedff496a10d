import { audit, readNodes } from "./audit.ts";
import { StartError } from "../../graph/database/StartError.ts";
import { readSettings } from "../../settings.ts";
import { openDatabase } from "../database.ts";
import { logTo } from "../log.ts";

const patience = 120_000;
/** The number of findings of a kind that are printed without `--all`. */
const most = 10;

/**
 * Prints the facts of the graph that can't all be true, by kind: the number, and each with what is wrong.
 * @param all whether all are printed, and those that `src/cli/audit/listed.yaml` explains too.
 * @throws StartError when there are some that nothing explains.
 */
export async function auditCommand({ all = false }: { all?: boolean }): Promise<void> {
  const database = await openDatabase(readSettings(), logTo("warn", process.stderr));
  try {
    const { door } = database;
    const found = audit(await readNodes((text, parameters = {}) => door.run(text, parameters, patience)));
    const lines = found.flatMap(({ fault, unlisted, listed }) => [
      `${fault.name}: ${unlisted.length}, and ${listed.length} that are explained: ${fault.words}`,
      ...unlisted.slice(0, all ? undefined : most).map(({ id, words }) => `  ${id}: ${words}`),
      ...(all ? listed.map(({ id, words, reason }) => `  ${id}: ${words}. Explained: ${reason}`) : []),
    ]);
    process.stdout.write(`${lines.join("\n")}\n`);
    const count = found.reduce((sum, { unlisted }) => sum + unlisted.length, 0);
    if (count > 0)
      throw new StartError(
        `${count} findings. Correct the bundle or its reader, or give the reason in src/cli/audit/listed.yaml.`,
      );
  } finally {
    await database.close();
  }
}
