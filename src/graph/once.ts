/** A function that makes each of its answers once, when it is first asked, and then remembers it. */
export function once<Made>(make: () => Made): () => Made;
export function once<Key, Made>(make: (key: Key) => Made): (key: Key) => Made;
export function once<Made>(make: (key: unknown) => Made): (key?: unknown) => Made {
  const made = new Map<unknown, Made>();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key)!;
  };
}
