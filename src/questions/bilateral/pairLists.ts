/** The lists of a pair: those of the smaller state, restricted to the other, or queries from files. */
import "../../entities/entities.ts";
import { BilateralRelation } from "../../entities/BilateralRelation.ts";
import { Country } from "../../entities/Country.ts";
import { Place } from "../../entities/Place.ts";
import { relationOf } from "../../graph/model/model.ts";
import { patternOfQuestion, patternFrom, type Pattern } from "../../graph/model/pattern.ts";
import { query } from "../../graph/queries.ts";
import type { PairParameters } from "./pair.ts";

const ofNationals = relationOf(Country, "flowsOfNationals")!;
const observedByOther = query("bilateral/conditions/observedByOther");

const metMany = query("bilateral/conditions/metMany");

/**
 * The patterns of each list, whose queries get the parameters of a pair. Duplicates are removed.
 * Meetings and events are read from an index, a page at a time, for each state and relation: see `pagedParameters`.
 */
export function pairListsOf({ allOfFew, relations }: PairParameters): PairPatterns {
  return {
    ...pairLists,
    meetings: allOfFew.map((_, at) => patternFrom(relationOf(Country, "meetings")!, numbered("few", at), metMany)),
    // Without a relation, the one of no id.
    events: (relations.length > 0 ? relations : [null]).map((_, at) =>
      patternFrom(relationOf(BilateralRelation, "events")!, numbered("relation", at)),
    ),
  };
}

/** The parameters of these patterns: each state and each relation by a name of its own. */
export function pagedParameters(parameters: PairParameters): Record<string, unknown> {
  const { allOfFew, relations } = parameters;
  return {
    ...parameters,
    ...Object.fromEntries(allOfFew.map((id, at) => [numbered("few", at), id])),
    ...Object.fromEntries(relations.map((id, at) => [numbered("relation", at), id])),
  };
}

function numbered(name: string, at: number): string {
  return at === 0 ? name : `${name}${at}`;
}

/** The lists whose patterns are the same with and without predecessors; a file's items are all read and then sorted. */
export const pairLists = {
  flows: [
    patternFrom(relationOf(Place, "flows")!, "border"),
    patternFrom(ofNationals, "few", observedByOther),
    patternFrom(ofNationals, "many", observedByOther),
    patternOfQuestion("bilateral/lists/flowsAtBorder"),
  ],
  missions: [patternOfQuestion("bilateral/lists/missions")],
  policies: [patternOfQuestion("bilateral/lists/policies")],
  routes: [patternOfQuestion("bilateral/lists/routes")],
  statements: [patternOfQuestion("bilateral/lists/statements")],
  tenures: [patternOfQuestion("bilateral/lists/tenures")],
} satisfies Record<string, Pattern[]>;

export type PairPatterns = Record<PairList, Pattern[]>;
export type PairList = keyof typeof pairLists | "meetings" | "events";
