// Reads RIS or CSL-JSON from standard input with citation-js and writes it as CSL-JSON: for tests/export.
import { text } from "node:stream/consumers";
import { plugins } from "@citation-js/core";
import "@citation-js/plugin-ris";

process.stdout.write(JSON.stringify(plugins.input.chain(await text(process.stdin), { generateGraph: false })));
