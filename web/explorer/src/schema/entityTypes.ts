/** The kinds of entity and their fields, as the schema describes them: asked once for a visit. */
import type { Ask } from "../site/ask.ts";

export interface TypeReference {
  kind: string;
  name: string | null;
  ofType: TypeReference | null;
}

export interface Field {
  name: string;
  description: string;
  args: { name: string }[];
  type: TypeReference;
}

export interface ObjectType {
  name: string;
  description: string;
  fields: Field[];
}

/** A type without its wrappers. */
export interface Unwrapped {
  kind: string;
  name: string;
  isList: boolean;
}

const parts = "kind name ofType { kind name ofType { kind name ofType { kind name } } }";
const fields = `name description fields { name description args { name } type { ${parts} } }`;

export function unwrapped(type: TypeReference): Unwrapped {
  let isList = false;
  let each = type;
  while (each.ofType) {
    isList ||= each.kind === "LIST";
    each = each.ofType;
  }
  return { kind: each.kind, name: each.name!, isList };
}

/** The schema, as far as pages of entities need it. */
export class EntityTypes {
  private readonly others = new Map<string, ObjectType>();

  constructor(
    readonly entities: ReadonlyMap<string, ObjectType>,
    private readonly interfaces: ReadonlySet<string>,
    /** The names of the fields that every kind has. */
    readonly common: ReadonlySet<string>,
  ) {}

  /** The type of an entity or of a value. */
  typeNamed(name: string): ObjectType | undefined {
    return this.entities.get(name) ?? this.others.get(name);
  }

  /** Whether a type is an entity's, or an interface of entities. */
  isEntity({ kind, name }: { kind: string; name: string }): boolean {
    return kind === "INTERFACE" || this.entities.has(name);
  }

  /** The type of the items of a connection, if it has entities. */
  itemTypeOf({ kind, name }: { kind: string; name: string }): string | undefined {
    if (kind !== "OBJECT" || !name.endsWith("Connection")) return undefined;
    const item = name.slice(0, -"Connection".length);
    // A list of an interface of entities has a page for every item too; claims and decisions have none.
    return this.entities.has(item) || this.interfaces.has(item) ? item : undefined;
  }

  /** Learns of the types of values that a type leads to, and of theirs. */
  async learn(ask: Ask, { fields: all }: ObjectType): Promise<void> {
    const names = new Set(
      all
        .map(({ type }) => unwrapped(type))
        .filter((type) => type.kind === "OBJECT" && !type.name.endsWith("Connection") && !this.typeNamed(type.name))
        .map(({ name }) => name)
        .filter((name) => name !== "Claim"),
    );
    if (names.size === 0) return;
    const document = `query Types { ${[...names].map((name) => `${name}: __type(name: "${name}") { ${fields} }`).join(" ")} }`;
    const { data } = await ask<Record<string, ObjectType>>(document);
    for (const [name, type] of Object.entries(data)) this.others.set(name, type);
    for (const type of Object.values(data)) await this.learn(ask, type);
  }
}

let known: Promise<EntityTypes> | undefined;

/** The kinds of entity. */
export function entityTypes(ask: Ask): Promise<EntityTypes> {
  known ??= read(ask).catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

async function read(ask: Ask): Promise<EntityTypes> {
  const { data } = await ask<{
    __type: { fields: { name: string }[]; possibleTypes: (ObjectType & { interfaces: { name: string }[] })[] };
  }>(
    `query EntityTypes { __type(name: "Entity") { fields { name } possibleTypes { interfaces { name } ${fields} } } }`,
  );
  const { possibleTypes, fields: common } = data.__type;
  return new EntityTypes(
    new Map(possibleTypes.map((type) => [type.name, type])),
    new Set(possibleTypes.flatMap(({ interfaces }) => interfaces.map(({ name }) => name))),
    new Set(common.map(({ name }) => name)),
  );
}
