import isoCountries from "i18n-iso-countries";
import type { LocaleData } from "i18n-iso-countries";
import { createRequire } from "node:module";
import { describe, expect, it } from "@jest/globals";
import {
  allCountries,
  countryOfArticle,
  countryOfGec,
  countryOfId,
  countryOfName,
  countryOfSlug,
  placeId,
  reasonForNoCountry,
  reasonForNoState,
  namesakesOf,
  stateOn,
  statesDuring,
} from "../../../src/ingest/countries/crosswalk.ts";
import { nameInText } from "../../../src/ingest/countries/countryNames.ts";

const mexico = countryOfId("country:mx")!;
const unitedStates = countryOfId("country:us")!;

describe("the crosswalk of countries", () => {
  it.each([
    ["mexico", "country:mx"],
    ["turkey", "country:tr"],
    ["turkiye", "country:tr"],
    ["czech-republic", "country:cz"],
    ["czechia", "country:cz"],
    ["macedonia", "country:mk"],
    ["north-macedonia", "country:mk"],
    ["congo-democratic-republic", "country:cd"],
    ["congo-kinshasa", "country:cd"],
    ["congo-brazzaville", "country:cg"],
    ["swaziland", "country:sz"],
    ["eswatini", "country:sz"],
    ["somoa", "country:ws"],
    ["kosovo", "country:xk"],
    ["holy-see", "country:va"],
    ["papal-states", "country:papal-states"],
    ["korea", "country:kr"],
    ["korea-south", "country:kr"],
    ["joseon-dynasty-1910", "country:joseon"],
    ["vietnam-south", "country:south-vietnam"],
    ["south-vietnam-1975", "country:south-vietnam"],
    ["state-of-vietnam-1955", "country:state-of-vietnam"],
    ["kingdom-of-two-sicilies-1861", "country:two-sicilies"],
    ["yugoslavia-1946", "country:kingdom-of-yugoslavia"],
    ["albania-1946", "country:al"],
    ["palestinian-authority", "country:ps"],
    ["west-bank", "country:ps"],
    ["ch", "country:ch"],
  ])("knows the Historian's %s as %s", (slug, id) => {
    expect(countryOfSlug(slug)?.id).toBe(id);
  });

  it("knows no country for a city, and lists the places that are none", () => {
    expect(countryOfSlug("mexico-city")).toBeUndefined();
    expect(countryOfSlug("antarctica")).toBeUndefined();
    expect(reasonForNoState("antarctica")).toBe("a continent without a state");
  });

  it("knows the article on Korea as that on the state before the two of today", () => {
    expect(countryOfArticle("korea")?.id).toBe("country:joseon");
    expect(countryOfArticle("korea-south")?.id).toBe("country:kr");
    expect(countryOfArticle("mexico")).toBe(mexico);
  });

  it.each([
    ["sz", "country:ch"],
    ["wz", "country:sz"],
    ["ch", "country:cn"],
    ["ci", "country:cl"],
    ["gm", "country:de"],
    ["ga", "country:gm"],
    ["gb", "country:ga"],
    ["uk", "country:gb"],
    ["mx", "country:mx"],
    ["US", "country:us"],
    ["kv", "country:xk"],
    ["uc", "country:cw"],
    ["cc", "country:cw"],
    ["sk", "country:sx"],
    ["nn", "country:sx"],
  ])("reads GEC's %s as %s", (code, id) => {
    expect(countryOfGec(code)?.id).toBe(id);
  });

  it("lists the Factbook's files that are no country", () => {
    for (const code of ["ax", "dx", "ee"]) {
      expect(countryOfGec(code)).toBeUndefined();
      expect(reasonForNoCountry(code)).toBeDefined();
    }
    expect(countryOfGec("zz")).toBeUndefined();
  });

  it.each([
    ["Mexico", "country:mx"],
    ["Korea, South", "country:kr"],
    ["South Korea", "country:kr"],
    ["China, People's Republic", "country:cn"],
    ["China, People’s Republic of", "country:cn"],
    ["Congo, Republic", "country:cg"],
    ["Congo, Democratic Republic", "country:cd"],
    ["Democratic Republic of the Congo (Zaire)", "country:cd"],
    ["Micronesia, Federated States", "country:fm"],
    ["Serbia and Montenegro (former)", "country:serbia-and-montenegro"],
    ["Cote d'Ivoire", "country:ci"],
    ["Cote d’Ivoire", "country:ci"],
    ["Côte d'Ivoire", "country:ci"],
    ["Turkey", "country:tr"],
    ["TÜRKIYE", "country:tr"],
    ["Burma (Myanmar)", "country:mm"],
    ["The Bahamas", "country:bs"],
    ["St. Vincent and the Grenadines", "country:vc"],
    ["Trinidad & Tobago", "country:tt"],
    ["Muscat &amp; Oman", "country:om"],
    ["U.S.S.R.", "country:soviet-union"],
    ["Holy See (Vatican City)", "country:va"],
    ["Guinea", "country:gn"],
    ["Guinea-Bissau", "country:gw"],
    ["Dominica", "country:dm"],
    ["Niger", "country:ne"],
  ])("knows the name %s as %s", (name, id) => {
    expect(countryOfName(name)?.id).toBe(id);
  });

  it.each(["Unknown", "Other", "", "Korea, East"])("knows no country called %j", (name) => {
    expect(countryOfName(name)).toBeUndefined();
  });

  it("tells past states from present ones, and gives those no ISO code", () => {
    expect(countryOfId("country:texas")).toMatchObject({ name: "Texas", isoAlpha2: null, status: "FORMER" });
    expect(mexico).toMatchObject({ name: "Mexico", isoAlpha2: "MX", status: "PRESENT" });
    expect(countryOfId("country:tr")?.aliases).toContain("Turkey");
  });

  it("names every country by its ISO code, if it has one", () => {
    const named = allCountries().filter((each) => each.isoAlpha2 !== null);
    for (const each of named) expect(each.id).toBe(`country:${each.isoAlpha2!.toLowerCase()}`);
    expect(named.length).toBeGreaterThan(225);
  });

  it("gives cities an id by country, and keeps those of the first seed", () => {
    expect(placeId("Los Cabos", mexico)).toBe("place:los-cabos-mx");
    expect(placeId("Mérida", mexico)).toBe("place:merida-mx");
    expect(placeId("Mexico City", mexico)).toBe("place:mexico-city");
    expect(placeId("Washington, D.C.", unitedStates)).toBe("place:washington-dc");
    expect(placeId("Saigon", countryOfId("country:south-vietnam")!)).toBe("place:saigon-south-vietnam");
  });
});

describe("states by their time", () => {
  const on = (id: string, date: string, text?: string): string => stateOn(countryOfId(id)!, date, text).id;

  it.each([
    ["country:ru", "1960-05-16", "country:soviet-union"],
    ["country:ru", "1780-12-19", "country:russian-empire"],
    ["country:ru", "1991-12-26", "country:ru"],
    ["country:ru", "", "country:ru"],
    ["country:rs", "1997-05-31", "country:serbia-and-montenegro"],
    ["country:rs", "1885", "country:kingdom-of-serbia"],
    ["country:de", "1797-12-05", "country:prussia"],
    ["country:de", "1953-04-07", "country:de"],
    ["country:at", "1900", "country:austria-hungary"],
    ["country:cn", "1945-04-26", "country:tw"],
    ["country:cn", "1979-01-29", "country:cn"],
    ["country:vn", "1957-05-08", "country:south-vietnam"],
    ["country:vn", "1951-09-03", "country:state-of-vietnam"],
    ["country:ye", "1980-01", "country:north-yemen"],
    ["country:mx", "1900", "country:mx"],
  ])("%s on %s is %s", (id, date, state) => {
    expect(on(id, date)).toBe(state);
  });

  it("goes by the words of a record where these tell which of several is meant", () => {
    expect(on("country:ye", "1980", "Aden")).toBe("country:south-yemen");
    expect(on("country:cn", "1962-07-05", "Commissioned to China; resident at Taipei.")).toBe("country:tw");
    expect(on("country:cn", "1973-05-14", "")).toBe("country:cn");
    expect(on("country:de", "1848-09-13", "to the Federal Government of Germany")).toBe(
      "country:federal-government-germany",
    );
  });

  it("divides a time among the states in it, but for some days around an end", () => {
    const during = (id: string, first: string, last: string): unknown[] =>
      statesDuring(countryOfId(id)!, first, last).map(({ state, from, until }) => [state.id, from, until]);
    expect(during("country:ru", "1991-08-24", "1992-11-19")).toEqual([
      ["country:soviet-union", null, "1991-12-25"],
      ["country:ru", "1991-12-26", null],
    ]);
    expect(during("country:ru", "1991-08-24", "1992-01-05")).toEqual([["country:soviet-union", null, null]]);
    expect(during("country:ru", "1991-12-20", "1994-01-05")).toEqual([["country:ru", null, null]]);
    expect(during("country:mx", "1990-01-01", "")).toEqual([["country:mx", null, null]]);
  });

  it("leads from each to the names under which sources mention it, and each existed on its days", () => {
    expect(namesakesOf("country:soviet-union")).toEqual(["country:ru"]);
    const former = allCountries().filter(({ status }) => status === "FORMER");
    const stood = former.filter(({ id }) => namesakesOf(id).length > 0);
    expect(stood.length).toBeGreaterThan(15);
    for (const { id, founded, dissolved } of stood) {
      expect([id, founded === null || dissolved === null || founded < dissolved]).toEqual([id, true]);
      for (const name of namesakesOf(id)) expect([id, countryOfId(name)?.id]).toEqual([id, name]);
    }
  });

  it.each([
    ["country:th", "1931-04-28", "Siam"],
    ["country:th", "1950-01-01", "Thailand"],
    ["country:tr", "1910-01-01", "the Ottoman Empire"],
    ["country:eg", "1957-01-01", "Egypt"],
    ["country:eg", "1960-09-26", "the United Arab Republic"],
    ["country:lk", "", "Sri Lanka"],
  ])("%s on %s is called %s", (id, day, name) => {
    expect(nameInText(countryOfId(id)!, day)).toBe(name);
  });
});

describe("names of states as lists have them", () => {
  const codes = allCountries().filter(({ isoAlpha2, status }) => isoAlpha2 !== null && status === "PRESENT");
  const regions = new Intl.DisplayNames("en", { type: "region" });
  isoCountries.registerLocale(createRequire(import.meta.url)("i18n-iso-countries/langs/en.json") as LocaleData);
  const kept = isoCountries.getNames("en", { select: "all" });
  /** Another state has the name in ISO's own list. */
  const ambiguous = ["CD Congo"];

  it("there is one for each code of ISO 3166-1", () => {
    const listed = Object.keys(isoCountries.getAlpha2Codes());
    expect(listed.filter((code) => !codes.some(({ isoAlpha2 }) => isoAlpha2 === code))).toEqual([]);
  });

  it("each name by CLDR and in i18n-iso-countries leads to its state, in capitals and behind a comma too", () => {
    let read = 0;
    for (const { id, isoAlpha2 } of codes)
      for (const name of [regions.of(isoAlpha2!)!, ...[kept[isoAlpha2!] ?? []].flat()]) {
        if (ambiguous.includes(`${isoAlpha2} ${name}`)) continue;
        const words = name.split(" ");
        const turned = `${words.slice(1).join(" ")}, ${words[0]}`;
        for (const form of [
          name,
          name.toUpperCase(),
          `the ${name}`,
          `${name} (the)`,
          ...(words.length > 1 ? [turned] : []),
        ]) {
          expect([form, countryOfName(form)?.id]).toEqual([form, id]);
          read += 1;
        }
      }
    expect(read).toBeGreaterThan(1000);
  });

  it.each([
    ["Korea (the Democratic People's Republic of)", "kp"],
    ["Korea, Dem. People's Rep.", "kp"],
    ["Korea, Rep.", "kr"],
    ["Congo (the Democratic Republic of the)", "cd"],
    ["Congo, Dem. Rep.", "cd"],
    ["Congo (the)", "cg"],
    ["China (Taiwan)", "tw"],
    ["Taiwan (Province of China)", "tw"],
    ["Sudan (South)", "ss"],
    ["Samoa (American)", "as"],
    ["Virgin Islands (U.S.)", "vi"],
    ["Virgin Islands (British)", "vg"],
    ["Micronesia, Fed. Sts.", "fm"],
    ["Lao PDR", "la"],
    ["Viet Nam", "vn"],
    ["St. Kitts & Nevis", "kn"],
    ["Tanzania, the United Republic of", "tz"],
    ["Falkland Islands (the) [Malvinas]", "fk"],
    ["Netherlands (Kingdom of the)", "nl"],
    ["Hong Kong SAR, China", "hk"],
    ["UK", "gb"],
    ["UAE", "ae"],
    ["DRC", "cd"],
    ["U. S. A.", "us"],
  ])("%s", (name, code) => expect(countryOfName(name)?.id).toBe(`country:${code}`));

  it.each([
    "Georgia (US state)",
    "Guinea (Papua)",
    "Ireland (Northern)",
    "Niger State",
    "Mexico (New)",
    "()",
    "中",
    "-",
  ])("%s isn't guessed", (name) => expect(countryOfName(name)).toBeUndefined());
});
