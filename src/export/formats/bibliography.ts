/** The three formats of a bibliography: CSL-JSON as it is, BibTeX and RIS by citation-js, an entry at a time. */
import { citationsOf } from "../citations.ts";
import type { Format } from "./format.ts";

export const cslJson: Format = {
  name: "csl.json",
  description: "CSL-JSON: the sources that it rests on, for Zotero and Pandoc",
  contentType: "application/vnd.citationstyles.csl+json; charset=utf-8",
  async *write(selection, about, reading) {
    let before = "[\n";
    for await (const item of citationsOf(selection, about, reading)) {
      yield before + JSON.stringify(item);
      before = ",\n";
    }
    yield "\n]\n";
  },
};

export const bibtex: Format = {
  name: "bib",
  description: "BibTeX: the sources that it rests on, for LaTeX",
  contentType: "application/x-bibtex; charset=utf-8",
  write: entries("bibtex"),
};

export const ris: Format = {
  name: "ris",
  description: "RIS: the sources that it rests on, for EndNote",
  contentType: "application/x-research-info-systems; charset=utf-8",
  write: entries("ris"),
};

function entries(format: "bibtex" | "ris"): Format["write"] {
  return async function* (selection, about, reading) {
    // It takes memory that other formats do without.
    const { plugins } = await import("@citation-js/core");
    await (format === "ris" ? import("@citation-js/plugin-ris") : import("@citation-js/plugin-bibtex"));
    for await (const item of citationsOf(selection, about, reading))
      yield `${plugins.output.format(format, [item], { format: "text" }).trim()}\n\n`;
  };
}
