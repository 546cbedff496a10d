/** The claims behind an item of a list: those of the relation, whichever side states it, or of what lies between. */
import { classNamed, isOwned, ownerOf, type Relation } from "./model.ts";
import { pathOf, query } from "./queries.ts";
import { patternWithin, withConditions } from "./statements.ts";

const claimsOf = (subject: string, condition: string): string => `
  MATCH (claim:Claim {subjectId: ${subject}})
  WHERE claim.sortKey >= "" AND claim.id >= ""${condition && ` AND ${condition}`}`;

/**
 * The statement that finds the claims for each of some pairs of parent and item.
 * @param relation null for lists of the whole graph, where the item alone is asked of.
 * @returns text and parameters; rows are `[parent, item, ids of the claims]`. It is given `$pairs` and `$mostClaims`.
 */
export function evidenceStatement(relation: Relation | null): { text: string; parameters: Record<string, unknown> } {
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
  const owner = isOwned(relation) ? relation : ownerOf(relation);
  if (owner) {
    // One claim may say several fields of a record.
    const states = (other: string): string =>
      `(claim.predicate = $predicate AND claim.valueEntityId = ${other} OR claim.predicate = "record" AND $predicate IN claim.fields)`;
    const forward = claimsOf("pair[0]", states("pair[1]"));
    const backward = claimsOf("pair[1]", states("pair[0]"));
    const parameters = { predicate: owner.name };
    if (relation.inverse === relation.name)
      return {
        text: `CALL (pair) {${forward} RETURN claim UNION ${backward} RETURN claim }`,
        parameters,
      };
    return { text: owner === relation ? forward : backward, parameters };
  }
  const pattern = query(pathOf(relation));
  if (pattern.includes("(claim:Claim {subjectId: parent.id}"))
    return { text: claimsOf("pair[0]", "claim.sourceId = pair[1]"), parameters: {} };
  const within = patternWithin(relation, "parent", 0);
  const named = withNames(within.pattern, within.target);
  const reached = `MATCH (parent:Node {id: pair[0]})\n  ${withConditions(named.text, [`${within.target}.id = pair[1]`])}`;
  const between = named.between.map((name) => `${name}.id`);
  return {
    text: `${reached}
  UNWIND [${between.join(", ")}] AS betweenId
  ${claimsOf("betweenId", `(claim.valueEntityId IN [pair[0], pair[1], ${between.join(", ")}] OR claim.predicate = "record")`)}`,
    parameters: {},
  };
}

// What lies between parent and item in a derived pattern: named nodes as they are, the others given a name.
function withNames(pattern: string, target: string): { text: string; between: string[] } {
  const between: string[] = [];
  let depth = 0;
  const text = pattern.replace(/[{}]|\((\w*):\w+[^()]*\)/g, (whole, name: string | undefined) => {
    if (whole === "{" || whole === "}") {
      depth += whole === "{" ? 1 : -1;
      return whole;
    }
    if (name === "parent" || name === target || depth > 0) return whole;
    const own = name || `between${between.length}`;
    between.push(own);
    return `(${own}${whole.slice(1 + (name ?? "").length)}`;
  });
  return { text, between };
}
