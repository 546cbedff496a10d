/** The notebook, run by Jupyter's kernel: its numbers are those of the API. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { useService } from "../support/service.ts";

describe("the notebook", () => {
  const { ask, service } = useService();
  let outputs: Record<string, Record<string, string>[]>;
  beforeAll(async () => {
    const { stdout } = await promisify(execFile)("python3", ["tests/notebooks/run.py", "notebooks/two-states.ipynb"], {
      env: { ...process.env, ENTENTE_URL: service().url },
      maxBuffer: 1e8,
    });
    outputs = JSON.parse(stdout) as typeof outputs;
  });

  /** The texts that a cell shows. */
  const told = (cell: string): string => outputs[cell]!.map((each) => each["text/plain"]).join("\n");
  const pair = '(a: { isoAlpha2: "US" }, b: { isoAlpha2: "MX" })';
  const sum = (numbers: number[]): number => numbers.reduce((all, each) => all + each, 0);

  test("has a row for each meeting, with its date and its footnote", async () => {
    const { data } = await ask(`{ bilateral${pair} { meetings(last: 1) {
      totalCount nodes { id name date { edtf } evidence(of: DATE) { citation { text } } } } } }`);
    const { totalCount, nodes } = data.bilateral.meetings;
    expect(totalCount).toBeGreaterThan(100);
    expect(told("meetings")).toContain(
      `${totalCount} meetings of Mexico and United States; the list has ${totalCount}.`,
    );
    const [, table] = outputs.meetings!;
    const last = table!["text/html"]!.slice(table!["text/html"]!.lastIndexOf("<tr>"));
    expect(last).toContain(nodes[0].id);
    expect(last).toContain(`<td>${nodes[0].date.edtf}</td>`);
    expect(last).toContain(nodes[0].evidence[0].citation.text.slice(0, 30));
  });

  test("has the whole neighbourhood in its graph", async () => {
    const { data } = await ask(`{ neighborhood(
      of: [{ id: "meeting:mexico-city-2023-12-27" }], depth: 2, maximumNodes: 60) { nodes { omitted } edges { key } } }`);
    const { nodes, edges } = data.neighborhood;
    const omitted = sum(nodes.map((each: any) => each.omitted));
    expect(told("graph")).toContain(
      `${nodes.length} entities, ${edges.length} steps; ${omitted} steps of theirs are left out.`,
    );
  });

  test("draws what the API counts, by year and by month, and each change of the relation", async () => {
    const { data } = await ask(`{ bilateral${pair} {
      yearly(during: "1860/2030") { meetings }
      monthly(during: "2019/2024") { encounters { count } }
      relation { events { totalCount } } } }`);
    const { yearly, monthly, relation } = data.bilateral;
    const held = yearly.map((year: any) => year.meetings as number);
    expect(told("years")).toContain(
      `${sum(held)} meetings held in ${held.filter((count: number) => count > 0).length} years.`,
    );
    const counted = monthly.map((month: any) => month.encounters.length as number);
    expect(told("months")).toContain(
      `${sum(counted)} counts in ${counted.filter((count: number) => count > 0).length} of ${monthly.length} months.`,
    );
    expect(told("relation")).toContain(`changes of ${relation.events.totalCount}.`);
    for (const cell of ["years", "months", "relation"])
      expect(outputs[cell]!.filter((each) => each["image/png"])).toHaveLength(1);
  });

  test("names the edition that it asked", async () => {
    const { data } = await ask("{ edition { digest date } }");
    expect(told("edition")).toContain(`edition ${data.edition.digest.slice(0, 12)} of ${data.edition.date}`);
  });
});
