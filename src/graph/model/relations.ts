/** `@One` and `@Many`: declare a relation; its pattern is derived. */
import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Field, Info } from "type-graphql";
import { classNamed, declareRelation } from "./model.ts";
import { saysNull } from "./declare.ts";
import type { ModelClass, Relation } from "./declarations.ts";
import type { PageArguments } from "../page.ts";
import { connectionOf, pageArgumentsOf } from "../connection.ts";
import type { Context } from "../graph.ts";

interface RelationOptions {
  /** This side owns the relation: facts state it here, and this is the type of its edge. */
  edge?: string;
  /** This side owns the relation, which has too many instances for edges: only the target's id is stored. */
  foreignKey?: boolean;
  /** This side owns the relation, and no relation of the target inverts it. */
  oneWay?: boolean;
  /** The target owns the relation, under this name. */
  inverse?: string;
  /**
   * A derived relation: one of this entity's relations, and one from there to the items. Without any of these options
   * the file of its coordinate in `cypher/relations/` defines it.
   */
  through?: readonly [string, string];
  /** Its term in other vocabularies: `schema:location`. */
  elsewhere?: string;
}

/**
 * Declares a relation to at most one entity.
 * @param leadsTo the name of the entity or interface, since an import would be circular.
 * @param options `required`: a fact without it is refused, and the field is never null.
 */
export function One(
  leadsTo: string,
  description: string,
  options: RelationOptions & { required?: boolean } = {},
): PropertyDecorator {
  return (prototype, key) => {
    const relation = declared(prototype, key, leadsTo, description, { ...options, many: false, ordered: false });
    method(prototype, key, function (this: object, context: Context, info: GraphQLResolveInfo) {
      return context.graph.one(relation, this, info);
    });
    const nullable = !relation.required;
    Field(relation.target as never, { description: nullable ? saysNull(description) : description, nullable })(
      prototype,
      key,
      descriptorOf(prototype, key),
    );
    Ctx()(prototype, key, 0);
    Info()(prototype, key, 1);
  };
}

/**
 * Declares a relation to any number of entities, in pages.
 * @param options `ordered`: the order in a fact has a meaning, and is kept.
 */
export function Many(
  leadsTo: string,
  description: string,
  options: RelationOptions & { ordered?: boolean } = {},
): PropertyDecorator {
  return (prototype, key) => {
    const relation = declared(prototype, key, leadsTo, description, { ...options, many: true, required: false });
    method(prototype, key, function (this: object, args: PageArguments, context: Context, info: GraphQLResolveInfo) {
      return context.graph.many(relation, this, args, info);
    });
    Field(() => connectionOf(relation.target()) as never, { description })(
      prototype,
      key,
      descriptorOf(prototype, key),
    );
    Args(() => pageArgumentsOf(relation.target()) as never)(prototype, key, 0);
    Ctx()(prototype, key, 1);
    Info()(prototype, key, 2);
  };
}

function declared(
  prototype: object,
  key: string | symbol,
  leadsTo: string,
  description: string,
  options: RelationOptions & { many: boolean; ordered?: boolean; required?: boolean },
): Relation {
  const { ordered = false, required = false } = options;
  const relation = {
    ...options,
    ordered,
    required,
    name: key as string,
    leadsTo,
    target: (): ModelClass => classNamed(leadsTo),
    description,
    domain: prototype.constructor as ModelClass,
  };
  declareRelation(relation);
  return relation;
}

// The entity's field is only `declare`d: the resolver is this method on the prototype.
function method(prototype: object, key: string | symbol, value: (...parameters: never[]) => unknown): void {
  Object.defineProperty(prototype, key, { value, configurable: true });
}

function descriptorOf(prototype: object, key: string | symbol): PropertyDescriptor {
  return Object.getOwnPropertyDescriptor(prototype, key)!;
}
