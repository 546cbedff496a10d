/** The data sets that Entente can read, in loading order. Register a new one here only. */
import type { DataSet } from "../facts.ts";
import { borderEncounters } from "./borderEncounters/borderEncounters.ts";
import { congress } from "./congress/congress.ts";
import { factbook } from "./factbook/factbook.ts";
import { pocom } from "./pocom/pocom.ts";
import { rdcr } from "./rdcr/rdcr.ts";
import { travels } from "./travels/travels.ts";
import { visits } from "./visits/visits.ts";

export const dataSets: DataSet[] = [pocom, congress, travels, visits, rdcr, factbook, borderEncounters];
