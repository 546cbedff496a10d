// Answers of different forms in one form, to be compared.
import { createHash } from "node:crypto";

/** Lists whose order no one asked for, by id. */
export function byId(items) {
  return items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** The same for the same content, whatever the order of keys; nothing is as null. */
export function digestOf(answer) {
  return createHash("sha256")
    .update(JSON.stringify(sorted(answer)))
    .digest("hex")
    .slice(0, 16);
}

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value ?? null;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]));
}
