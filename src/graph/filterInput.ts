/** The inputs of filters, derived from the properties and relations of a type. */
import { Field, Float, InputType, Int } from "type-graphql";
import { EDTF } from "./edtf.ts";
import { GlobalID } from "./id.ts";
import { withoutNull } from "./model/declare.ts";
import { propertiesOf, relationsOf, typeOf } from "./model/model.ts";
import type { ModelClass, Property } from "./model/declarations.ts";
import { once } from "./once.ts";
import { filteredAs, operators, type FilteredDatatype } from "./operators.ts";

const conditions = new Map<string, ModelClass>();

/** The filter of an entity or interface: `MeetingFilter`. Created once, with those it refers to. */
export const filterOf = once((cls: ModelClass): ModelClass => {
  const { name } = typeOf(cls);
  class Filter {}
  const add = (field: string, type: () => unknown, description: string): void =>
    Field(type as never, { nullable: true, description })(Filter.prototype, field);
  add("and", () => [Filter], "All of these match.");
  add("or", () => [Filter], "At least one of these matches.");
  add("not", () => Filter, "This must not match.");
  const ids = condition("IDFilter", "id", () => GlobalID);
  add("id", () => ids, "The global id.");
  for (const property of propertiesOf(cls)) {
    if (property.datatype === "json" || property.name === "id") continue;
    const input = inputFor(property);
    add(property.name, () => input, property.description);
  }
  for (const relation of relationsOf(cls)) {
    const about = relation.description;
    if (relation.many) add(relation.name, () => listFilterOf(relation.target()), about);
    else add(relation.name, () => filterOf(relation.target()), `${withoutNull(about)} Must exist and match.`);
  }
  InputType(`${name}Filter`, { description: `Conditions on ${name}; all must hold.` })(Filter);
  return Filter;
});

/** The filter of a to-many relation to an entity or interface: `MeetingListFilter`. Created once. */
export const listFilterOf = once((cls: ModelClass): ModelClass => {
  const { name } = typeOf(cls);
  class ListFilter {}
  const add = (field: string, type: () => unknown, description: string): void =>
    Field(type as never, { nullable: true, description })(ListFilter.prototype, field);
  const counts = condition("IntFilter", "integer", () => Int);
  add("some", () => filterOf(cls), "At least one item matches. `{}`: the list has items.");
  add("none", () => filterOf(cls), "No item matches. `{}`: the list has no items.");
  add("every", () => filterOf(cls), "Every item matches; true for an empty list.");
  add("count", () => counts, "The number of items.");
  InputType(`${name}ListFilter`, {
    description: `Conditions on a list of ${name}; all must hold.`,
  })(ListFilter);
  return ListFilter;
});

function inputFor(property: Property): ModelClass {
  switch (filteredAs(property)) {
    case "enumerations":
      return condition(`${property.enumeration}ListFilter`, "enumerations", () => (property.type() as [unknown])[0]);
    case "enumeration":
      return condition(`${property.enumeration}Filter`, "enumeration", property.type);
    case "integer":
      return condition("IntFilter", "integer", () => Int);
    case "float":
      return condition("FloatFilter", "float", () => Float);
    case "boolean":
      return condition("BooleanFilter", "boolean", () => Boolean);
    case "date":
      return condition("DateFilter", "date", () => EDTF);
    case "texts":
      return condition("TextListFilter", "texts", () => String);
    default:
      return condition("TextFilter", "text", () => String);
  }
}

function condition(name: string, datatype: FilteredDatatype, type: () => unknown): ModelClass {
  let found = conditions.get(name);
  if (found) return found;
  class Condition {}
  conditions.set(name, (found = Condition));
  const own = datatype === "text" ? () => String : type;
  const given = { itself: own, list: () => [own()], text: () => String, date: () => EDTF, whether: () => Boolean };
  for (const [word, operator] of Object.entries(operators[datatype]))
    Field(given[operator.type] as never, { nullable: true, description: operator.description })(
      Condition.prototype,
      word,
    );
  InputType(name, { description: "Conditions on a value; all must hold." })(Condition);
  return found;
}
