/** The data folder of the embedded database, and the password kept in it. */
import { randomBytes } from "node:crypto";
import { access, chmod, constants, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { StartError } from "./StartError.ts";

/**
 * Creates the folder and the password if missing.
 * @param folder an absolute path.
 * @returns the password of the database in it.
 * @throws StartError when the folder isn't writable, or its password file contains something else.
 */
export async function prepareFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.W_OK | constants.X_OK);
    const file = join(folder, "password");
    return (await readPassword(file)) ?? (await makePassword(file));
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(
      `The data folder ${folder} cannot be used: ${reason(error as NodeJS.ErrnoException)}. ` +
        "Expected a folder that this user may write to, or a path where one can be made. Correct this, or choose another data folder.",
      { cause: error },
    );
  }
}

async function readPassword(file: string): Promise<string | undefined> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  if (!/^[\w-]{32}\n?$/.test(text)) {
    throw new StartError(
      `The password file ${file} does not hold a password: expected 32 letters and digits as Entente wrote them, but found ` +
        `${text.trim() === "" ? "nothing" : "something else"}. Delete the file: the next start writes a new one and leaves the graph unchanged.`,
    );
  }
  if ((await stat(file)).mode & 0o077) await chmod(file, 0o600);
  return text.trim();
}

async function makePassword(file: string): Promise<string> {
  const password = randomBytes(24).toString("base64url");
  try {
    await writeFile(file, `${password}\n`, { flag: "wx", mode: 0o600 });
    return password;
  } catch (error) {
    // If two first starts race, the existing file wins.
    const other = (error as NodeJS.ErrnoException).code === "EEXIST" ? await readPassword(file) : undefined;
    if (other === undefined) throw error;
    return other;
  }
}

function reason(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case "EEXIST":
    case "ENOTDIR":
      return "it, or a folder above it, is a file";
    case "EACCES":
    case "EPERM":
      return "this user may not write there";
    case "EROFS":
      return "it is on a file system that can only be read";
    case "ENOSPC":
      return "the disk is full";
    default:
      return error.message;
  }
}
