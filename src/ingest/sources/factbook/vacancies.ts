/** Offices of which a line of the Factbook says that nobody holds them: `Ambassador (vacant since 20 January 2021)`. */
import { datesIn, type FactbookDate } from "./factbookDates.ts";
import { plain } from "./factbookLines.ts";
import type { FactbookRole } from "./text.ts";

/** The first office of a line, vacant. */
export interface VacantOffice {
  title: string;
  since: FactbookDate | null;
}

const principals: Record<FactbookRole, RegExp> = {
  chief_of_state: /^(?:Interim |Transitional )?(?:President|King|Queen|Governor[- ]General|Chief of state)$/i,
  head_of_government: /^(?:Interim |Transitional )?(?:Prime Minister|Premier|Chancellor|President)$/i,
  us_chief_of_mission: /^(?:ambassador|chief of mission|consul general|principal officer)$/i,
  chief_of_mission_in_us: /^(?:ambassador|chief of mission|apostolic nuncio|high commissioner|representative)$/i,
};

const vacancy = /^([\p{L} -]+?)\s*\(([^)]*\bvacant\b[^)]*)\)(?:\s*\(([^)]*)\))?/iu;

/** The first office that a line names, if it is vacant; undefined otherwise. */
export function vacantIn(text: string, role: FactbookRole): VacantOffice | undefined {
  const [, title, inner, more = ""] = vacancy.exec(plain(text).trim()) ?? [];
  if (title === undefined || !principals[role].test(title)) return undefined;
  const since = [inner!, more].find((words) => /\bsince\b/i.test(words));
  return { title, since: (since !== undefined && datesIn(since)[0]) || null };
}
