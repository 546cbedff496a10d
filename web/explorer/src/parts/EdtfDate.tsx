/** A date in English, with its EDTF where words say less: uncertain, approximate, open, one of several. */

export interface Date {
  edtf: string;
  text: string;
  firstDay: string | null;
  lastDay: string | null;
}

/** The fields of a date that a query needs for it. */
export const dateFields = "edtf text firstDay lastDay";

/** A year, a month or a day, or an interval of two. */
const plain = /^\d{4}(-\d\d){0,2}(\/\d{4}(-\d\d){0,2})?$/;

export function EdtfDate({ date: { edtf, text, firstDay, lastDay } }: { date: Date }) {
  if (plain.test(edtf) && !edtf.includes("/")) return <time dateTime={edtf}>{text}</time>;
  return (
    <span class="date" title={`${edtf}: ${firstDay ?? "open"} to ${lastDay ?? "open"}`}>
      {text}
      {!plain.test(edtf) && <span class="edtf"> {edtf}</span>}
    </span>
  );
}
