/** Grouping, chunking and sorting of lists. */

/** Adds a value to the list of its key. */
export function push<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const found = groups.get(key);
  if (found) found.push(value);
  else groups.set(key, [value]);
}

/** Splits a list into chunks of at most this size. */
export function* pages<T>(list: T[], size: number): Generator<T[]> {
  for (let start = 0; start < list.length; start += size) yield list.slice(start, start + size);
}

/** Compares two texts by code units. */
export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
