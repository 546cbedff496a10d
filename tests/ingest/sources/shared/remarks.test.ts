/** Remarks on journeys: who is named with a title and was met, and who is only mentioned. */
import { describe, expect, test } from "@jest/globals";
import { readRemarks } from "../../../../src/ingest/sources/shared/remarks.ts";

const read = (text: string): string[] =>
  readRemarks(text).map(({ title, name, country, part }) =>
    [title, name, country?.id, part === "MET" ? "" : part].filter(Boolean).join(" | "),
  );

const cases: [what: string, text: string, people: string[]][] = [
  [
    "several with titles",
    "Met with President Soto and Foreign Minister Luz Vega.",
    ["President | Soto", "Foreign Minister | Luz Vega"],
  ],
  ["a state before", "Also met with Israeli Prime Minister Levi.", ["Prime Minister | Levi | country:il"]],
  ["a state of two words before", "Met with South African President Botha.", ["President | Botha | country:za"]],
  ["a state after", "Met with King Karl of Sweden.", ["King | Karl | country:se"]],
  [
    "the state goes on to a lower office",
    "Met with French President Roux and Foreign Minister Blanc.",
    ["President | Roux | country:fr", "Foreign Minister | Blanc | country:fr"],
  ],
  [
    "a title for several",
    "Talks with Presidents Soto of Chile, Vega, and Ruiz of Peru.",
    ["President | Soto | country:cl", "President | Vega", "President | Ruiz | country:pe"],
  ],
  ["an accompanied president", "Accompanied President Roe to a meeting with President Soto.", ["President | Soto"]],
  ["a president of the United States", "Met with President Bush and President Soto.", ["President | Soto"]],
  [
    "bodies of several states",
    "Met with NATO Secretary General Holm, EU High Representative Rey, and UN Secretary-General Kato.",
    [],
  ],
  ["an own secretary", "With Treasury Secretary John Smith, attended a dialogue.", []],
  ["a funeral", "Attended the funeral of King Karl; met with President Soto.", ["President | Soto"]],
  ["an inauguration", "Attended the inauguration of President Soto.", ["President | Soto | HONOURED"]],
  [
    "what is talked about",
    "Briefed Prime Minister Hill on meetings with Soviet General Secretary Petrov.",
    ["Prime Minister | Hill"],
  ],
  ["a thing that somebody has", "Visited President Soto’s library.", []],
  ["an office of another's", "Met with an aide to the President Ivan Petrov.", []],
  ["a title without a name", "Met with the President and senior officials.", []],
  ["a name that is a month", "Met with Prime Minister Theresa May.", ["Prime Minister | Theresa May"]],
  ["a day after a name", "Met with Prime Minister Hill May 7.", ["Prime Minister | Hill"]],
  [
    "particles and suffixes",
    "Met with President de la Cruz and President Ramon Cruz, Jr., and others.",
    ["President | de la Cruz", "President | Ramon Cruz, Jr."],
  ],
];

describe("readRemarks", () => {
  test.each(cases)("%s", (_, text, people) => expect(read(text)).toEqual(people));
});
