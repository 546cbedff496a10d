/** `/map`: routes, people on the move, meetings and missions where they are. */
import type { Ask } from "../../site/ask.ts";
import { missing } from "../../site/missing.tsx";
import type { View } from "../../site/page.ts";
import { filtersOf, type MapAnswer } from "./mapAnswer.ts";
import { MapPage } from "./MapPage.tsx";
import { mapAddress, mapStateIn, type MapState } from "./mapState.ts";
import document from "./map.graphql?raw";
import newestFlow from "./newestFlow.graphql?raw";

/** The view of the map. */
export const mapView: View = async (address, ask) => {
  const state = mapStateIn(address);
  const shows = (layer: MapState["layers"][number]): boolean => state.layers.includes(layer);
  const flowYear = shows("flows") ? await flowYearOf(state, ask) : null;
  const variables = {
    ...filtersOf(state, flowYear),
    withMeetings: shows("meetings"),
    withMissions: shows("missions"),
    withFlows: shows("flows"),
    withRoutes: shows("routes"),
    state: { slug: state.of ?? "us" },
    withState: state.of !== null,
  };
  const { data: answer } = await ask<MapAnswer>(document, variables);
  if (answer.country === null) return missing(`country:${state.of}`);
  return {
    title: "Map · Entente",
    description: "Meetings, missions, people on the move and migration routes on a map, each with its table.",
    // How it is looked at is no other page.
    canonical: mapAddress({ ...state, look: null }),
    body: <MapPage state={state} answer={answer} flowYear={flowYear ?? 0} />,
    question: { document, variables },
  };
};

/** Numbers of several years may count the same people again, so one year is shown: the last of the period, or of all. */
async function flowYearOf(state: MapState, ask: Ask): Promise<number> {
  if (state.until !== null) return state.until;
  const { flows } = filtersOf(state, null);
  const { data } = await ask<{ flows: { nodes: { period: { lastDay: string | null } | null }[] } }>(newestFlow, {
    flows,
  });
  const day = data.flows.nodes[0]?.period?.lastDay;
  return day ? Number(day.slice(0, 4)) : new Date().getFullYear();
}
