/** Four small bundles on the same people, office and meeting, each in its own words. */
import type { Stated } from "./bundles.ts";

export const source = (id: string, coverage?: object): Record<string, unknown> => ({
  id,
  source: id,
  at: "title",
  name: id,
  kind: "DATA_SET",
  ...(coverage && { coverage: { value: [coverage] } }),
});
const country = (id: string): Record<string, unknown> => ({ id, source: "source:atlas", at: id, name: id });
export const countries = ["country:mx", "country:us"].map(country);
const post = {
  id: "post:us-ambassador-to-mx",
  source: "source:atlas",
  at: "offices",
  name: "Chief of mission of the United States to Mexico",
  kind: "CHIEF_OF_MISSION",
  country: "country:us",
  accreditedTo: "country:mx",
};
export const meeting = (id: string, more: object = {}): Record<string, unknown> => ({
  id,
  name: id,
  status: "HELD",
  date: "2020-02-03",
  place: "place:mexico-city",
  ...more,
});
const mexicoCity = {
  id: "place:mexico-city",
  source: "source:atlas",
  at: "cities",
  name: "Mexico City",
  kind: "CITY",
  countries: ["country:mx"],
};

export interface Made {
  stated: Stated;
  defaults: { source: string; at: string; retrieved: string };
}

// One record of appointments, one of years, two of journeys: on the same people, the same office and
// one meeting, in different words; and they repeat claims of one atlas, read on different days.
export const bundles: Record<string, Made> = {
  appointments: {
    defaults: { source: "source:appointments", at: "1", retrieved: "2024-05-01" },
    stated: {
      Source: [
        source("source:appointments", {
          part: "all",
          from: "1900",
          until: "2020-12-31",
          scopes: [{ facts: "TENURES" }],
        }),
        source("source:atlas"),
      ],
      Country: countries,
      Post: [{ ...post, aliases: ["Ambassador to Mexico", "Envoy to Mexico"] }],
      Official: [
        {
          id: "official:landau-christopher",
          name: "Christopher Landau",
          country: "country:us",
          offices: ["Chief of mission to country:mx"],
          active: ["2019-08-26"],
        },
        {
          id: "official:salazar-ken",
          name: "Ken Salazar",
          country: "country:us",
          offices: ["Chief of mission to country:mx"],
          active: ["2021-09-14"],
        },
      ],
      Tenure: [
        {
          id: "tenure:101",
          name: "Christopher Landau in Mexico",
          official: "official:landau-christopher",
          post: post.id,
          appointed: "2019-08-01",
          entered: "2019-08-26",
        },
      ],
    },
  },
  yearbook: {
    defaults: { source: "source:yearbook", at: "1", retrieved: "2023-05-01" },
    stated: {
      Source: [
        source("source:yearbook", { part: "all", from: "2019", until: "2023-12-31", scopes: [{ facts: "TENURES" }] }),
        source("source:atlas"),
      ],
      Country: countries,
      Post: [{ ...post, aliases: ["Envoy to Mexico"] }],
      Official: [
        {
          id: "official:us-chris-landau",
          name: "Chris Landau",
          country: "country:us",
          offices: ["Chief of mission to country:mx"],
          active: ["2020"],
        },
        {
          id: "official:us-kenneth-salazar",
          name: "Kenneth Salazar",
          country: "country:us",
          offices: ["Chief of mission to country:mx"],
          active: ["2022"],
        },
      ],
      Tenure: [
        {
          id: "tenure:y-landau",
          name: "Chris Landau, 2019",
          official: "official:us-chris-landau",
          post: post.id,
          appointed: "2019-07-18",
          entered: "2019",
          attested: ["2020-05"],
        },
        {
          id: "tenure:y-salazar",
          name: "Kenneth Salazar, 2021",
          official: "official:us-kenneth-salazar",
          post: post.id,
          entered: "2021-09-14",
          attested: ["2022-01/2023-06"],
        },
      ],
    },
  },
  trips: {
    defaults: { source: "source:trips", at: "1", retrieved: "2022-05-01" },
    stated: {
      Source: [source("source:trips"), source("source:atlas")],
      Country: countries,
      Place: [mexicoCity],
      Official: [{ id: "official:landau-christopher", name: "Christopher Landau", country: "country:us" }],
      Meeting: [
        meeting("meeting:trip-1", { kind: "TALKS" }),
        meeting("meeting:trip-2", { date: "2020-03-04", follows: "meeting:trip-1" }),
      ],
      Participation: [
        {
          id: "participation:trip-1-landau-christopher",
          name: "Landau in trip 1",
          meeting: "meeting:trip-1",
          official: "official:landau-christopher",
        },
      ],
    },
  },
  calls: {
    defaults: { source: "source:calls", at: "1", retrieved: "2021-05-01" },
    stated: {
      Source: [source("source:calls"), source("source:atlas")],
      Country: countries,
      Place: [mexicoCity],
      Official: [
        { id: "official:us-chris-landau", name: "Chris Landau", country: "country:us", active: ["2020-02-03"] },
      ],
      Meeting: [meeting("meeting:visit-9", { kind: "CALL", host: "country:mx" })],
      Participation: [
        {
          id: "participation:visit-9-us-chris-landau",
          name: "Landau at visit 9",
          meeting: "meeting:visit-9",
          official: "official:us-chris-landau",
        },
        {
          id: "participation:visit-9-mx",
          name: "Mexico at visit 9",
          meeting: "meeting:visit-9",
          country: "country:mx",
        },
      ],
    },
  },
};
