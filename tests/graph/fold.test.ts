/** Texts fold alike in TypeScript and in the database, so that filters, order and search agree. */
import { describe, expect, test } from "@jest/globals";
import { fold, folded, folds } from "../../src/graph/fold.ts";
import { useService } from "../support/service.ts";

const { service } = useService();

describe("folding", () => {
  test.each([
    ["Bárcena", "barcena"],
    ["Ba\u0301rcena", "barcena"],
    ["Łódź", "lodz"],
    ["ŁÓDŹ", "lodz"],
    ["Ørsted", "orsted"],
    ["Straße", "strasse"],
    ["Þórður Ðal", "thordur dal"],
    ["Ærø", "aero"],
    ["ŒUVRE", "oeuvre"],
    ["Đặng", "dang"],
    ["Iğdır İstanbul", "igdir istanbul"],
    ["ﬁnance", "finance"],
    ["O’Neill, O‘Neill, OʼNeill", "o'neill, o'neill, o'neill"],
    ["Jean‑Pierre, Jean–Pierre", "jean-pierre, jean-pierre"],
    ["a\u00a0b", "a b"],
    ["Αθήνα", "αθηνα"],
    ["Ёлкин Йод", "елкин иод"],
    ["नरेन्द्र मोदी", "नरेन्द्र मोदी"],
  ])("%s is %s", (text, plain) => {
    expect(fold(text)).toBe(plain.normalize("NFKD"));
    expect(fold(fold(text))).toBe(fold(text));
  });

  test("is the same in the database: every name of the graph, and names in many scripts", async () => {
    const { door } = service();
    const own = (
      await door.run("MATCH (node:Node) WHERE node.name IS NOT NULL RETURN DISTINCT node.name", {}, 60_000)
    ).flat() as string[];
    const names = [
      ...own,
      ..."Αλέξης Τσίπρας|Володимир Зеленський|محمد بن سلمان|בנימין נתניהו|김대중|习近平|安倍 晋三|Nguyễn Văn Thiệu|Ğül Ş|Čapek|Ṣaddām Ḥusayn|Sūr‘at|ﬃ ①".split(
        "|",
      ),
    ];
    const rows = (await door.run(`UNWIND $names AS name RETURN name, ${folded("name")}`, { names, folds }, 60_000)) as [
      string,
      string,
    ][];
    expect(rows.length).toBeGreaterThan(1000);
    for (const [name, plain] of rows) expect([name, plain]).toEqual([name, fold(name)]);
  });
});
