/** Lists in groups, in pieces and in order. */

/** Adds a value to those of its key. */
export function push<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const found = groups.get(key);
  if (found) found.push(value);
  else groups.set(key, [value]);
}

/** A list in pieces of at most so many. */
export function* pages<T>(list: T[], size: number): Generator<T[]> {
  for (let start = 0; start < list.length; start += size) yield list.slice(start, start + size);
}

/** Which of two texts comes first, by their characters. */
export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
