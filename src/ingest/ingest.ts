/** All stages for one bundle: read, check, write. */
import type { Door } from "../graph/driver.ts";
import { checkBundle } from "./check.ts";
import { readBundle } from "./read.ts";
import { writeBundle, type Written } from "./write.ts";

/**
 * Ingests a bundle.
 * @param folder the bundle's folder.
 * @throws BundleError with all that is wrong; then nothing was written.
 */
export async function ingest(door: Door, folder: string, now = new Date()): Promise<Written> {
  return writeBundle(door, checkBundle(readBundle(folder)), now);
}
