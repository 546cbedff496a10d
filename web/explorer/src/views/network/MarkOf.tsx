import { svgMark } from "./drawing/surfaces.ts";
import type { Mark } from "./kinds.ts";

/** The mark of a kind of entity, beside its name. */
export function MarkOf({ mark: { shape, colour } }: { mark: Mark }) {
  return (
    <svg
      class={`mark kind-${colour + 1}`}
      width="16"
      height="16"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: svgMark(shape, 8, 8, 5.6) }}
    />
  );
}
