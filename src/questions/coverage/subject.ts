/** What a question of coverage is asked of, as far as a scope can tell it apart. */
import type { FactKind } from "../../entities/Source.ts";

/** The types that a question of coverage can be asked of. */
export type Askable = "BilateralRelation" | "Country" | "Official" | "Place" | "Post";

/** What is asked of, as far as a scope can tell it apart. */
export interface Subject {
  id: string;
  type: Askable | "Mission";
  name: string;
  /** The state, the two of a pair, the sending and the receiving one of a mission, that of an office or a person, those that a place lies in; with their names. */
  countries: { id: string; name: string }[];
  /** Of an office. */
  kind: string | null;
  accreditedTo: string | null;
  toOrganization: boolean;
  /** Of a person: the offices that sources show. */
  posts: string[];
  /** Of a place: itself, and the larger ones that it lies in. */
  places: string[];
}

export type FactKindWord = keyof typeof FactKind;

/** The kinds of fact that can be asked of each type. */
export const askable: Record<Askable, readonly FactKindWord[]> = {
  BilateralRelation: ["MEETINGS", "TENURES", "RELATIONS", "FLOWS"],
  Country: ["MEETINGS", "TENURES", "RELATIONS", "FLOWS"],
  Official: ["MEETINGS", "TENURES"],
  Place: ["MEETINGS", "FLOWS"],
  Post: ["TENURES"],
};

/** Two states as a pair, whether or not there is a relation of theirs. */
export function pairSubject(one: Pick<Subject, "id" | "name">, other: Pick<Subject, "id" | "name">): Subject {
  const countries = [one, other].map(({ id, name }) => ({ id, name })).sort((a, b) => (a.id < b.id ? -1 : 1));
  const name = `relations of ${countries.map((each) => each.name).join(" and ")}`;
  return { ...nothing, id: one.id, type: "BilateralRelation", name, countries };
}

/** The mission of one state to another, whether or not a source tells of its head. */
export function missionSubject(sendingId: string, receivingId: string): Subject {
  const countries = [sendingId, receivingId].map((id) => ({ id, name: id }));
  return { ...nothing, id: sendingId, type: "Mission", name: "", countries };
}

const nothing = { kind: null, accreditedTo: null, toOrganization: false, posts: [], places: [] };
