/** `/entity/<id>`: everything that the graph knows of one thing, of whatever kind. */
import type { Claim } from "../../parts/Citation.tsx";
import { entityAddress } from "../../parts/links.tsx";
import { placeIn } from "../../parts/Pager.tsx";
import { wordsOf } from "../../parts/words.ts";
import { entityTypes } from "../../schema/entityTypes.ts";
import type { View } from "../../site/page.ts";
import { missing } from "../../site/missing.tsx";
import { surroundingsOf } from "../around/Around.tsx";
import { Entity } from "./Entity.tsx";
import { entityQuery, layoutOf, sizes } from "./entityQuery.ts";
import { linkedData } from "./linkedData.ts";

/** An entity as asked for: besides these, its facts and lists by the names of their fields. */
export interface Found {
  id: string;
  name: string;
  summary: string | null;
  formerIds: string[];
  someValue: string[];
  noValue: string[];
  contested: string[];
  claims: { totalCount: number; nodes: Claim[] };
  [field: string]: unknown;
}

export interface Edition {
  date: string;
  digest: string;
}

const typeOf = `query TypeOf($id: ID!) { node(id: $id) { __typename id } }`;

/** The view of an entity. */
export const entityView: View = async (address, ask) => {
  const id = decodeURIComponent(address.pathname.slice("/entity/".length));
  const [types, { data, redirects }] = await Promise.all([
    entityTypes(ask),
    ask<{ node: { __typename: string; id: string } | null }>(typeOf, { id }),
  ]);
  const type = data.node && types.entities.get(data.node.__typename);
  if (!data.node || !type) return missing(id);
  const moved = redirects.find(({ from }) => from === id);
  const canonical = entityAddress(data.node.id);
  if (moved) return { ...missing(id), canonical, movedTo: canonical };
  await types.learn(ask, type);

  const layout = layoutOf(types, type);
  const { start, page } = placeIn(address, sizes.page);
  const wanted = { asOf: address.searchParams.get("asOf"), list: address.searchParams.get("list"), page };
  const isPaged = layout.lists.some(({ field }) => field.name === wanted.list);
  const document = entityQuery(types, layout, wanted);
  const variables = { id, ...(wanted.asOf !== null && { asOf: wanted.asOf }), ...(isPaged && page) };
  const [answer, surroundings] = await Promise.all([
    ask<{ node: Found; edition: Edition | null; citation: { text: string } | null }>(document, variables),
    surroundingsOf(data.node.id, ask),
  ]);
  const { node, edition, citation } = answer.data;
  const kind = wordsOf(type.name);
  return {
    title: `${node.name} · ${kind} · Entente`,
    description: node.summary ?? `${node.name}: ${type.description}`,
    canonical,
    body: (
      <Entity
        {...{ address, types, layout, entity: node, edition, start, footnote: citation?.text ?? null, surroundings }}
      />
    ),
    question: { document, variables },
    linkedData: linkedData(node, canonical),
  };
};
