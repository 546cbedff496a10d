/** The Office of the Historian of the Department of State, and its travel data sets as sources. */
import path from "node:path";
import type { CoverageScope } from "../../../entities/Source.ts";
import type { Facts, Saying } from "../../facts.ts";
import { authored } from "./editors.ts";
import { usDepartmentOfState } from "./posts.ts";
import type { Origin } from "../../problems.ts";

/** A data set of the Historian. */
export interface HistoriansSet {
  id: string;
  /** In our words. */
  name: string;
  headline: string;
  address: string;
  /** The part covered, and the period of its records. */
  part: string;
  from: string | null;
  until: string | null;
  /** The facts it would report. */
  scopes: CoverageScope[];
  partOf?: string;
}

/** What a data set doesn't say of its publisher is ours to say. */
export function knownOfPublisher(facts: Facts, said: Saying): Saying {
  return {
    ...authored(facts, said),
    locator: "publishers",
    note: "known of the publisher; the data set doesn't say it",
  };
}

/** The file with the licence of a data set. @param folder of the set. */
export function licenceIn(said: Saying, folder: string, file = "LICENSE.md"): Saying {
  return { ...said, locator: "licence", origin: { file: path.join(folder, file), line: 1 } };
}

/** States a data set as a source, with its publisher. @param folder of the set. */
export function stateSource(facts: Facts, folder: string, origin: Origin, set: HistoriansSet): void {
  const said: Saying = { source: set.id, locator: "data set", origin };
  const own = authored(facts, said);
  const known = knownOfPublisher(facts, said);
  const covered = { part: set.part, from: set.from, until: set.until, scopes: set.scopes };
  facts
    .entity("Source", set.id, origin)
    .say("name", set.name, own)
    .say("kind", "DATA_SET", own)
    .say("headline", set.headline, own)
    .say("address", set.address, own)
    .say("licence", "CC0 1.0", licenceIn(said, folder))
    .say("publishers", officeOfTheHistorian(facts, said, { rest: known }), known)
    .say("partOf", set.partOf, own)
    .say("coverage", [covered], {
      ...said,
      basis: "INFERRED",
      confidence: 0.9,
      note: "from its first record to its last",
    });
}

/**
 * States the Office of the Historian.
 * @param saying of a record that mentions it; only the first record is kept.
 * @param name how its name is stated, and `rest` everything else, if different. @returns its id.
 */
export function officeOfTheHistorian(facts: Facts, saying: Saying, { name = saying, rest = saying } = {}): string {
  const id = "organization:us-office-of-the-historian";
  facts
    .entity("Organization", id, saying.origin)
    .sayOnce("name", "Office of the Historian", name)
    .sayOnce("kind", "AGENCY", rest)
    .sayOnce("country", "country:us", rest)
    .sayOnce("partOf", usDepartmentOfState(facts, rest), rest);
  return id;
}
