/** The meaning of an appointment's notes, in our words: how it ended, its outcome, how it began. */
import * as z from "zod";
import { meaningOf, meanings, worldFile } from "../../worldFile.ts";

const known = worldFile(
  "appointmentNotes.yaml",
  import.meta.url,
  z.strictObject({ ends: meanings("i"), outcomes: meanings("i"), circumstances: meanings("i") }),
);

/** Titles of those who perform the duties of an office without holding it. */
const actingTitles = ["charge-daffaires-ad-interim", "charge-daffaires-pro-tem", "acting-principal-officer"];

/** Whether a chief of mission's title, by id, is that of an acting one. */
export function isActing(title: string): boolean {
  return actingTitles.includes(title);
}

/** How an appointment ended, from the note on its end: `Left post`. Undefined if the note doesn't say. */
export function endReasonOf(note: string): string | undefined {
  return meaningOf(note, known().ends);
}

/** The outcome of a nomination, from the note of its record. Undefined if the note doesn't say. */
export function outcomeOf(note: string): string | undefined {
  return meaningOf(note, known().outcomes);
}

/** How an appointment began or was held, from all notes of its record; undefined if they don't say. */
export function circumstancesOf(notes: string[]): string | undefined {
  const told = known()
    .circumstances.filter(([pattern]) => notes.some((note) => pattern.test(note)))
    .map(([, word]) => word);
  return told.length > 0 ? told.join("; ") : undefined;
}

/** Whether a note on the start means taking up duty, not presenting credentials. */
export function isEntryOnDuty(note: string): boolean {
  return /assumed charge|entered on duty|(?:embassy|legation)\b.*(?:established|opened)|not given new credentials|^commissioned|^designated/i.test(
    note,
  );
}
