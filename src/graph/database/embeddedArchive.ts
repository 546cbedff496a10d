/** What Java learned in an earlier run, kept beside the jars: classes ready to use, and profiles where it can keep them. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { access, constants, mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "pino";
import { removeAbandoned } from "./embeddedJars.ts";
import type { Java } from "./embeddedJava.ts";

/** From this Java on an archive has profiles too, by flags of other names. */
const withProfiles = 25;

export interface Archive {
  /** What Java is told: to use the archive, to make one when it ends in order, or nothing. */
  flags: string[];
  /** Java says by such a line that it can't use the archive. */
  isRefusal(line: string): boolean;
  /** Where it is made in this run: puts it where the next start looks for it. */
  keep?: (() => Promise<void>) | undefined;
  /** Removes one that Java can't use, or that was made only in part. */
  discard(): Promise<void>;
}

/**
 * Finds the archive of this Java and these jars.
 * @param jars the folder of the jars; each version has its own.
 * @param learning whether this run may make an archive where there is none.
 * @returns flags for it. Java ignores an archive of another Java or of other jars; at one that isn't whole it may end.
 */
export async function archiveOf(jars: string, java: Java, learning: boolean, log: Logger): Promise<Archive> {
  const newer = java.version >= withProfiles;
  const folder = join(jars, "archives");
  // Java refuses what another build of it made.
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
    // The messages go to where they are read; nothing but them is told at this level.
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
  // Only this process writes there, and a whole one gets its name in one step.
  const making = join(folder, `making-${process.pid}.${tag}`);
  return {
    ...archive,
    flags: [newer ? `-XX:AOTCacheOutput=${making}` : `-XX:ArchiveClassesAtExit=${making}`],
    // The newer Java leaves a second file where it was ended on the way.
    discard: () =>
      Promise.all([making, `${making}.config`].map((each) => rm(each, { force: true }))).then(() => undefined),
    keep: async () => {
      if (existsSync(making)) await rename(making, file);
    },
  };
}
