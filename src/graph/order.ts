/** The order of a list: its own, or by a property of its items. */
import { Field, InputType } from "type-graphql";
import { enumeration } from "./model/declare.ts";
import { propertiesOf, typeOf } from "./model/model.ts";
import { wordOf } from "./model/casing.ts";
import type { ModelClass, Property } from "./model/declarations.ts";
import { once } from "./once.ts";

/** The direction of an order. */
export const SortDirection = enumeration("SortDirection", "The direction of an order.", {
  ASCENDING: "From the least, the earliest or the letter A; null comes last.",
  DESCENDING: "The reverse; null comes first.",
});

/** The argument, as received from GraphQL. */
export interface OrderArgument {
  field?: string | null;
  direction?: keyof typeof SortDirection | null;
}

/** A parsed order. */
export interface SortOrder {
  /** The property to sort by; null for the list's own order. */
  property: Property | null;
  descending: boolean;
}

/** The order input of an entity or interface: `MeetingOrder`. Created once. */
export const orderInputOf = once((cls: ModelClass): ModelClass => {
  const { name } = typeOf(cls);
  class Order {}
  const sortable = propertiesOf(cls).filter(isSortable);
  if (sortable.length > 0) {
    const fields = enumeration(
      `${name}OrderField`,
      `Ways to sort a list of ${name}.`,
      Object.fromEntries(sortable.map((property) => [wordOf(property.name), property.description])),
    );
    Field(() => fields as never, {
      nullable: true,
      description: "Defaults to the list's own order.",
    })(Order.prototype, "field");
  }
  Field(() => SortDirection, { nullable: true, description: "Defaults to ASCENDING." })(Order.prototype, "direction");
  InputType(`${name}Order`, {
    description: "How to sort; ties by id. On a long list, only the list's own order is fast.",
  })(Order);
  return Order;
});

/** Parses the argument for a list of that type. */
export function readOrder(cls: ModelClass | null, order: OrderArgument | null | undefined): SortOrder {
  const property =
    cls === null || order?.field == null
      ? null
      : propertiesOf(cls).find((each) => isSortable(each) && wordOf(each.name) === order.field)!;
  return { property, descending: order?.direction === "DESCENDING" };
}

function isSortable({ datatype, name }: Property): boolean {
  return datatype !== "json" && datatype !== "texts" && name !== "id";
}
