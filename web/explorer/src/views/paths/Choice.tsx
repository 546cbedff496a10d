/** Chooses the two whose ways are sought. */
import { useSignal } from "@preact/signals";
import { goTo } from "../../site/goTo.ts";
import { SearchBox } from "../search/SearchBox.tsx";

export function Choice({
  from,
  to,
  names,
  during,
}: {
  from?: string | undefined;
  to?: string | undefined;
  names?: [string, string];
  during?: string | null;
}) {
  const chosen = useSignal<[string | undefined, string | undefined]>([from, to]);
  const choose = (place: 0 | 1, id: string): void => {
    const next: typeof chosen.value = [...chosen.value];
    next[place] = id;
    chosen.value = next;
    if (next[0] && next[1] && next[0] !== next[1]) {
      const query = new URLSearchParams({ from: next[0], to: next[1], ...(during && { during }) });
      goTo(`/paths?${query.toString().replaceAll("%3A", ":")}`);
    }
  };
  return (
    <div class="choice">
      <SearchBox label="From" text={names?.[0]} onChoose={({ entityId }) => choose(0, entityId)} />
      <SearchBox label="To" text={names?.[1]} onChoose={({ entityId }) => choose(1, entityId)} />
      {chosen.value[0] && chosen.value[0] === chosen.value[1] && (
        <p role="alert">These are one and the same. Choose another.</p>
      )}
    </div>
  );
}
