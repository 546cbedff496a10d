/** A box that completes what is typed: arrow keys choose, Enter opens, Escape closes, `/` comes here from anywhere. */
import { useSignal } from "@preact/signals";
import { useEffect, useId, useLayoutEffect, useRef } from "preact/hooks";
import { askServer } from "../../site/ask.ts";
import { Segments, type Segment } from "../../parts/Segments.tsx";
import { wordsOf } from "../../parts/words.ts";
import suggest from "./suggest.graphql?raw";

export interface Suggestion {
  entityId: string;
  kind: string;
  line: string | null;
  text: string;
  segments: Segment[];
}

/** How long to wait for another letter, in milliseconds. */
const pause = 90;

export function SearchBox(props: {
  label: string;
  placeholder?: string;
  text?: string;
  kinds?: string[];
  /** Whether the key `/` comes here. */
  isMain?: boolean;
  /** Keeps the label for those who can't see, where the page shows what the box is for. */
  isLabelHidden?: boolean;
  onChoose: (suggestion: Suggestion) => void;
  /** For Enter without a choice. Without it, Enter takes the first suggestion. */
  onAsk?: (text: string) => void;
}) {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const text = useSignal(props.text ?? "");
  const suggestions = useSignal<Suggestion[]>([]);
  const chosen = useSignal(-1);
  const isOpen = useSignal(false);
  const problem = useSignal("");
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);

  const given = useRef(props.text);
  useEffect(() => {
    if (given.current === props.text) return;
    given.current = props.text;
    text.value = props.text ?? "";
  }, [props.text]);
  // Whoever sees the box may type at once, also before the script has come.
  useLayoutEffect(() => {
    if (box.current!.value !== text.value) onInput();
  }, []);
  useLayoutEffect(() => {
    if (!props.isMain) return;
    const focus = (event: KeyboardEvent): void => {
      const { tagName, isContentEditable } = event.target as HTMLElement;
      if (event.key !== "/" || event.ctrlKey || event.metaKey || isContentEditable) return;
      if (["INPUT", "TEXTAREA", "SELECT"].includes(tagName)) return;
      event.preventDefault();
      box.current!.focus();
      box.current!.select();
    };
    addEventListener("keydown", focus);
    return () => removeEventListener("keydown", focus);
  }, [props.isMain]);

  const complete = async (prefix: string): Promise<void> => {
    try {
      const { data } = await askServer<{ suggest: Suggestion[] }>(suggest, { prefix, kinds: props.kinds });
      if (text.value.trim() !== prefix) return;
      suggestions.value = data.suggest;
      problem.value = "";
    } catch (error) {
      suggestions.value = [];
      problem.value = (error as Error).message;
    }
    chosen.value = -1;
    isOpen.value = document.activeElement === box.current;
  };
  const onInput = (): void => {
    text.value = box.current!.value;
    clearTimeout(waiting.current);
    const prefix = text.value.trim();
    if (prefix) waiting.current = setTimeout(() => void complete(prefix), pause);
    else isOpen.value = false;
  };
  const choose = (suggestion: Suggestion): void => {
    isOpen.value = false;
    text.value = suggestion.text;
    props.onChoose(suggestion);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { length } = suggestions.value;
    if (event.key === "Escape") isOpen.value = false;
    if (!["ArrowDown", "ArrowUp"].includes(event.key) || length === 0) return;
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    // One place besides the suggestions: what was typed.
    chosen.value = isOpen.value ? ((chosen.value + step + 1 + length + 1) % (length + 1)) - 1 : 0;
    isOpen.value = true;
  };
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    clearTimeout(waiting.current);
    const suggestion = isOpen.value ? suggestions.value[chosen.value] : undefined;
    if (suggestion) return choose(suggestion);
    isOpen.value = false;
    if (props.onAsk) {
      if (text.value.trim()) props.onAsk(text.value.trim());
    } else if (suggestions.value[0]) choose(suggestions.value[0]);
  };

  const shown = isOpen.value && (suggestions.value.length > 0 || problem.value !== "" || text.value.trim() !== "");
  return (
    <form role="search" class="search-box" action="/" aria-label={props.label} onSubmit={onSubmit}>
      <label for={id} class={props.isLabelHidden ? "hidden" : ""}>
        {props.label}
      </label>
      <div class="field">
        <input
          ref={box}
          id={id}
          name="q"
          type="text"
          role="combobox"
          autoComplete="off"
          autoCapitalize="off"
          spellcheck={false}
          enterKeyHint="search"
          maxLength={200}
          placeholder={props.placeholder}
          value={text.value}
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-activedescendant={shown && chosen.value >= 0 ? `${id}-${chosen.value}` : undefined}
          aria-keyshortcuts={props.isMain ? "/" : undefined}
          onInput={onInput}
          onKeyDown={onKeyDown}
          onBlur={() => (isOpen.value = false)}
        />
        {props.onAsk && <button type="submit">Search</button>}
      </div>
      <div class="suggestions" hidden={!shown}>
        <ul id={`${id}-list`} role="listbox" aria-label="Suggestions">
          {suggestions.value.map((each, index) => (
            <li
              key={each.entityId}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === chosen.value}
              // The box keeps the focus until the click has been heard.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(each)}
            >
              <span class="name">
                <Segments segments={each.segments} />
              </span>{" "}
              <span class="kind">{wordsOf(each.kind)}</span>
              {each.line && <span class="line"> {each.line}</span>}
            </li>
          ))}
        </ul>
        {suggestions.value.length === 0 && (
          <p>
            {problem.value || "No name begins so."}
            {!problem.value && props.onAsk && " Enter searches summaries and other spellings."}
          </p>
        )}
      </div>
      <p role="status" class="hidden">
        {shown ? `${suggestions.value.length} suggestions` : ""}
      </p>
    </form>
  );
}
