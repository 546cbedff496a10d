/** `/timeline`: all kinds of dated things, in lanes by state. */
import type { View } from "../../site/page.ts";
import { askEvents, eventsDocument, variablesOf } from "./events.ts";
import { filtersOf, type Years } from "./filters.ts";
import { latestYears, overviewOf, type OverviewAnswer } from "./overview.ts";
import { TimelinePage } from "./TimelinePage.tsx";
import { timelineAddress, timelineStateIn } from "./timelineState.ts";
import { mostEvents } from "./useEvents.ts";
import document from "./overview.graphql?raw";

/** With more events than can be loaded, so many of the latest are shown at first. */
const shownAtFirst = 800;

/** The view of the timeline. */
export const timelineView: View = async (address, ask) => {
  const state = timelineStateIn(address);
  const { data } = await ask<OverviewAnswer>(document, filtersOf(state, null));
  const overview = overviewOf(data);
  const isWhole = overview.total <= mostEvents;
  const ordinary = isWhole ? overview.extent : latestYears(overview, shownAtFirst);
  const during: Years = { from: state.from ?? ordinary.from, until: state.until ?? ordinary.until };
  const isAll = state.from === null && state.until === null && isWhole;
  const inWindow = filtersOf(state, isAll ? null : during);
  const found = await askEvents(ask, inWindow, null);
  const names = overview.countries.map(({ name }) => name).join(" and ");
  return {
    title: `${names ? `${names}: ` : ""}timeline · Entente`,
    description: "Meetings, changes in relations, missions, offices and statements over time, in lanes by state.",
    canonical: timelineAddress({ ...state, chosen: null }),
    body: (
      <TimelinePage
        {...{ state, overview, found, isWhole, during }}
        filters={isWhole ? filtersOf(state, null) : inWindow}
      />
    ),
    question: { document: eventsDocument, variables: variablesOf(inWindow, null) },
  };
};
