/** The formats of exports. A new one is added here and nowhere else. */
import { bibtex, cslJson, ris } from "./bibliography.ts";
import { csv } from "./csv.ts";
import type { Format } from "./format.ts";
import { gexf } from "./gexf.ts";
import { graphml } from "./graphml.ts";
import { jsonLd } from "./jsonLd.ts";
import { jsonLines } from "./jsonLines.ts";

export const formats: Format[] = [csv, jsonLines, graphml, gexf, jsonLd, cslJson, bibtex, ris];
