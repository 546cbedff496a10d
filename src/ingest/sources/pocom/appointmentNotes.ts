/** What the notes of an appointment tell, in a few words of our own: how it ended, what came of it, how it began. */
import * as z from "zod";
import { meaningOf, meanings, worldFile } from "../../worldFile.ts";

const known = worldFile(
  "appointmentNotes.yaml",
  import.meta.url,
  z.strictObject({ ends: meanings("i"), outcomes: meanings("i"), circumstances: meanings("i") }),
);

/** Titles of those who do the duties of an office without holding it. */
const actingTitles = ["charge-daffaires-ad-interim", "charge-daffaires-pro-tem", "acting-principal-officer"];

/** Whether a title of a chief of mission, by its id, is that of one who acts for another. */
export function isActing(title: string): boolean {
  return actingTitles.includes(title);
}

/** How an appointment ended, by the note beside its end: `Left post`. Undefined when the note doesn't tell. */
export function endReasonOf(note: string): string | undefined {
  return meaningOf(note, known().ends);
}

/** What came of a nomination, by the note of its record. Undefined when the note doesn't tell. */
export function outcomeOf(note: string): string | undefined {
  return meaningOf(note, known().outcomes);
}

/** How an appointment began or was held, by all notes of its record; undefined when they tell nothing of it. */
export function circumstancesOf(notes: string[]): string | undefined {
  const told = known()
    .circumstances.filter(([pattern]) => notes.some((note) => pattern.test(note)))
    .map(([, word]) => word);
  return told.length > 0 ? told.join("; ") : undefined;
}

/** Whether a note beside the start means the beginning of duty, and not a presentation of credentials. */
export function isEntryOnDuty(note: string): boolean {
  return /assumed charge|entered on duty|(?:embassy|legation)\b.*(?:established|opened)|not given new credentials|^commissioned|^designated/i.test(
    note,
  );
}
