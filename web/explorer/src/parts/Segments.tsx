/** A text in pieces, with those marked that match what was typed. */

export interface Segment {
  text: string;
  matched: boolean;
}

export function Segments({ segments }: { segments: readonly Segment[] }) {
  return <>{segments.map(({ text, matched }) => (matched ? <mark>{text}</mark> : text))}</>;
}
