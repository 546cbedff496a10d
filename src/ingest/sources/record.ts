/** Finds the data sets of the record below one folder. */
import { existsSync } from "node:fs";
import path from "node:path";
import type { DataSet } from "../facts.ts";
import { BundleError } from "../problems.ts";
import { dataSets } from "./dataSets.ts";

/** The folder of each set: as published, the Historian's side by side. */
const places = (name: string): string[] => [name, path.join("history-at-state", name)];

/**
 * Finds the data sets below a folder.
 * @returns each set found with its folder, in loading order.
 * @throws BundleError when there is none.
 */
export function foldersOfRecord(folder: string): [DataSet, string][] {
  const found = dataSets.flatMap((set): [DataSet, string][] => {
    const origin = places(set.name).find((each) => existsSync(path.join(folder, each)));
    return origin === undefined ? [] : [[set, path.join(folder, origin)]];
  });
  if (found.length === 0)
    throw new BundleError([
      `${folder}:1 holds none of the data sets: expected folders named ${dataSets.map(({ name }) => name).join(", ")}.`,
    ]);
  return found;
}
