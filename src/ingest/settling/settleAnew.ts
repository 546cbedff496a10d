/** Settles a graph that an earlier version loaded, from its own claims. */
import type { Logger } from "pino";
import type { Door, Run } from "../../graph/database/driver.ts";
import { derived } from "../../graph/model/derived.ts";
import { inheritedTime, typeOfKind } from "../../graph/model/model.ts";
import type { EntityType } from "../../graph/model/declarations.ts";
import { query } from "../../graph/queries.ts";
import type { Properties } from "../changes.ts";
import { claimOfProperties, fieldsOfClaim, type ClaimRow } from "../claims.ts";
import { readIdentities } from "../identity/decisions.ts";
import { readTaken } from "./inheritOrders.ts";
import { pages, push } from "../../graph/arrays.ts";
import { readState } from "../contributions.ts";
import { settle } from "./settle.ts";
import { alone, readerOf, writing } from "../undo.ts";

/** The number of entities settled at once. */
const batch = 500;

/**
 * Writes the derived values (`graph/model/derived.ts`) on each entity and each claim, without changing the edition
 * or the log. Repeatable, also after a process was killed in the middle.
 */
export async function settleAnew(door: Door, log: Logger): Promise<void> {
  await alone(door, async () => {
    const read = readerOf(door);
    const ids = [...(await readState(read)).keys()].sort();
    log.info(
      { entities: ids.length },
      "The graph was loaded by an earlier version: its values are derived again, once.",
    );
    const former = await readFormer(read);
    const inherits = (id: string): boolean => inheritedTime(typeOfId(id)) !== undefined;
    // Entities that inherit their time come after their targets.
    const ordered = [...ids.filter((id) => !inherits(id)), ...ids.filter(inherits)];
    for (const page of pages(ordered, batch)) {
      const rows = await derivedOf(read, page, (id) => former.get(id) ?? id);
      await writing(door, (run) => run(query("ingest/derived"), { rows }));
    }
  });
}

function typeOfId(id: string): EntityType {
  return typeOfKind(id.slice(0, id.indexOf(":")))!;
}

/** The current id for each former id. */
async function readFormer(read: Run): Promise<Map<string, string>> {
  const same = [...(await readIdentities(read)).values()].filter(({ outcome }) => outcome === "SAME");
  return new Map(same.map(({ formerId, entityId }) => [formerId as string, entityId as string]));
}

interface DerivedRow {
  id: string;
  properties: Properties;
}

/** The derived values of some entities and the claims about them. */
async function derivedOf(read: Run, ids: string[], canonical: (id: string) => string): Promise<DerivedRow[]> {
  const claims = new Map<string, ClaimRow[]>();
  for (const [id, properties] of await read(query("ingest/claimsOfEntities"), { ids }))
    push(claims, id as string, claimOfProperties(properties as Properties));
  const rows: DerivedRow[] = [];
  const targets = new Map<Properties, string>();
  for (const id of ids) {
    const type = typeOfId(id);
    const claimsAbout = claims.get(id) ?? [];
    const { properties, standings } = settle(type, id, claimsAbout, canonical);
    const own = { ...properties };
    const relation = inheritedTime(type);
    if (relation) targets.set(own, own[`${relation.name}Id`] as string);
    rows.push({ id, properties: own });
    for (const claim of claimsAbout)
      rows.push({ id: claim.id, properties: { fields: fieldsOfClaim(claim), ...standings.get(claim.id)! } });
  }
  const taken = await readTaken(read, [...new Set(targets.values())]);
  for (const [own, target] of targets) Object.assign(own, taken.get(target));
  return rows.map(({ id, properties }) => ({
    id,
    properties: Object.fromEntries(derived.map((name) => [name, properties[name] ?? null])),
  }));
}
