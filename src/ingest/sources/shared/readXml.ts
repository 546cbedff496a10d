/** Reads XML files with line numbers. Rejects document types and entity declarations: data needs none, and bombs do. */
import { SaxesParser } from "saxes";
import type { Problems } from "../../problems.ts";
import { readText } from "../../forms/readText.ts";

/** An element in a file. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
  /** The line of its first tag, counted from 1. */
  line: number;
}

/**
 * Reads a file.
 * @param expected the name of its root element, if required.
 * @returns its root element; undefined if it isn't UTF-8 XML or has another root, which is noted with its line.
 */
export function readXml(file: string, problems: Problems, expected?: string): Element | undefined {
  const text = readText(file, problems);
  if (text === undefined) return undefined;
  const parser = new SaxesParser({ position: true });
  const open: Element[] = [];
  let root: Element | undefined;
  let wrong: string | undefined;
  const refuse = (message: string): void => {
    wrong ??= message;
  };
  parser.on("error", (error) => {
    const fault = error.message.replace(/^\d+:\d+: /, "").replace(/\.$/, "");
    refuse(`is not XML: ${fault}. Expected a whole file, well-formed.`);
  });
  let begun: number | undefined;
  parser.on("doctype", () => {
    begun = text.slice(0, text.indexOf("<!DOCTYPE")).split("\n").length;
    refuse("has a document type: expected plain XML without one.");
  });
  parser.on("opentag", (tag) => {
    const element = {
      name: tag.name,
      attributes: tag.attributes as Record<string, string>,
      children: [],
      line: parser.line,
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on("closetag", () => void open.pop());
  parser.on("text", (words) => void open.at(-1)?.children.push(words));
  parser.on("cdata", (words) => void open.at(-1)?.children.push(words));
  // Line by line, to stop at the first mistake.
  let line = 0;
  for (const words of text.split(/(?<=\n)/)) {
    line += 1;
    parser.write(words);
    if (wrong !== undefined) break;
  }
  if (wrong === undefined) parser.close();
  if (wrong !== undefined || !root) {
    problems.add({ file, line: begun ?? Math.max(line, 1) }, wrong ?? "is empty: expected XML.");
    return undefined;
  }
  if (expected !== undefined && root.name !== expected) {
    problems.add({ file, line: root.line }, `is <${root.name.slice(0, 60)}>: expected <${expected}>.`);
    return undefined;
  }
  return root;
}

/** The child elements with that name. */
export function children(element: Element, name: string): Element[] {
  return element.children.filter((each): each is Element => typeof each !== "string" && each.name === name);
}

/** The first child element with that name, or undefined. */
export function child(element: Element, name: string): Element | undefined {
  return children(element, name)[0];
}

/** All descendants with that name, in file order. */
export function descendants(element: Element, name: string): Element[] {
  return element.children.flatMap((each) =>
    typeof each === "string" ? [] : [...(each.name === name ? [each] : []), ...descendants(each, name)],
  );
}

/** The text of an element with its descendants, white space collapsed; empty if missing. */
export function textOf(element: Element | undefined): string {
  if (!element) return "";
  const text = (each: Element | string): string => (typeof each === "string" ? each : each.children.map(text).join(""));
  return text(element).replace(/\s+/g, " ").trim();
}
