/** The styles of footnotes and bibliography entries. */
import { readFileSync } from "node:fs";

export interface Style {
  description: string;
  /** Its file in `styles/`. */
  file: string;
  /** Whether it makes footnotes, with the place in the source, or entries of a bibliography. */
  isNote: boolean;
  /** What it calls a body that is both author and publisher. */
  bodyIs: "author" | "publisher";
}

const chicago = { file: "chicago-fullnote-bibliography", bodyIs: "author" } as const;

export const styles = {
  CHICAGO_NOTE: {
    description: "A footnote by The Chicago Manual of Style, 17th edition, with the place in the source.",
    ...chicago,
    isNote: true,
  },
  CHICAGO_BIBLIOGRAPHY: {
    description: "An entry of a bibliography by The Chicago Manual of Style, 17th edition (notes and bibliography).",
    ...chicago,
    isNote: false,
  },
  CHICAGO_AUTHOR_DATE: {
    description: "An entry of a reference list by The Chicago Manual of Style, 17th edition (author and date).",
    file: "chicago-author-date",
    isNote: false,
    bodyIs: "author",
  },
  APA: {
    description: "An entry of a reference list by the American Psychological Association, 7th edition.",
    file: "apa",
    isNote: false,
    bodyIs: "author",
  },
  MLA: {
    description: "An entry of the works cited by the Modern Language Association, 9th edition.",
    file: "modern-language-association",
    isNote: false,
    // MLA begins with the title if a body publishes its own work.
    bodyIs: "publisher",
  },
} as const satisfies Record<string, Style>;

export type StyleName = keyof typeof styles;

/** The text of a style. */
export function readStyle({ file }: Style): string {
  return readFileSync(new URL(`../../styles/${file}.csl`, import.meta.url), "utf8");
}
