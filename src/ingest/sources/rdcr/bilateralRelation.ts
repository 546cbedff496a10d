/** The relation of two states, in the same form for every data set. */
import { codeOf, nameInText } from "../../countries/countryNames.ts";
import type { CountryEntry } from "../../countries/crosswalk.ts";
import { authored } from "../shared/editors.ts";
import type { Facts, Saying } from "../../facts.ts";

/**
 * States the relation of two states, in either order.
 * @param saying of the record that mentions both; only its first record is kept.
 * @returns its id: `bilateral-relation:mx-us`.
 */
export function bilateralRelation(facts: Facts, a: CountryEntry, b: CountryEntry, saying: Saying): string {
  const pair = [a, b].sort((one, other) => (codeOf(one) < codeOf(other) ? -1 : 1));
  const id = `bilateral-relation:${pair.map(codeOf).join("-")}`;
  if (facts.has(id)) return id;
  const [first, second] = pair.map((each) => nameInText(each));
  const relation = facts.entity("BilateralRelation", id, saying.origin);
  relation.say("name", `${capitalized(first!)} and ${second}`, authored(facts, saying));
  const { given: _given, ...states } = saying;
  for (const country of pair) relation.say("countries", country.id, states);
  return id;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
