/** In what order a list comes: its own, or by a property of its items. */
import { Field, InputType } from "type-graphql";
import { enumeration } from "./model/declare.ts";
import { propertiesOf, typeOf } from "./model/model.ts";
import { wordOf } from "./model/casing.ts";
import type { ModelClass, Property } from "./model/declarations.ts";
import { once } from "./once.ts";

/** Which end of an order comes first. */
export const SortDirection = enumeration("SortDirection", "Which end of an order comes first.", {
  ASCENDING: "From the least, the earliest, the letter A; nothing comes last.",
  DESCENDING: "The same backwards: nothing comes first.",
});

/** The argument, as it comes from GraphQL. */
export interface OrderArgument {
  by?: string | null;
  direction?: keyof typeof SortDirection | null;
}

/** An order, read. */
export interface SortOrder {
  /** What it sorts by; null for the list's own order. */
  property: Property | null;
  descending: boolean;
}

/** The order input of an entity or interface: `MeetingOrder`. Made once. */
export const orderInputOf = once((cls: ModelClass): ModelClass => {
  const { name } = typeOf(cls);
  class Order {}
  const sortable = propertiesOf(cls).filter(isSortable);
  if (sortable.length > 0) {
    const fields = enumeration(
      `${name}OrderField`,
      `What a list of ${name} can be sorted by.`,
      Object.fromEntries(sortable.map((property) => [wordOf(property.name), property.description])),
    );
    Field(() => fields as never, {
      nullable: true,
      description: "What it sorts by; the list's own order unless told.",
    })(Order.prototype, "by");
  }
  Field(() => SortDirection, { nullable: true, description: "Which end comes first; ASCENDING unless told." })(
    Order.prototype,
    "direction",
  );
  InputType(`${name}Order`, {
    description:
      "An order. What has the same value comes in the order of its ids. Only a list's own order is read from an index: by anything else, a long list takes longer.",
  })(Order);
  return Order;
});

/** Reads the argument for a list of that type. */
export function readOrder(cls: ModelClass | null, order: OrderArgument | null | undefined): SortOrder {
  const property =
    cls === null || order?.by == null
      ? null
      : propertiesOf(cls).find((each) => isSortable(each) && wordOf(each.name) === order.by)!;
  return { property, descending: order?.direction === "DESCENDING" };
}

function isSortable({ datatype, name }: Property): boolean {
  return datatype !== "json" && datatype !== "texts" && name !== "id";
}
