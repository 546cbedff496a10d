/** Background knowledge is in YAML that scholars correct: mistakes are reported with their line and what was expected. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "@jest/globals";
import * as z from "zod";
import type { BundleError } from "../../src/ingest/problems.ts";
import { belonging, meaningOf, meanings, pattern, readWorldFile, table, words } from "../../src/ingest/worldFile.ts";

const folder = mkdtempSync(path.join(tmpdir(), "entente-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

const form = z.strictObject({
  states: table(z.array(words)),
  changes: meanings("i").optional(),
  forms: belonging().optional(),
  leaders: z.array(z.strictObject({ title: pattern(), state: words })).optional(),
});

function read(text: string) {
  const file = path.join(folder, "words.yaml");
  writeFileSync(file, text);
  return readWorldFile(file, form);
}

function problemsOf(attempt: () => unknown): string[] {
  try {
    attempt();
  } catch (error) {
    return (error as BundleError).problems.map((each) => each.replace(`${folder}${path.sep}`, ""));
  }
  throw new Error("expected it to be refused");
}

describe("a file of what is known of the world", () => {
  it("gives each value as the text that it is, and maps in the order of the file", () => {
    const { states, changes } = read(
      "states:\n  no: [2018, 1974-07-01]\n  '10': [yes]\nchanges:\n  Treaty of Peace: peace\n  treaty: treaty\n",
    );
    expect([...states]).toEqual(
      expect.arrayContaining([
        ["no", ["2018", "1974-07-01"]],
        ["10", ["yes"]],
      ]),
    );
    expect(meaningOf("A TREATY OF PEACE", changes!)).toBe("peace");
    expect(meaningOf("nothing", changes!)).toBeUndefined();
  });

  it.each([
    ["no YAML", "states:\n  a: [b\n", /^words\.yaml:\d+ is not YAML: .+ Expected a map with the words of its kind\.$/],
    [
      "a text for a list",
      "states:\n  mexico: [Mexican]\n  chile: Chilean\n",
      "words.yaml:3 states.chile: expected a list.",
    ],
    ["a word that nothing reads", "states: {}\nstats: {}\n", /^words\.yaml:2 stats: is not a known word/],
    ["an empty text", "states:\n  chile:\n    - Chilean\n    - ''\n", "words.yaml:4 states.chile.1: expected a text."],
    [
      "a broken expression",
      "states: {}\nleaders:\n  - title: ^Pope$\n    state: holy-see\n  - title: (King\n    state: norway\n",
      /^words\.yaml:5 leaders\.1\.title: expected a regular expression: .*\(King/,
    ],
    [
      "a broken expression for a key",
      "states: {}\nchanges:\n  war: war\n  peace[: peace\n",
      /^words\.yaml:4 changes\.peace\[: expected a regular expression: /,
    ],
    [
      "a word of two",
      "states: {}\nforms:\n  william: [bill]\n  robert: [bob,\n    bill]\n",
      'words.yaml:5 forms.robert.1: expected each word once; "bill" belongs to "william" already.',
    ],
    ["nothing of what is due", "changes: {}\n", "words.yaml:1 states: expected a map."],
  ])("is refused with file and line for %s", (_, text, expected) => {
    expect(problemsOf(() => read(text))).toEqual([
      typeof expected === "string" ? expected : expect.stringMatching(expected),
    ]);
  });

  it("is named as it stands in the sources, where it can be corrected", () => {
    const leaders = fileURLToPath(new URL("../../src/ingest/sources/shared/people/leaders.yaml", import.meta.url));
    const [first] = problemsOf(() => readWorldFile(leaders, z.array(z.strictObject({ title: words, name: words }))));
    expect(first).toMatch(/^src\/ingest\/sources\/shared\/people\/leaders\.yaml:4 0\.state: is not a known word/);
  });
});
