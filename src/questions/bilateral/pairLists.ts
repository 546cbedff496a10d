/** The lists of a pair: those of the smaller state, restricted to the other, or queries from files. */
import "../../entities/entities.ts";
import { BilateralRelation } from "../../entities/BilateralRelation.ts";
import { Country } from "../../entities/Country.ts";
import { Place } from "../../entities/Place.ts";
import { relationOf } from "../../graph/model/model.ts";
import { patternOfQuestion, patternFrom, type Pattern } from "../../graph/model/pattern.ts";
import { query } from "../../graph/queries.ts";

const ofNationals = relationOf(Country, "flowsOfNationals")!;
const observedByOther = query("bilateral/conditions/observedByOther");

/** The patterns of each list, whose queries get the parameters of a pair. Duplicates are removed. */
export const pairLists = {
  // These are read from an index, a page at a time; a file's items are all read and then sorted.
  meetings: [patternFrom(relationOf(Country, "meetings")!, "few", query("bilateral/conditions/metMany"))],
  events: [patternFrom(relationOf(BilateralRelation, "events")!, "relation")],
  flows: [
    patternFrom(relationOf(Place, "flows")!, "border"),
    patternFrom(ofNationals, "few", observedByOther),
    patternFrom(ofNationals, "many", observedByOther),
    patternOfQuestion("bilateral/lists/flowsAtBorder"),
  ],
  policies: [patternOfQuestion("bilateral/lists/policies")],
  routes: [patternOfQuestion("bilateral/lists/routes")],
  statements: [patternOfQuestion("bilateral/lists/statements")],
  tenures: [patternOfQuestion("bilateral/lists/tenures")],
} satisfies Record<string, Pattern[]>;
