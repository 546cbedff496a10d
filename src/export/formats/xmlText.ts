/** XML escaping, for the two formats written in pieces. */

/** Text for an element or an attribute. Characters that XML 1.0 can't represent become U+FFFD. */
export function escaped(text: string): string {
  return text.replace(special, (found) => entities[found] ?? (isHeld(found) ? `&#${found.codePointAt(0)};` : "\ufffd"));
}

const special = /[&<>"\p{Control}\p{Surrogate}\ufffe\uffff]/gu;

// Some readers take these for line breaks unless written as numbers.
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

/** The attributes of an element, without empty ones. */
export function attributes(values: Record<string, string | null | undefined>): string {
  return Object.entries(values)
    .map(([name, value]) => (value == null ? "" : ` ${name}="${escaped(value)}"`))
    .join("");
}
