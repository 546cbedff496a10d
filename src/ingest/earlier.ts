/** Graphs whose data sets an earlier version read. */
import type { LoadedBundle } from "../graph/database/prepare.ts";
import { StartError } from "../graph/database/StartError.ts";
import { readings } from "./version.ts";
import { dataSets } from "./sources/dataSets.ts";

/**
 * Refuses to answer from data sets that another version read: this one reads the same files otherwise.
 * @throws StartError with the command to run.
 */
export function refuseEarlierReadings(bundles: Map<string, LoadedBundle>): void {
  const loaded = dataSets.map(({ name }) => name).filter((name) => bundles.has(name));
  const earlier = loaded.filter((name) => bundles.get(name)!.readings !== readings);
  if (earlier.length === 0) return;
  throw new StartError(
    `Another version of Entente read these data sets in the graph, and this one reads the same files otherwise: ${earlier.join(", ")}. ` +
      "Load them again, then start: `entente ingest record <folder>`, or `entente ingest <set> <folder>` for each.",
  );
}
