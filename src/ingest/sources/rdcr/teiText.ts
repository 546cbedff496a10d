/** Helpers for TEI documents. */
import type { Element } from "../shared/readXml.ts";

/** The child elements, with any name. */
export function children(element: Element): Element[] {
  return element.children.filter((each): each is Element => typeof each !== "string");
}

/** An attribute, or the empty text. */
export function attributeOf(element: Element, name: string): string {
  return element.attributes[name] ?? "";
}

/**
 * The text of an element, with collapsed white space, paragraph by paragraph.
 * @param names elements to omit.
 */
export function textWithout(element: Element, names: readonly string[]): string {
  const text = (each: Element | string): string => {
    if (typeof each === "string") return each;
    if (each.name === "div" || names.includes(each.name)) return " ";
    const inner = each.children.map(text).join("");
    return ["p", "item", "list", "quote"].includes(each.name) ? `${inner} ` : inner;
  };
  return element.children.map(text).join("").replace(/\s+/g, " ").trim();
}
