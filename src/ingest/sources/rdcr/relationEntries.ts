/** The entries of an article of the guide to recognition and relations, as in its file. */
import { months } from "../../../graph/english.ts";
import { attributeOf, children, textWithout } from "./teiText.ts";
import { child, descendants, textOf, type Element } from "../shared/readXml.ts";
import { slugOf } from "../../slug.ts";

/** One dated entry in an article's timelines. */
export interface Entry {
  /** The article's file name without extension: `mexico`. */
  article: string;
  /** The name of its section: `recognition`, `diplomatic-relations`, `treaties`, `consular`, `events`, `issues`. */
  section: string;
  /** As in a locator: `mexico.xml diplomatic_relations 3`. */
  locator: string;
  /** The basis of its id, from heading and date: `diplomatic-relations-severed-by-mexico-1845`. */
  slug: string;
  line: number;
  /** The heading without its date: `Diplomatic Relations Severed by Mexico`. */
  head: string;
  /** The heading as written. */
  wholeHead: string;
  /** The dates marked in the heading, in file order. */
  dates: MarkedDate[];
  /** The text after the heading, without nested entries. */
  text: string;
  /** The places named in the heading. */
  places: string[];
  /** The officials that the text links to. */
  officials: { slug: string; name: string; line: number }[];
}

/** A date marked in the file: a day, month or year, or the ends of an interval. */
export interface MarkedDate {
  when?: string;
  from?: string;
  to?: string;
  /** As worded in the heading. */
  words: string;
  line: number;
}

/** Sections by the beginnings of their ids, which have several spellings. */
const sections: [RegExp, string][] = [
  [/^reco/, "recognition"],
  [/^(?:diplomatic.relation|relations$)/, "diplomatic-relations"],
  [/^treat/, "treaties"],
  [/^consular/, "consular"],
  [/^(?:key|diplomatic.event|history)/, "events"],
  [/issues$/, "issues"],
];

const entryType = "timeline";
const person = /^(?:\/departmenthistory)?\/people\/([a-z0-9-]+)\/?$/;
// The date at the end of a heading, with the words around it.
const dateAtEnd = new RegExp(
  String.raw`[,\s]*\(?(?:(?:${months.join("|")})\b[\s\d,]*)?\b\d{4}(?:\s*(?:[-–&]|until|to)\s*\d{2,4})?\)?(?:\s*,?\s*\(?with interruptions\)?)?[\s.]*$`,
);

/**
 * The entries of an article.
 * @param root the `TEI` element of its file.
 * @param article the file's name without extension.
 */
export function entriesOf(root: Element, article: string): Entry[] {
  const found: Entry[] = [];
  const inSection = new Map<string, number>();
  const walk = (element: Element, section: string): void => {
    for (const div of children(element)) {
      const id = div.attributes["xml:id"];
      const here = div.name === "div" && id !== undefined && attributeOf(div, "type") !== entryType ? id : section;
      if (div.name === "div" && attributeOf(div, "type") === entryType) {
        const number = (inSection.get(section) ?? 0) + 1;
        inSection.set(section, number);
        found.push(readEntry(div, article, section, number));
      }
      walk(div, here);
    }
  };
  walk(root, "");
  return withOwnSlugs(found);
}

function readEntry(div: Element, article: string, sectionId: string, number: number): Entry {
  const heading = child(div, "head");
  const wholeHead = textOf(heading);
  const head = wholeHead.replace(dateAtEnd, "").replace(/(?:\s+(?:in|on|of|from))?[.,\s]*$/, "");
  const dates = heading ? descendants(heading, "date").map(markedDate) : [];
  const section = sections.find(([beginning]) => beginning.test(sectionId))?.[1] ?? "events";
  return {
    article,
    section,
    locator: `${article}.xml ${sectionId || "body"} ${number}`,
    slug: [shortened(slugOf(head)) || section, dateOfSlug(dates, wholeHead)].filter(Boolean).join("-"),
    line: div.line,
    head,
    wholeHead,
    dates,
    text: textWithout(div, ["head"]),
    places: heading ? descendants(heading, "placeName").map((place) => textOf(place)) : [],
    officials: officialsOf(div),
  };
}

// If the marked date of a heading is wrong, its words make the id.
function dateOfSlug([first]: MarkedDate[], wholeHead: string): string | undefined {
  const marked = first?.when ?? first?.from;
  const worded: string[] = wholeHead.match(/\b1[6-9]\d\d\b|\b20\d\d\b/g) ?? [];
  return marked === undefined || worded.length === 0 || worded.includes(marked.slice(0, 4)) ? marked : worded.at(-1);
}

function markedDate(element: Element): MarkedDate {
  const { when, from, to } = element.attributes;
  return {
    words: textOf(element),
    line: element.line,
    ...(when && { when }),
    ...(from && { from }),
    ...(to && { to }),
  };
}

function officialsOf(div: Element): Entry["officials"] {
  const found = new Map<string, Entry["officials"][number]>();
  const walk = (element: Element): void => {
    for (const each of children(element)) {
      if (each.name === "div") continue;
      const slug = person.exec(attributeOf(each, "target"))?.[1]?.replace(/-+/g, "-");
      if (each.name === "ref" && slug !== undefined && !found.has(slug))
        found.set(slug, { slug, name: textOf(each).replace(/[’']s?$/, ""), line: each.line });
      walk(each);
    }
  };
  walk(div);
  return [...found.values()];
}

const longestSlug = 90;

function shortened(slug: string): string {
  return slug.length <= longestSlug ? slug : slug.slice(0, slug.lastIndexOf("-", longestSlug));
}

// Entries of one article with the same heading and date are numbered.
function withOwnSlugs(entries: Entry[]): Entry[] {
  const seen = new Map<string, number>();
  return entries.map((entry) => {
    const number = (seen.get(entry.slug) ?? 0) + 1;
    seen.set(entry.slug, number);
    return number === 1 ? entry : { ...entry, slug: `${entry.slug}-${number}` };
  });
}
