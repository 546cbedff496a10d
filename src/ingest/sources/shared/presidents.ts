/** The presidents of the United States as the Office of the Historian lists them, with their terms. */
import { readEdtf } from "../../../graph/edtf.ts";
import { countryOfId } from "./crosswalk.ts";
import type { Facts, Saying } from "../../facts.ts";
import { officeOfState } from "./posts.ts";
import { child, children, readXml, textOf, type Element } from "./xml.ts";

/** One president in one term of office, or in several without a gap. */
interface President {
  id: string;
  name: string;
  birth: string;
  death: string;
  entered: string;
  ended: string;
  saying: Saying;
}

/**
 * States each president of the list and the tenure.
 * @param source the id of the list as a source.
 * @returns the first and the last day that the list gives.
 */
export function readPresidents(
  file: string,
  source: string,
  facts: Facts,
): { from: string | null; until: string | null } {
  const root = readXml(file, facts.problems, "presidents");
  const days: string[] = [];
  for (const element of root ? children(root, "president") : []) {
    facts.record();
    const president = presidentOf(element, file, source, facts);
    if (!president) continue;
    statePresident(facts, president);
    days.push(president.entered, president.ended);
  }
  const sorted = days.filter((day) => day !== "").sort();
  return { from: sorted[0] ?? null, until: sorted.at(-1) ?? null };
}

function presidentOf(element: Element, file: string, source: string, facts: Facts): President | undefined {
  const place = { file, line: element.line };
  const given = (name: string): string => textOf(child(element, name));
  const president = {
    id: given("id"),
    name: given("name"),
    birth: given("birth-year"),
    death: given("death-year"),
    entered: given("took-office-date"),
    ended: given("left-office-date"),
    saying: { source, locator: `president ${element.attributes.n ?? given("id")}`, place },
  };
  for (const name of ["id", "name", "took-office-date"])
    if (given(name) === "") facts.problems.add(place, `a president has no "${name}": give it.`);
  for (const date of [president.birth, president.death, president.entered, president.ended]) {
    if (date === "") continue;
    try {
      readEdtf(date);
    } catch (error) {
      facts.problems.add(place, (error as Error).message);
      return undefined;
    }
  }
  return president.id === "" || president.name === "" || president.entered === "" ? undefined : president;
}

function statePresident(facts: Facts, { id, name, birth, death, entered, ended, saying }: President): void {
  const official = officialOfSlug(id);
  const active = [ended === "" ? entered : `${entered}/${ended}`];
  facts
    .entity("Official", official, saying.place)
    .sayTogether({ name, country: "country:us", birth, offices: ["President"], active, historianSlugs: [id] }, saying)
    .say("death", death, saying);
  const post = officeOfState(facts, "CHIEF_OF_STATE", countryOfId("country:us")!, saying);
  facts
    .entity("Tenure", `tenure:us-president-${id}-${entered.slice(0, 4)}`, saying.place)
    .sayTogether({ name: `${name}, President of the United States`, official, post }, saying)
    .say("status", "SERVED", saying)
    .say("entered", entered, saying)
    .say("ended", ended, saying);
}

/** What is one person in the lists of travels and another in that of the Department: its William Howard Taft was born in 1915. */
const otherPeople: Record<string, string> = { "taft-william-howard": "us-william-howard-taft" };

/** The id of a traveller. */
export function officialOfSlug(slug: string): string {
  return `official:${otherPeople[slug] ?? slug}`;
}

/** Presidents whom the visits name by surname, with their ids in the Historian's list and the day on which each entered. */
const byEntry: [entered: string, last: string, id: string, name: string][] = [
  ["1869-03-04", "Grant", "grant-ulysses-s", "Ulysses S. Grant"],
  ["1877-03-04", "Hayes", "hayes-rutherford-b", "Rutherford B. Hayes"],
  ["1881-03-04", "Garfield", "garfield-james-a", "James A. Garfield"],
  ["1881-09-19", "Arthur", "arthur-chester-a", "Chester A. Arthur"],
  ["1885-03-04", "Cleveland", "cleveland-grover", "Grover Cleveland"],
  ["1889-03-04", "Harrison", "harrison-benjamin", "Benjamin Harrison"],
  ["1893-03-04", "Cleveland", "cleveland-grover", "Grover Cleveland"],
  ["1897-03-04", "McKinley", "mckinley-william", "William McKinley"],
  ["1901-09-14", "Roosevelt", "roosevelt-theodore", "Theodore Roosevelt"],
  ["1909-03-04", "Taft", "taft-william-howard", "William Howard Taft"],
  ["1913-03-04", "Wilson", "wilson-woodrow", "Woodrow Wilson"],
  ["1921-03-04", "Harding", "harding-warren-g", "Warren G. Harding"],
  ["1923-08-02", "Coolidge", "coolidge-calvin", "Calvin Coolidge"],
  ["1929-03-04", "Hoover", "hoover-herbert-c", "Herbert C. Hoover"],
  ["1933-03-04", "Roosevelt", "roosevelt-franklin-d", "Franklin D. Roosevelt"],
  ["1945-04-12", "Truman", "truman-harry-s", "Harry S. Truman"],
  ["1953-01-20", "Eisenhower", "eisenhower-dwight-d", "Dwight D. Eisenhower"],
  ["1961-01-20", "Kennedy", "kennedy-john-f", "John F. Kennedy"],
  ["1963-11-22", "Johnson", "johnson-lyndon-b", "Lyndon B. Johnson"],
  ["1969-01-20", "Nixon", "nixon-richard-m", "Richard M. Nixon"],
  ["1974-08-09", "Ford", "ford-gerald-r", "Gerald R. Ford"],
  ["1977-01-20", "Carter", "carter-jimmy", "Jimmy Carter"],
  ["1981-01-20", "Reagan", "reagan-ronald", "Ronald Reagan"],
  ["1989-01-20", "Bush", "bush-george-h-w", "George H.W. Bush"],
  ["1993-01-20", "Clinton", "clinton-william-j", "William J. Clinton"],
  ["2001-01-20", "Bush", "bush-george-w", "George W. Bush"],
  ["2009-01-20", "Obama", "obama-barack", "Barack Obama"],
  ["2017-01-20", "Trump", "trump-donald-j", "Donald J. Trump"],
  ["2021-01-20", "Biden", "biden-joseph-r", "Joseph R. Biden"],
  ["2025-01-20", "Trump", "trump-donald-j", "Donald J. Trump"],
];

/** A president of the United States as the Historian knows one. */
export interface KnownPresident {
  official: string;
  name: string;
}

/** The president with that last name who was in office on a day; undefined when it was another one. */
export function presidentOn(last: string, day: string): KnownPresident | undefined {
  // On the last day of one the next one entered: both are possible.
  const index = byEntry.findLastIndex(([entered]) => entered <= day);
  const found = [byEntry[index], byEntry[index]?.[0] === day ? byEntry[index - 1] : undefined].find(
    (each) => each?.[1] === last,
  );
  return found && { official: officialOfSlug(found[2]), name: found[3] };
}
