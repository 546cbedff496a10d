/** Chooses the two states of the page. */
import { useSignal } from "@preact/signals";
import { goTo } from "../../site/goTo.ts";
import { SearchBox } from "../search/SearchBox.tsx";

const slugOf = (id: string): string => id.slice(id.indexOf(":") + 1);

/** @param a the slug of the first state, and `b` that of the second, if they are chosen already. */
export function Choice({ a, b, names }: { a?: string; b?: string; names?: [string, string] }) {
  const chosen = useSignal<[string | undefined, string | undefined]>([a, b]);
  const choose = (place: 0 | 1, id: string): void => {
    const next: typeof chosen.value = [...chosen.value];
    next[place] = slugOf(id);
    chosen.value = next;
    if (next[0] && next[1] && next[0] !== next[1]) goTo(`/pair/${next.join("/")}`);
  };
  return (
    <div class="choice">
      <SearchBox
        label="One state"
        kinds={["COUNTRY"]}
        text={names?.[0]}
        onChoose={({ entityId }) => choose(0, entityId)}
      />
      <SearchBox
        label="The other state"
        kinds={["COUNTRY"]}
        text={names?.[1]}
        onChoose={({ entityId }) => choose(1, entityId)}
      />
      {chosen.value[0] && chosen.value[0] === chosen.value[1] && (
        <p role="alert">These are one state. Choose another.</p>
      )}
    </div>
  );
}
