/** The office and state of a Factbook holder, from the role of the line and the title. */
import * as z from "zod";
import { codeOf, nameInText } from "../../countries/countryNames.ts";
import { countryOfId, type CountryEntry } from "../../countries/crosswalk.ts";
import { authored } from "../shared/editors.ts";
import type { Facts, Saying } from "../../facts.ts";
import { belonging, words, worldFile } from "../../worldFile.ts";
import { chiefOfMission, officeOfState } from "../shared/posts.ts";
import type { FactbookRole, Holder } from "./text.ts";

/** An office in a line. */
export interface FactbookOffice {
  /** The id of the post. */
  post: string;
  /** The state that its holder serves. */
  serves: CountryEntry;
  /** In words, without the state: `President`. */
  words: string;
}

const known = worldFile(
  "sovereigns.yaml",
  import.meta.url,
  z.strictObject({
    territories: belonging(),
    britishSovereigns: z.array(words),
    frenchCoPrinces: z.array(words),
  }),
);

const vicePresident =
  /^(?:(?:Acting|Interim|First|Second|Third|Executive|Temporary|Senior) )*(?:Co-)?(?:Vice|Deputy)[- ]President\b/i;
const deputy = /\b(?:Vice|Deputy|Assistant)\b/i;
const primeMinister = /\b(?:Prime Minister|Premier|Chancellor|Chief Minister)\b/i;
const severalChiefs = /\b(?:Co-?prince|Regent|Presidency)\b/i;

/** The offices that no other data set states: the end of the id, the name, and the kind. */
const ownOffices = {
  representative: {
    slug: "representative-of-chief-of-state",
    words: "Representative of the chief of state",
    kind: "DEPUTY",
  },
  deputy: { slug: "deputy-head-of-government", words: "Deputy head of government", kind: "DEPUTY" },
  primeMinister: { slug: "prime-minister", words: "Prime Minister", kind: "HEAD_OF_GOVERNMENT" },
} as const;

/**
 * States the office of a holder.
 * @param principal the title of the first in the line who is neither deputy nor representative; undefined if none yet.
 * @returns the office; undefined for a title that isn't one of those read here.
 */
export function officeOf(
  facts: Facts,
  holder: Holder,
  role: FactbookRole,
  country: CountryEntry,
  principal: { title: string | null } | undefined,
  saying: Saying,
): (FactbookOffice & { principal: boolean }) | undefined {
  const unitedStates = countryOfId("country:us")!;
  if (role === "us_chief_of_mission" || role === "chief_of_mission_in_us") {
    const ours = role === "us_chief_of_mission";
    const [sending, receiving] = ours ? [unitedStates, country] : [country, unitedStates];
    const post = chiefOfMission(facts, sending, receiving, saying, holder.title ?? "");
    return { post, serves: sending, words: `Chief of mission to ${receiving.id}`, principal: false };
  }
  const { title } = holder;
  const words = title ?? (role === "chief_of_state" ? "Chief of state" : "Head of government");
  if (holder.represents) {
    const post = ownOffice(facts, "representative", country, saying);
    return { post, serves: country, words: title ?? ownOffices.representative.words, principal: false };
  }
  const serves = role === "chief_of_state" ? chiefsState(holder, country) : country;
  if (title !== null && vicePresident.test(title)) {
    const state = stateOf(serves, country);
    return { post: officeOfState(facts, "DEPUTY", state, saying), serves: state, words, principal: false };
  }
  if (title !== null && deputy.test(title) && !/^(?:Acting |Interim )?(?:Prime Minister|Premier)/.test(title)) {
    if (!/\b(?:Prime Minister|Premier|Chancellor|Chair\w*|Head)\b/.test(title)) return undefined;
    return { post: ownOffice(facts, "deputy", country, saying), serves: country, words, principal: false };
  }
  const kind = role === "chief_of_state" ? "CHIEF_OF_STATE" : "HEAD_OF_GOVERNMENT";
  const besides = principal !== undefined && principal.title !== title && !severalChiefs.test(title ?? "");
  if (!besides) return { post: officeOfState(facts, kind, country, saying), serves, words, principal: true };
  if (title === null || !primeMinister.test(title)) return undefined;
  return { post: ownOffice(facts, "primeMinister", country, saying), serves: country, words, principal: false };
}

/** States the first office of a line, which is vacant. */
export function vacantOffice(
  facts: Facts,
  role: FactbookRole,
  country: CountryEntry,
  title: string,
  saying: Saying,
): string {
  const vacant: Holder = {
    title,
    name: "",
    familyName: null,
    given: "",
    since: null,
    until: null,
    acting: false,
    represents: false,
  };
  return officeOf(facts, vacant, role, country, undefined, saying)!.post;
}

/** The primary state of a chief of state. */
function chiefsState({ name, title }: Holder, country: CountryEntry): CountryEntry {
  const { territories, britishSovereigns, frenchCoPrinces } = known();
  if (britishSovereigns.includes(name)) return countryOfId("country:gb")!;
  if (
    country.id === "country:ad" &&
    /co-?prince/i.test(title ?? "") &&
    frenchCoPrinces.includes(name.split(" ").at(-1)!)
  )
    return countryOfId("country:fr")!;
  const sovereign = territories.get(codeOf(country));
  return sovereign === undefined || /High Commissioner|Governor/.test(title ?? "")
    ? country
    : countryOfId(`country:${sovereign}`)!;
}

// The deputy of a territory's chief of state is the sovereign's.
function stateOf(serves: CountryEntry, country: CountryEntry): CountryEntry {
  return known().territories.has(codeOf(country)) ? serves : country;
}

function ownOffice(facts: Facts, office: keyof typeof ownOffices, country: CountryEntry, saying: Saying): string {
  const { slug, words, kind } = ownOffices[office];
  const id = `post:${codeOf(country)}-${slug}`;
  if (facts.has(id)) return id;
  const { given: _given, ...shown } = saying;
  facts
    .entity("Post", id, saying.origin)
    .say(
      "name",
      `${words} ${office === "representative" ? "in" : "of"} ${nameInText(country)}`,
      authored(facts, saying),
    )
    .say("kind", kind, shown)
    .say("country", country.id, shown);
  return id;
}
