/** The phrases of sentences agree with the model. */
import { describe, expect, test } from "@jest/globals";
import "../../src/entities/entities.ts";
import { phrasesOfNothing } from "../../src/questions/paths/checkPhrases.ts";
import { nouns, ofJoints, ofRelations } from "../../src/questions/paths/phrases.ts";

describe("a phrase of what isn't there", () => {
  test("the phrases are of what there is", () => {
    expect(phrasesOfNothing({ ofRelations, ofJoints, nouns })).toEqual([]);
  });

  test("is named with what was likely meant", () => {
    const tenure = ofJoints.Tenure!;
    expect(
      phrasesOfNothing({
        ofRelations: { "Meeting.hosts": "was hosted by" },
        ofJoints: { Tenure: { ...tenure, by: { property: "status", words: { SERVD: ["served in", "served too"] } } } },
        nouns: { Meetings: { noun: "meeting" }, Statement: { noun: "statement", at: ["plase"] } },
      }),
    ).toEqual([
      'ofRelations "Meeting.hosts", unknown to the model; did you mean "Meeting.host"?',
      "ofJoints: Participation joins others and has no words. Write them.",
      'ofJoints.Tenure.by "SERVD", unknown to Tenure.status; did you mean "SERVED"?',
      'nouns "Meetings", unknown to the model; did you mean "Meeting"?',
      'nouns.Statement.at "plase", unknown to Statement; did you mean "place"?',
    ]);
  });
});
