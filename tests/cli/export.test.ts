/** `entente export`: same output as over HTTP, and a file appears only when complete. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { entente } from "../support/commandLine.ts";
import { readCsv } from "../support/exports/exports.ts";
import { sharedDatabase, useService } from "../support/service.ts";

const { service } = useService();
const folder = mkdtempSync(path.join(tmpdir(), "entente-export-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("entente export", () => {
  test("writes to standard output what the server sends", async () => {
    const filter = '{host: {isoAlpha2: {eq: "MX"}}}';
    const { code, out, told } = await entente(
      ["export", "meetings", "--format", "csv", "--filter", filter],
      await sharedDatabase(),
    );
    expect({ code, told }).toEqual({ code: 0, told: "" });
    const sent = await fetch(`${service().url}/export/meetings.csv?filter=${encodeURIComponent(filter)}`);
    expect(out).toBe(await sent.text());
  });

  test("chooses columns and the variant for spreadsheets, as the server does", async () => {
    const { out } = await entente(
      ["export", "topics", "--format", "csv", "--columns", "name,id", "--excel"],
      await sharedDatabase(),
    );
    const sent = await fetch(`${service().url}/export/topics.csv?columns=name,id&excel`);
    expect(Buffer.from(out)).toEqual(Buffer.from(await sent.arrayBuffer()));
    expect(out).toMatch(/^\ufeffname,id\r\n/);
  });

  test("writes a file, in the format that its name ends with", async () => {
    const output = path.join(folder, "topics.csv");
    const { code, out } = await entente(["export", "topics", "--output", output], await sharedDatabase());
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect(readCsv(readFileSync(output, "utf8")).length).toBeGreaterThan(3);
    expect(readdirSync(folder)).toEqual(["topics.csv"]);
  });

  test("that fails leaves the file that was there, and no half one", async () => {
    const output = path.join(folder, "topics.csv");
    writeFileSync(output, "as it was");
    const wrong = ["export", "topics", "--filter", '{name: {equals: "a"}}', "--output", output];
    const { code, told } = await entente(wrong, await sharedDatabase());
    expect(code).toBe(1);
    expect(told).toMatch(/Field "equals" is not defined/);
    expect(readFileSync(output, "utf8")).toBe("as it was");
    expect(readdirSync(folder)).toEqual(["topics.csv"]);
  });

  test.each([
    [["export", "topics"], /No format: give --format/],
    [["export", "topics", "--format", "xlsx"], /There is no format "xlsx"/],
    [["export", "topics", "--format", "csv", "--columns", "nam"], /did you mean "name"/],
    [["export", "topcs", "--format", "csv"], /did you mean "topics"/],
    [["export", "topics", "--output", "/no/such/folder/topics.csv"], /there is no folder \/no\/such\/folder/],
  ])("%j says what is wrong", async (args, message) => {
    const { code, told } = await entente(args, await sharedDatabase());
    expect(code).toBe(1);
    expect(told).toMatch(message);
  });
});
