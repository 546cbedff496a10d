/** `/`: an invitation at first, then what a search finds, with kinds and decades to narrow it. */
import type { View } from "../../site/page.ts";
import { placeIn } from "../../parts/Pager.tsx";
import { Results, size, type Found } from "./Results.tsx";
import { Welcome, type Founding } from "./Welcome.tsx";
import search from "./search.graphql?raw";
import welcome from "./welcome.graphql?raw";

/** The view of what a search finds. */
export const searchView: View = async (address, ask) => {
  const { q: text = "", decade } = Object.fromEntries(address.searchParams);
  if (!text.trim()) {
    const { data } = await ask<Founding>(welcome);
    return {
      title: "Entente: a graph of bilateral diplomacy",
      description:
        "Officials, countries, meetings, policies and migration routes, and under every fact the source that says it.",
      canonical: "/",
      body: <Welcome {...data} />,
      question: { document: welcome, variables: {} },
    };
  }
  const kinds = address.searchParams.getAll("kind");
  const { page, start } = placeIn(address, size);
  const variables = {
    text,
    ...(kinds.length > 0 && { kinds }),
    ...(decade && { during: `${decade}/${Number(decade) + 9}` }),
    ...page,
  };
  const { data } = await ask<Found>(search, variables);
  return {
    title: `${text}: search in Entente`,
    description: `${data.search.totalCount} results for ${text}.`,
    canonical: `/?q=${encodeURIComponent(text)}`,
    body: <Results address={address} found={data} start={start} />,
    question: { document: search, variables },
  };
};
