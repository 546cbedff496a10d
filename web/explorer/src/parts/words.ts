/** Names of the schema as words for readers. */

/** `presentedCredentials`, `SOME_VALUE` and `BilateralRelation` as words, in lower case; `isoAlpha2` as ISO alpha 2. */
export function wordsOf(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])|([a-z])(\d)/g, "$1$3 $2$4")
    .replaceAll("_", " ")
    .toLowerCase()
    .replace(/\b(?:iso|gec)\b/g, (acronym) => acronym.toUpperCase());
}

/** With a capital at the beginning. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A name of a field as its FieldName: `endReason` is END_REASON. */
export function fieldNameOf(field: string): string {
  return field.replace(/([a-z\d])([A-Z])/g, "$1_$2").toUpperCase();
}

/** `1 meeting`, `2,312 meetings`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
