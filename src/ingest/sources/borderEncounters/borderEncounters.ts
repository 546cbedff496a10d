/** Encounters at the borders of the United States, as counted by its government. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { authored } from "../shared/editors.ts";
import type { DataSet, Facts, Saying } from "../../facts.ts";
import { BundleError } from "../../problems.ts";
import { readTable } from "./encounterCsv.ts";
import { publishers } from "./encounterPlaces.ts";

const whole = "source:border-encounters";

/** The two publications, by file extension. */
const parts = {
  csv: {
    id: "source:border-encounters-southwest",
    name: "Encounters at the southwest land border, by month",
    part: "southwest land border",
    scopes: [{ facts: "FLOWS", country: "country:us", place: "place:us-mexico-border" }],
    address: "https://www.cbp.gov/newsroom/stats/southwest-land-border-encounters",
    publisher: "customs",
    read: readTable,
  },
  xlsx: {
    id: "source:border-encounters-border-patrol",
    name: "Encounters of the Border Patrol, by fiscal year and month",
    part: "Border Patrol, between ports of entry",
    scopes: [{ facts: "FLOWS", country: "country:us" }],
    address: "https://ohss.dhs.gov/khsm/encounters",
    publisher: "homelandSecurity",
    // The workbook reader is large: load it only when needed.
    read: async (file: string, source: string, facts: Facts) =>
      (await import("./workbook.ts")).readWorkbook(file, source, facts),
  },
} as const;

const expects =
  "a .csv of encounters at the southwest land border, an .xlsx of encounters of the Border Patrol, or both";

/** Counts of encounters at the borders of the United States. */
export const borderEncounters: DataSet = {
  name: "border-encounters",
  source: whole,
  title: "Encounters at the borders of the United States (Department of Homeland Security)",
  expects,
  read: readFolder,
};

async function readFolder(folder: string, facts: Facts): Promise<void> {
  const files = filesOf(folder);
  if (files.length === 0)
    throw new BundleError([`${folder}:1 is not the data set border-encounters: expected ${expects}.`]);
  for (const kind of ["csv", "xlsx"] as const) {
    const months: string[] = [];
    const ofKind = files.filter((file) => file.toLowerCase().endsWith(`.${kind}`));
    for (const file of ofKind) months.push(...((await parts[kind].read(file, parts[kind].id, facts)) ?? []));
    if (months.length > 0) stateSource(kind, months.sort(), ofKind[0]!, facts);
  }
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.(?:csv|xlsx)$/i.test(name) && !name.startsWith("~$"))
      .sort()
      .map((name) => path.join(folder, name));
  } catch {
    return [];
  }
}

function stateSource(kind: keyof typeof parts, months: string[], file: string, facts: Facts): void {
  const { id, name, part, scopes, address, publisher } = parts[kind];
  const said: Saying = { source: id, locator: path.basename(file), origin: { file, line: 1 } };
  const ours = authored(facts, said);
  const terms: Saying = { ...ours, locator: "terms of use" };
  const address_: Saying = { ...ours, locator: "address", note: "where counts of this form are published" };
  const licence = "A work of the government of the United States: in the public domain there.";
  const publisherId = publishers(facts, said)[publisher];
  facts
    .entity("Source", id, said.origin)
    .say("name", name, ours)
    .say("kind", "DATA_SET", ours)
    .say("address", address, address_)
    .say("licence", licence, terms)
    .say("coverage", [{ part, from: months[0], until: months.at(-1), scopes }], {
      ...said,
      basis: "INFERRED",
      confidence: 0.95,
      note: "the first and the last month counted",
    })
    .say("publishers", publisherId, { ...ours, note: "by the form of the file, which names no publisher" })
    .say("partOf", whole, ours);
  facts
    .entity("Source", whole, said.origin)
    .sayOnce("name", "Encounters at the borders of the United States", ours)
    .sayOnce("kind", "DATA_SET", ours)
    .sayOnce("licence", licence, terms)
    .sayOnce("publishers", publishers(facts, said).homelandSecurity, ours);
}
