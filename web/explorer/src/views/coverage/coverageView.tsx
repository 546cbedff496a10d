/** `/coverage`: the record itself: its sources and their reach, what is contested, its editions. */
import { placeIn } from "../../parts/Pager.tsx";
import { missing } from "../../site/missing.tsx";
import type { View } from "../../site/page.ts";
import { CoveragePage } from "./CoveragePage.tsx";
import { facts, listed, type Facts, type RecordAnswer } from "./recordAnswer.ts";
import { totalsOf } from "./totals.ts";
import document from "./record.graphql?raw";

/** The view of the record. */
export const coverageView: View = async (address, ask) => {
  const { searchParams } = address;
  const asked = searchParams.get("about") as Facts | null;
  const about = asked && facts.includes(asked) ? asked : "MEETINGS";
  const state = searchParams.get("state");
  const since = Number(searchParams.get("since")) || null;
  const contested = searchParams.get("contested");
  // One of the two lists can be elsewhere than at its beginning.
  const { start, page } = placeIn(address, listed);
  const beginning = { first: listed };
  const isChanges = searchParams.get("list") === "changes";
  const at = (isHere: boolean, name: string): Record<string, unknown> =>
    Object.fromEntries(Object.entries(isHere ? page : beginning).map(([word, value]) => [`${word}${name}`, value]));
  const variables = {
    isOfState: state !== null,
    state: { id: `country:${state ?? "us"}` },
    years: `1776/${new Date().getFullYear()}`,
    meetings: about === "MEETINGS",
    tenures: about === "TENURES",
    relations: about === "RELATIONS",
    flows: about === "FLOWS",
    contested: contested ? [contested] : null,
    ...at(!isChanges, "Contested"),
    isSince: since !== null,
    since: { number: since ?? 1 },
    ...at(isChanges, "Change"),
  };
  const [{ data: record }, totals] = await Promise.all([ask<RecordAnswer>(document, variables), totalsOf(ask)]);
  if (state !== null && !record.meetingsOfState) return missing(`country:${state}`);
  return {
    title: "What is here · Entente",
    description: "The record itself: its sources and how far each reaches, what is contested, its editions.",
    canonical: "/coverage",
    body: (
      <CoveragePage
        {...{ address, record, totals, about, since, contested }}
        state={state}
        starts={isChanges ? { contested: 1, changes: start } : { contested: start, changes: 1 }}
      />
    ),
    question: { document, variables },
  };
};
