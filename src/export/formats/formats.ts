/** The formats of exports. Register a new one here only. */
import { bibtex } from "./bibtex.ts";
import { cslJson } from "./cslJson.ts";
import { csv } from "./csv.ts";
import { footnotes } from "./footnotes.ts";
import type { Format } from "./format.ts";
import { geoJson } from "./geoJson.ts";
import { gexf } from "./gexf.ts";
import { graphml } from "./graphml.ts";
import { jsonLd } from "./jsonLd.ts";
import { jsonLines } from "./jsonLines.ts";
import { ris } from "./ris.ts";

export const formats: Format[] = [csv, jsonLines, geoJson, graphml, gexf, jsonLd, cslJson, bibtex, ris, ...footnotes];
