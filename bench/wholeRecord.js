// The whole record in memory, without a database: what the data sets say, resolved and settled as an ingestion does.
import { fileURLToPath } from "node:url";
import "reflect-metadata";
import "../dist/entities/entities.js";
import { typeOfKind } from "../dist/graph/model/model.js";
import { joinReading } from "../dist/ingest/claims.js";
import { grouped } from "../dist/ingest/contributions.js";
import { profileOf } from "../dist/ingest/identity/profile.js";
import { resolutionOf } from "../dist/ingest/identity/resolution.js";
import { readAndCheckBundle, readDataSet } from "../dist/ingest/read.js";
import { settle } from "../dist/ingest/settling/settle.js";
import { foldersOfRecord } from "../dist/ingest/sources/record.js";

/**
 * Reads what is said of each id, as stored in the graph.
 * @returns for each bundle and id its profile, and the claims by bundle and id.
 * @throws Error without ENTENTE_DATA.
 */
export async function partsOfRecord() {
  const data = process.env.ENTENTE_DATA;
  if (!data) throw new Error("ENTENTE_DATA is unset: set it to the folder of the full data sets.");
  const seed = fileURLToPath(new URL("../seed/", import.meta.url));
  const bundles = [await readAndCheckBundle(`${seed}2023-12-us-mexico`), await readAndCheckBundle(`${seed}countries`)];
  for (const [set, folder] of foldersOfRecord(data)) bundles.push(await readDataSet(set, folder, "2026-01-01"));

  const parts = [];
  const claims = new Map();
  for (const { checked } of bundles)
    for (const { id, digest, type, claims: made } of checked.entities) {
      parts.push({ bundle: checked.name, statedId: id, digest, profile: profileOf(type, made) });
      claims.set(`${checked.name} ${id}`, made);
    }
  return { parts, claims };
}

/** Reads and settles it. @returns for each type its entities by id: the node's properties, and the claims with their standings. Without flows. */
export async function wholeRecord() {
  const { parts, claims } = await partsOfRecord();
  const resolution = resolutionOf(parts, new Map());
  const types = new Map();
  for (const [id, contributions] of grouped(parts, resolution)) {
    const type = typeOfKind(id.slice(0, id.indexOf(":")));
    if (type.name === "Flow") continue;
    const rows = new Map();
    for (const { bundle, statedId } of contributions)
      for (const claim of claims.get(`${bundle} ${statedId}`)) joinReading(rows, claim, bundle, claim);
    const { properties, standings } = settle(type, id, [...rows.values()], resolution.canonical);
    const said = [...rows.values()].map((claim) => ({ ...claim, ...standings.get(claim.id) }));
    if (!types.has(type.name)) types.set(type.name, new Map());
    types.get(type.name).set(id, { properties, claims: said });
  }
  return types;
}
