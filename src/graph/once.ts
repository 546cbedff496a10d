/** A function that computes each answer once and caches it. */
export function once<Made>(make: () => Made): () => Made;
export function once<Key, Made>(make: (key: Key) => Made): (key: Key) => Made;
export function once<Made>(make: (key: unknown) => Made): (key?: unknown) => Made {
  const made = new Map<unknown, Made>();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key)!;
  };
}
