/** CSL-JSON: the bibliography unchanged. */
import { citationsOf } from "../citations.ts";
import type { Format } from "./format.ts";

export const cslJson: Format = {
  name: "csl.json",
  description: "CSL-JSON: the sources that it rests on, for Zotero and Pandoc",
  contentType: "application/vnd.citationstyles.csl+json; charset=utf-8",
  async *write(selection, about, reading) {
    let before = "[\n";
    for await (const { item } of citationsOf(selection, about, reading)) {
      yield before + JSON.stringify(item);
      before = ",\n";
    }
    yield "\n]\n";
  },
};
