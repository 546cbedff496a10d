/** Laws of footnotes: everything that has a claim has a footnote in each style, and none is broken. */
import { beforeAll, describe, expect, test } from "@jest/globals";
import { footnoteOf } from "../../src/citations/footnote.ts";
import { recordsOf, type CitedRecord } from "../../src/citations/records.ts";
import { styles, type StyleName } from "../../src/citations/styles.ts";
import { pages } from "../../src/graph/arrays.ts";
import { useService } from "../support/service.ts";

const { service } = useService();

/** What never stands in a footnote: nothing, a stop after another, an empty place, marks of our own, a space before a comma. */
const broken = /undefined|null|NaN|\[object|\.\.|,,|\( ?\)|“”|[\uE000-\uF8FF]|\s{2}|\s[,.;]/;

let ids: string[];
let records: Map<string, CitedRecord>;
beforeAll(async () => {
  const read = (text: string, parameters: Record<string, unknown>) => service().door.run(text, parameters, 60_000);
  const rows = await read(`MATCH (node:Claim|Source) WHERE node.id >= "" RETURN node.id`, {});
  ids = rows.map(([id]) => id as string);
  records = new Map();
  for (const page of pages(ids, 2000)) for (const [id, record] of await recordsOf(read, page)) records.set(id, record);
}, 120_000);

test("each source and each claim leads to a record", () => {
  expect(ids.length).toBeGreaterThan(10_000);
  expect(ids.filter((id) => !records.has(id))).toEqual([]);
});

describe.each(Object.keys(styles) as StyleName[])("%s", (style) => {
  let notes: [record: CitedRecord, text: string, html: string][];
  beforeAll(async () => {
    notes = [];
    for (const record of records.values()) {
      const { text, html } = await footnoteOf(record, style);
      notes.push([record, text, html]);
    }
  }, 120_000);

  test("none is broken, and each ends as a sentence or with an address", () => {
    expect(notes.filter(([, text]) => broken.test(text)).slice(0, 5)).toEqual([]);
    expect(notes.filter(([, text]) => !/(?:[.”]|https?:\/\/\S+)$/.test(text)).slice(0, 5)).toEqual([]);
    expect(notes.filter(([, , html]) => /<(?!\/?i>)|&(?!(?:amp|lt|gt|quot|#39|#x27);)/.test(html)).slice(0, 5)).toEqual(
      [],
    );
  });

  test("each leads to the page, or else to the address of the source; a note to the file as well", () => {
    const lost = notes.filter(([{ page, source }, text]) => {
      const address = page ?? source.address;
      return address !== null && !text.includes(address);
    });
    expect(lost.slice(0, 5)).toEqual([]);
    if (!styles[style].isNote) return;
    const unfiled = notes.filter(([{ page, file, revision }, text]) => {
      const name = /([^/]+):\d+$/.exec(file ?? "")?.[1];
      return (
        page === null &&
        ((name !== undefined && !text.includes(name)) || (revision !== null && !text.includes(revision)))
      );
    });
    expect(unfiled.slice(0, 5)).toEqual([]);
  });

  test("a day of access is told where it is known, and nowhere else", () => {
    const made = notes.filter(([{ retrieved }, text]) => retrieved === null && /\b(?:accessed|retrieved) /i.test(text));
    expect(made.slice(0, 5)).toEqual([]);
  });
});
