/** The subject of a coverage question, with the properties that scopes refer to. */
import type { FactKind } from "../../entities/Source.ts";

/** The types that coverage supports. */
export type Askable = "BilateralRelation" | "Country" | "Official" | "Place" | "Post";

/** The subject, with the properties that scopes refer to. */
export interface CoverageSubject {
  id: string;
  type: Askable | "HeadsOfMission";
  name: string;
  /** The states with their names: the state itself, both of a pair, sender and receiver of a mission, that of an office or person, those of a place. */
  countries: { id: string; name: string }[];
  /** For an office. */
  kind: string | null;
  accreditedTo: string | null;
  toOrganization: boolean;
  /** For a person: the offices in sources. */
  posts: string[];
  /** For a place: itself, and the larger ones that contain it. */
  places: string[];
}

export type FactKindWord = keyof typeof FactKind;

/** The kinds of fact supported for each type. */
export const askable: Record<Askable, readonly FactKindWord[]> = {
  BilateralRelation: ["MEETINGS", "TENURES", "RELATIONS", "FLOWS"],
  Country: ["MEETINGS", "TENURES", "RELATIONS", "FLOWS"],
  Official: ["MEETINGS", "TENURES"],
  Place: ["MEETINGS", "FLOWS"],
  Post: ["TENURES"],
};

/** Two states as a pair, even if they have no relation. */
export function pairSubject(
  one: Pick<CoverageSubject, "id" | "name">,
  other: Pick<CoverageSubject, "id" | "name">,
): CoverageSubject {
  const countries = [one, other].map(({ id, name }) => ({ id, name })).sort((a, b) => (a.id < b.id ? -1 : 1));
  const name = `relations of ${countries.map((each) => each.name).join(" and ")}`;
  return { ...nothing, id: one.id, type: "BilateralRelation", name, countries };
}

/** The heads of mission of one state to another, even if no source mentions its head. */
export function missionSubject(sendingId: string, receivingId: string): CoverageSubject {
  const countries = [sendingId, receivingId].map((id) => ({ id, name: id }));
  return { ...nothing, id: sendingId, type: "HeadsOfMission", name: "", countries };
}

const nothing = { kind: null, accreditedTo: null, toOrganization: false, posts: [], places: [] };
