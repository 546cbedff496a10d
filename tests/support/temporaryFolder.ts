import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A new folder in the system's temporary one; the caller removes it. */
export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), "entente-test-"));
}
