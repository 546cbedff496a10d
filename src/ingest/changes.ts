/** The changes that a plan is made of: nodes and edges as they are, and as they are to be. */

export type Properties = Record<string, unknown>;

/** A node as it is and as it is to be; null where there is none. */
export interface NodeChange {
  id: string;
  label: string;
  before: Properties | null;
  after: Properties | null;
}

/** An edge as it is and as it is to be; null where there is none. */
export interface EdgeChange {
  from: string;
  to: string;
  type: string;
  before: Properties | null;
  after: Properties | null;
}

/** Whether nothing would change. */
export function sameProperties(a: Properties, b: Properties): boolean {
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => a[name] === b[name] || JSON.stringify(a[name]) === JSON.stringify(b[name]))
  );
}

/** Properties but one. */
export function without(properties: Properties, name: string): Properties {
  const { [name]: _, ...rest } = properties;
  return rest;
}
