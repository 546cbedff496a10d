/** The data sets that Entente can read. A new one is added here and nowhere else; the order is that of loading them all. */
import type { DataSet } from "../facts.ts";
import { borderEncounters } from "./borderEncounters.ts";
import { congress } from "./congress.ts";
import { factbook } from "./factbook.ts";
import { pocom } from "./pocom.ts";
import { rdcr } from "./rdcr.ts";
import { travels } from "./travels.ts";
import { visits } from "./visits.ts";

export const dataSets: DataSet[] = [pocom, congress, travels, visits, rdcr, factbook, borderEncounters];
