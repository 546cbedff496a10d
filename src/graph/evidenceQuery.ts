/** The claims behind an item of a list: on the relation, on whichever side it is stated, or on the node in between. */
import { classNamed, isOwned, owningSideOf, relationOf } from "./model/model.ts";
import type { Relation } from "./model/declarations.ts";
import { indexConditions, patternOf, printed } from "./model/pattern.ts";

const claimsOf = (subject: string, condition: string): string => `
  MATCH (claim:Claim {subjectId: ${subject}})
  WHERE claim.sortKey >= "" AND claim.id >= ""${condition && ` AND ${condition}`}`;

/**
 * The query that finds the claims for pairs of parent and item.
 * @param relation null for lists of the whole graph, which have only the item.
 * @returns text and parameters, besides `$pairs` and `$mostClaims`; rows are `[parent, item, ids of the claims]`.
 */
export function evidenceQuery(relation: Relation | null): { text: string; parameters: Record<string, unknown> } {
  const { text, parameters } = claims(relation);
  return {
    text: `UNWIND $pairs AS pair
CALL (pair) {
  ${text}
  WITH DISTINCT claim ORDER BY claim.sortKey, claim.id LIMIT toInteger($mostClaims)
  RETURN collect(claim.id) AS ids
}
RETURN pair[0], pair[1], ids`,
    parameters,
  };
}

function claims(relation: Relation | null): { text: string; parameters: Record<string, unknown> } {
  if (relation === null) return { text: claimsOf("pair[1]", ""), parameters: {} };
  if (relation.target() === classNamed("Claim"))
    return { text: "MATCH (claim:Claim&Node {id: pair[1]})", parameters: {} };
  const owning = isOwned(relation) ? relation : owningSideOf(relation);
  if (owning) {
    // One claim may state several fields of a record.
    const states = (other: string): string =>
      `(claim.predicate = $predicate AND claim.valueEntityId = ${other} OR claim.predicate = "record" AND $predicate IN claim.fields)`;
    const forward = claimsOf("pair[0]", states("pair[1]"));
    const backward = claimsOf("pair[1]", states("pair[0]"));
    const parameters = { predicate: owning.name };
    if (relation.inverse === relation.name)
      return {
        text: `CALL (pair) {${forward} RETURN claim UNION ${backward} RETURN claim }`,
        parameters,
      };
    return { text: owning === relation ? forward : backward, parameters };
  }
  const [toLink, toItem] = relation.through ?? [];
  if (toLink !== undefined && relationOf(relation.domain, toLink)!.target() === classNamed("Claim"))
    return { text: claimsOf("pair[0]", `claim.${toItem!}Id = pair[1]`), parameters: {} };
  const pattern = patternOf(relation);
  return {
    text: `MATCH (parent:Node {id: pair[0]})
  ${printed(pattern, [...indexConditions(pattern), "item.id = pair[1]"])}
  WITH [node IN ${pattern.between} | node.id] AS between
  UNWIND between AS betweenId
  ${claimsOf("betweenId", `(claim.valueEntityId IN [pair[0], pair[1]] + between OR claim.predicate = "record")`)}`,
    parameters: {},
  };
}
