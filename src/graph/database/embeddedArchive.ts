/** Java's archive of an earlier run, kept beside the jars: loaded classes, and profiles if supported. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { access, constants, mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "pino";
import { removeAbandoned } from "./embeddedJars.ts";
import type { Java } from "./embeddedJava.ts";

/** From this version on, an archive includes profiles, and the flags have other names. */
const withProfiles = 25;

export interface Archive {
  /** The Java flags: use the archive, create one at a normal exit, or none. */
  flags: string[];
  /** Whether a line of Java's output says that it can't use the archive. */
  isRefusal(line: string): boolean;
  /** Moves the archive created in this run to where the next start finds it. */
  keep?: (() => Promise<void>) | undefined;
  /** Removes an unusable or incomplete archive. */
  discard(): Promise<void>;
}

/**
 * Finds the archive for this Java and these jars.
 * @param jars the folder of the jars; each version has its own.
 * @param learning whether this run may create a missing archive.
 * @returns the flags. Java ignores an archive of other versions, but may exit on an incomplete one.
 */
export async function archiveOf(jars: string, java: Java, learning: boolean, log: Logger): Promise<Archive> {
  const newer = java.version >= withProfiles;
  const folder = join(jars, "archives");
  // Java refuses an archive from another build.
  const file = join(
    folder,
    `${createHash("sha256").update(java.text).digest("hex").slice(0, 16)}.${newer ? "aot" : "jsa"}`,
  );
  const tag = newer ? "aot" : "cds";
  const archive: Archive = {
    flags: [],
    isRefusal: (line) => line.includes(`[${tag}`) && /UseSharedSpaces:|unable to|mismatch|\[error/i.test(line),
    discard: () => rm(file, { force: true }),
  };
  if (existsSync(file)) {
    // Sends the messages where they are read; at this level there are no others.
    archive.flags = [newer ? `-XX:AOTCache=${file}` : `-XX:SharedArchiveFile=${file}`, `-Xlog:${tag}:stderr`];
    return archive;
  }
  if (!learning) return archive;
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    await removeAbandoned(folder, "making-");
  } catch (error) {
    log.debug({ err: error }, "What Java learns can't be kept: the folder of the jars can't be written to.");
    return archive;
  }
  // Only this process writes there, and a complete file is renamed in one step.
  const making = join(folder, `making-${process.pid}.${tag}`);
  return {
    ...archive,
    flags: [newer ? `-XX:AOTCacheOutput=${making}` : `-XX:ArchiveClassesAtExit=${making}`],
    // If interrupted, the newer Java leaves a second file.
    discard: () =>
      Promise.all([making, `${making}.config`].map((each) => rm(each, { force: true }))).then(() => undefined),
    keep: async () => {
      if (existsSync(making)) await rename(making, file);
    },
  };
}
