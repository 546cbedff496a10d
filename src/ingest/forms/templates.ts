/** Templates of a mapping: texts with cells in them, `row {row}`. */
import type { Template } from "./mapping.ts";

/** A template, cut into its texts and the names of its cells. */
export interface CutTemplate {
  parts: { text: string; cell?: string }[];
}

const cell = /\{([^{}]+)\}/g;

/** Cuts a template. @throws an error when a brace stands alone. */
export function cutTemplate(template: Template): CutTemplate {
  const text = String(template);
  const parts: CutTemplate["parts"] = [];
  let end = 0;
  for (const found of text.matchAll(cell)) {
    parts.push({ text: text.slice(end, found.index), cell: found[1]!.trim() });
    end = found.index + found[0].length;
  }
  parts.push({ text: text.slice(end) });
  if (parts.some((part) => /[{}]/.test(part.text)))
    throw new Error(`"${text}" has an unmatched brace. Write a cell as {Column}, and a text with braces as "value".`);
  return { parts };
}

/** The names of the cells in it. */
export function cellsOf({ parts }: CutTemplate): string[] {
  return parts.flatMap((part) => part.cell ?? []);
}

/**
 * Fills it.
 * @param cellOf gives the text of a cell, or null when it is empty.
 * @returns the text; when a cell is empty, that cell's name instead.
 */
export function fillTemplate(
  { parts }: CutTemplate,
  cellOf: (name: string) => string | null,
): { text: string; missing?: undefined } | { missing: string; text?: undefined } {
  let filled = "";
  for (const { text, cell: name } of parts) {
    filled += text;
    if (name === undefined) continue;
    const value = cellOf(name);
    if (value === null) return { missing: name };
    filled += value;
  }
  return { text: filled };
}
