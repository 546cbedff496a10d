/** Keywords that show that a sentence is about a change, by kind. */
import * as z from "zod";
import { RelationEventKind } from "../../../entities/RelationEvent.ts";
import { pattern, worldFile } from "../../worldFile.ts";
import type { RelationKind } from "./relationKinds.ts";

interface EntryEvidence {
  /** From the most to the least certain words. */
  toldBy: RegExp[];
  /** A sentence saying that it did not happen, or about another state. */
  doubted: RegExp;
}

const denied = /\b(?:not (?:recogni|establish|formally)|never|withh[eo]ld|refus\w+|declin\w+|without recogni\w+)/i;
const withAnother = /^(?!.*(?:United States|U\.S\.)).*relations with (?:the )?[A-Z]/;

const evidence = worldFile(
  "relationEvidence.yaml",
  import.meta.url,
  z.record(z.enum(RelationEventKind), z.array(pattern("gi"))),
);

/** Kinds that a text can deny. */
const deniable: RelationKind[] = ["RECOGNITION", "RELATIONS_OPENED", "RELATIONS_RESUMED"];

/** How a sentence shows that it is about a change of that kind. */
export function evidenceOf(kind: RelationKind): EntryEvidence {
  return { toldBy: evidence()[kind], doubted: deniable.includes(kind) ? denied : withAnother };
}
