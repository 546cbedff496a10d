/** XML's few rules, for the two formats that are written in it a piece at a time. */

/** Text as it may stand in an element or in an attribute. A character that XML 1.0 can't hold becomes U+FFFD. */
export function escaped(text: string): string {
  return text.replace(special, (found) => entities[found] ?? (isHeld(found) ? `&#${found.codePointAt(0)};` : "\ufffd"));
}

const special = /[&<>"\p{Control}\p{Surrogate}\ufffe\uffff]/gu;

// Some readers take one of these for a line break, unless it is written as a number.
function isHeld(found: string): boolean {
  return found >= "\u007f" && found <= "\u009f";
}

// A line break in an attribute would be read as a space.
const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\t": "&#9;",
  "\r": "&#13;",
};

/** The attributes of an element, those without a value left out. */
export function attributes(values: Record<string, string | null | undefined>): string {
  return Object.entries(values)
    .map(([name, value]) => (value == null ? "" : ` ${name}="${escaped(value)}"`))
    .join("");
}
