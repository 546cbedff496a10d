/** The sides of a coverage question, each covered separately, such as the missions of one state to the other. */
import type { CoverageScope } from "../../entities/Source.ts";
import type { FactKindWord, CoverageSubject } from "./subject.ts";

/** How much of the question a part would report: all or some. */
export type Extent = "WHOLE" | "PART";

/** One side of a question: the missions of one state to the other. */
export interface Side {
  what: string;
  /** How much of it a scope includes; null for nothing. */
  extent: (scope: CoverageScope) => Extent | null;
}

/** The sides of a question about one kind of fact. */
export function sidesOf(subject: CoverageSubject, factKind: FactKindWord): Side[] {
  switch (factKind) {
    case "MEETINGS":
      return meetingsOf(subject);
    case "TENURES":
      return tenuresOf(subject);
    case "RELATIONS":
      return relationsOf(subject);
    case "FLOWS":
      return flowsOf(subject);
  }
}

function meetingsOf(subject: CoverageSubject): Side[] {
  const { type, name, kind, countries, posts } = subject;
  const [one, other] = countries;
  if (type === "BilateralRelation") return [hostedBy(one!, other!), hostedBy(other!, one!)];
  // A region extends over states whose meetings a source covers.
  const extent = kind === "REGION" ? "PART" : "WHOLE";
  if (type === "Place")
    return [
      {
        what: `meetings in ${name}`,
        extent: ({ country, at }) => {
          if (country === undefined) return extent;
          if (countries.some(({ id }) => id === country)) return at === "ABROAD" ? null : extent;
          return at === "HOME" ? null : "PART";
        },
      },
    ];
  const side = (at: "HOME" | "ABROAD"): Side => ({
    what: at === "HOME" ? `meetings of ${name} at home` : `meetings of ${name} abroad`,
    extent: (scope) => {
      // Abroad for one is at home for the other.
      if (scope.country !== undefined && scope.country !== one?.id) return scope.at === at ? null : "PART";
      if (scope.at !== undefined && scope.at !== at) return null;
      if (type === "Country") return "WHOLE";
      if (scope.posts === undefined) return "PART";
      return scope.posts.some((id) => posts.includes(id)) ? "WHOLE" : null;
    },
  });
  return [side("HOME"), side("ABROAD")];
}

type NamedState = CoverageSubject["countries"][number];

function hostedBy(host: NamedState, guest: NamedState): Side {
  return {
    what: `meetings of both with ${host.name} as host`,
    extent: ({ country, at }) => {
      if (country === undefined) return "WHOLE";
      if (country === host.id) return at === "ABROAD" ? null : "WHOLE";
      return country === guest.id && at !== "HOME" ? "WHOLE" : null;
    },
  };
}

function tenuresOf({ type, id, name, countries, kind, accreditedTo, toOrganization }: CoverageSubject): Side[] {
  const [one, other] = countries;
  switch (type) {
    case "Post":
      return [
        {
          what: `who held the office: ${name}`,
          extent: (scope) => {
            const fits =
              isOf(scope.country, one?.id) &&
              (scope.offices === undefined || (kind !== null && scope.offices.includes(kind as never))) &&
              (scope.posts === undefined || scope.posts.includes(id)) &&
              (scope.accreditedTo === undefined ||
                (scope.accreditedTo === "states" && accreditedTo !== null) ||
                (scope.accreditedTo === "organizations" && toOrganization) ||
                scope.accreditedTo === accreditedTo);
            return fits ? "WHOLE" : null;
          },
        },
      ];
    case "BilateralRelation":
      return [missions(one!, other!), missions(other!, one!)];
    case "HeadsOfMission":
      return [missions(one!, other!)];
    case "Country":
      return [
        {
          what: `heads of state and of government of ${name}`,
          extent: (scope) =>
            isOf(scope.country, id) && includes(scope, "CHIEF_OF_STATE") && scope.accreditedTo === undefined
              ? wholeUnless(scope.posts)
              : null,
        },
        {
          what: `ministers of ${name}`,
          extent: (scope) =>
            isOf(scope.country, id) && includes(scope, "MINISTER") && scope.accreditedTo === undefined
              ? wholeUnless(scope.posts)
              : null,
        },
        {
          what: `heads of missions of ${name}`,
          extent: (scope) => {
            if (!isOf(scope.country, id) || !includes(scope, "CHIEF_OF_MISSION")) return null;
            if (scope.accreditedTo === id || scope.accreditedTo === "organizations") return null;
            return isOf(scope.accreditedTo, "states") ? wholeUnless(scope.posts) : "PART";
          },
        },
        {
          what: `heads of missions to ${name}`,
          extent: (scope) => {
            if (scope.country === id || !includes(scope, "CHIEF_OF_MISSION")) return null;
            if (!isOf(scope.accreditedTo, id) && scope.accreditedTo !== "states") return null;
            return scope.country === undefined ? wholeUnless(scope.posts) : "PART";
          },
        },
      ];
    default:
      // No source lists all offices of a person.
      return [{ what: `offices of ${name}`, extent: ({ country }) => (one && !isOf(country, one.id) ? null : "PART") }];
  }
}

function missions(sending: NamedState, receiving: NamedState): Side {
  return {
    what: `heads of mission of ${sending.name} to ${receiving.name}`,
    extent: (scope) =>
      isOf(scope.country, sending.id) &&
      includes(scope, "CHIEF_OF_MISSION") &&
      (isOf(scope.accreditedTo, receiving.id) || scope.accreditedTo === "states")
        ? wholeUnless(scope.posts)
        : null,
  };
}

function relationsOf({ type, name, countries }: CoverageSubject): Side[] {
  const fits = (country: string | undefined): boolean =>
    country === undefined || countries.some(({ id }) => id === country);
  return [
    {
      what: type === "Country" ? `relations of ${name}` : name,
      // For all relations of a state, another state's list covers only one.
      extent: ({ country }) => (fits(country) ? "WHOLE" : type === "Country" ? "PART" : null),
    },
  ];
}

function flowsOf({ type, name, kind, countries, places }: CoverageSubject): Side[] {
  const [one, other] = countries;
  if (type === "Place")
    return [
      {
        what: `numbers observed at ${name}`,
        extent: ({ country, place }) => {
          if (place !== undefined) return places.includes(place) ? "WHOLE" : null;
          const where = kind === "REGION" ? "PART" : "WHOLE";
          return country === undefined || countries.some(({ id }) => id === country) ? where : null;
        },
      },
    ];
  const of = (whose: NamedState, where: NamedState): Side => ({
    what: `numbers of nationals of ${whose.name} at the borders of ${where.name}`,
    extent: ({ country, place }) => (isOf(country, where.id) ? wholeUnless(place) : null),
  });
  if (type === "BilateralRelation") return [of(one!, other!), of(other!, one!)];
  return [
    {
      what: `numbers observed at the borders of ${name}`,
      extent: ({ country, place }) => (isOf(country, one!.id) ? wholeUnless(place) : null),
    },
    {
      what: `numbers of nationals of ${name}`,
      extent: ({ country }) => (country === undefined ? "WHOLE" : country === one!.id ? null : "PART"),
    },
  ];
}

function isOf(given: string | undefined, wanted: string | undefined): boolean {
  return given === undefined || given === wanted;
}

function includes({ offices }: CoverageScope, kind: string): boolean {
  return offices === undefined || offices.includes(kind as never);
}

function wholeUnless(narrowed: unknown): Extent {
  return narrowed === undefined ? "WHOLE" : "PART";
}
