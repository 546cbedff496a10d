/** Checks ZIP archives before reading them: workbook readers accept broken ones. */
import { crc32, inflateRawSync } from "node:zlib";

const [localHeader, directoryEntry, directoryEnd] = [0x04034b50, 0x02014b50, 0x06054b50];
const [stored, deflated] = [0, 8];

/**
 * Checks that every file of an archive is complete and unpacks to the stated size.
 * @param largest the maximum size in bytes of all files together, unpacked.
 * @throws an error that describes the problem.
 */
export function checkArchive(archive: Buffer, largest: number): void {
  if (archive.length < 22 || archive.readUInt32LE(0) !== localHeader)
    throw new Error("is not a ZIP archive, which an .xlsx workbook is.");
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || archive.length < end + 22 || archive.readUInt32LE(end) !== directoryEnd)
    throw new Error("is a ZIP archive that is cut short: its directory, at the end, is missing.");
  let [at, left] = [archive.readUInt32LE(end + 16), largest];
  for (let entries = archive.readUInt16LE(end + 10); entries > 0; entries -= 1) {
    if (at + 46 > end || archive.readUInt32LE(at) !== directoryEntry)
      throw new Error("is a ZIP archive whose directory is broken.");
    left -= checkFile(archive, at, left);
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
}

/** @returns the size of the file in bytes, unpacked. */
function checkFile(archive: Buffer, entry: number, left: number): number {
  const size = archive.readUInt32LE(entry + 24);
  if (size > left) throw new Error("is a ZIP archive that unpacks to more bytes than a table of counts can have.");
  const name = archive.toString("utf8", entry + 46, entry + 46 + archive.readUInt16LE(entry + 28));
  const content = unpacked(archive, entry, size);
  if (content?.length !== size || crc32(content) !== archive.readUInt32LE(entry + 16))
    throw new Error(`is a ZIP archive whose file ${JSON.stringify(name.slice(0, 60))} is broken.`);
  return size;
}

function unpacked(archive: Buffer, entry: number, size: number): Buffer | undefined {
  const header = archive.readUInt32LE(entry + 42);
  if (header + 30 > archive.length || archive.readUInt32LE(header) !== localHeader) return undefined;
  const from = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
  const packed = archive.subarray(from, from + archive.readUInt32LE(entry + 20));
  const method = archive.readUInt16LE(entry + 10);
  if (method === stored) return packed;
  if (method !== deflated) return undefined;
  try {
    return inflateRawSync(packed, { maxOutputLength: size + 1 });
  } catch {
    return undefined;
  }
}
