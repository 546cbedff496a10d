/** Principal officers and chiefs of mission of the United States, by the Office of the Historian. */
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { codeOf } from "../../countries/countryNames.ts";
import type { CountryEntry, StateForTime } from "../../countries/crosswalk.ts";
import type { DataSet, Facts } from "../../facts.ts";
import { BundleError, type Origin } from "../../problems.ts";
import { child, readXml, textOf, type Element } from "../shared/readXml.ts";
import { appointmentsIn, firstDate, tenureIds, type Appointment, type PocomPart } from "./appointments.ts";
import { concurrentOf, stateConcurrent } from "./concurrent.ts";
import { stateMissingEnds, type ServedTenure } from "./ends.ts";
import { officeOf, postOf, receivingStates, type PocomOffice, type PostOf } from "./pocomOffices.ts";
import { stateMissions, type Residence } from "./pocomMissions.ts";
import { personOf, statePerson, type PersonRecord, type ServiceRecord } from "./pocomPeople.ts";
import { pocomSources, stateSources } from "./pocomSources.ts";
import { stateTenure, type TenureParts } from "./pocomTenures.ts";

/** The folders of the set, and the root element of their files. */
const folders = {
  people: "person",
  "people-pending": "person",
  "missions-countries": "country-mission",
  "missions-orgs": "org-mission",
  "positions-principals": "principal-position",
  "roles-country-chiefs": "role",
  "concurrent-appointments": "concurrent-appointments",
} as const;

type Folder = keyof typeof folders;

const parts: [Folder, PocomPart][] = [
  ["missions-countries", "country"],
  ["missions-orgs", "organization"],
  ["positions-principals", "principal"],
];

export const pocom: DataSet = {
  name: "pocom",
  source: pocomSources.all,
  title: "principal officers and chiefs of mission of the United States (Office of the Historian)",
  expects: `the folder of HistoryAtState/pocom, with ${Object.keys(folders).join(", ")}`,
  async read(folder, facts) {
    const missing = Object.keys(folders).filter((name) => !existsSync(path.join(folder, name)));
    if (missing.length > 0)
      throw new BundleError([`${folder}:1 has no ${missing.join(", ")}: expected ${pocom.expects}.`]);
    new PocomReader(folder, facts).read();
  },
};

class PocomReader {
  readonly #folder: string;
  readonly #facts: Facts;
  readonly #people = new Map<string, PersonRecord>();
  readonly #formerly = new Map<string, PersonRecord>();
  readonly #offices = new Map<string, PocomOffice>();
  readonly #titles = new Map<string, string>();
  readonly #services = new Map<string, ServiceRecord>();
  readonly #served: ServedTenure[] = [];
  /** The state that each tenure of a chief of mission was to. */
  readonly #receiving = new Map<string, CountryEntry>();

  constructor(folder: string, facts: Facts) {
    this.#folder = folder;
    this.#facts = facts;
  }

  read(): void {
    this.#readPeople();
    for (const [, root] of this.#files("roles-country-chiefs")) this.#title(root);
    const appointments = this.#readAppointments();
    const ids = tenureIds(appointments);
    stateSources(this.#facts, { file: this.#folder, line: 1 }, appointments);
    for (const appointment of appointments) this.#appointment(appointment, ids.get(appointment)!);
    stateMissingEnds(this.#facts, this.#served);
    for (const person of this.#people.values())
      statePerson(this.#facts, person, this.#services.get(person.id) ?? { offices: [], spans: [] });
    const tenures = new Map(
      appointments.map((each) => [`${each.id} ${each.person}`, { id: ids.get(each)!, day: firstDate(each) }]),
    );
    const residences: Residence[] = [];
    for (const [file, root] of this.#files("concurrent-appointments")) {
      this.#facts.record();
      const tenureOf = (appointment: string, person: string): { id: string; day: string } | undefined => {
        const tenure = tenures.get(`${appointment} ${person}`);
        return tenure !== undefined && this.#facts.has(tenure.id) ? tenure : undefined;
      };
      residences.push(...[stateConcurrent(this.#facts, concurrentOf(root, file), tenureOf) ?? []].flat());
    }
    const originOf = (office: string): Origin => this.#offices.get(`country ${office}`)!.origin;
    stateMissions(this.#facts, this.#served, this.#receiving, residences, originOf);
  }

  #readPeople(): void {
    for (const folder of ["people", "people-pending"] as const)
      for (const [file, root] of this.#files(folder)) {
        this.#facts.record();
        const person = personOf(root, file, folder === "people-pending");
        const other = this.#people.get(person.id);
        if (person.id === "" || person.name === "")
          this.#facts.problems.add(person.origin, "expected a person with an id and a name.");
        else if (other)
          this.#facts.problems.add(person.origin, `the id ${person.id} is already that of ${other.origin.file}.`);
        else this.#people.set(person.id, person);
        for (const id of person.formerIds) this.#formerly.set(id, person);
      }
  }

  #title(root: Element): void {
    const names = child(root, "names");
    this.#titles.set(textOf(child(root, "id")), textOf(names && child(names, "singular")));
  }

  #readAppointments(): Appointment[] {
    const found: Appointment[] = [];
    for (const [folder, part] of parts)
      for (const [file, root] of this.#files(folder)) {
        const office = officeOf(root, file, part);
        this.#offices.set(`${part} ${office.id}`, office);
        if (part !== "country") this.#titles.set(office.id, office.title);
        found.push(...appointmentsIn(root, file, part, office.id));
      }
    return found;
  }

  #appointment(appointment: Appointment, tenure: string): void {
    const { id, person, part, origin } = appointment;
    this.#facts.record();
    if (id === "") {
      this.#facts.problems.add(origin, "an appointment has no id. Add one.");
      return;
    }
    const official = this.#people.get(person) ?? this.#formerly.get(person);
    if (!official) {
      const reason = `its person ${person || "(none)"} is in no file of people (${part} list of ${appointment.office})`;
      this.#facts.reject(origin, `appointment ${id}`, reason);
      return;
    }
    const office = this.#offices.get(`${part} ${appointment.office}`)!;
    const title = this.#titles.get(appointment.role);
    if (title === undefined) this.#facts.problems.add(origin, `"${appointment.role}" is not a title in the data set.`);
    if (this.#facts.has(tenure))
      this.#facts.merge(origin, `appointment ${id}`, "the same appointment as another record under its id");
    const states: (StateForTime | undefined)[] = receivingStates(this.#facts, appointment, office);
    // Whoever outlived the state that received them is accredited to its successor, in a tenure of its own.
    for (const time of states.length > 0 ? states : [undefined]) {
      const post = postOf(this.#facts, appointment, office, time?.state);
      if (!post) continue;
      this.#tenure(appointment, official, post, {
        id: time?.from ? `${tenure}-${codeOf(time.state)}` : tenure,
        title: title === post.words ? undefined : title,
        time,
      });
    }
  }

  #tenure(
    appointment: Appointment,
    official: PersonRecord,
    post: PostOf,
    parts: Pick<TenureParts, "id" | "title" | "time">,
  ): void {
    const shown = stateTenure(this.#facts, appointment, {
      ...parts,
      official: { id: `official:${official.id}`, name: official.name },
      post,
      note: official.id === appointment.person ? undefined : "the record gives a former id of the person",
    });
    if (!shown) return;
    if (parts.time) this.#receiving.set(parts.id, parts.time.state);
    this.#served.push({ ...shown, tenure: parts.id, post: post.id, record: appointment });
    const service = this.#services.get(official.id) ?? { offices: [], spans: [] };
    this.#services.set(official.id, service);
    service.offices.push(post.office);
    if (shown.span !== undefined) service.spans.push(shown.span);
  }

  // Sorted by name, so that the result doesn't depend on the disk.
  *#files(folder: Folder): Generator<[file: string, root: Element]> {
    const names = readdirSync(path.join(this.#folder, folder), { recursive: true, encoding: "utf8" });
    for (const name of names.filter((each) => each.endsWith(".xml")).sort()) {
      const file = path.join(this.#folder, folder, name);
      const root = readXml(file, this.#facts.problems);
      if (!root) continue;
      if (root.name === folders[folder]) yield [file, root];
      else this.#facts.problems.add({ file, line: root.line }, `expected <${folders[folder]}>; got <${root.name}>.`);
    }
  }
}
