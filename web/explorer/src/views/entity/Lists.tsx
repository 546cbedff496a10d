/** The lists of an entity: a few items of each with the total, or a page of the one that is chosen. */
import { Citation } from "../../parts/Citation.tsx";
import { EdtfDate, type Date } from "../../parts/EdtfDate.tsx";
import { EntityLink, withParameters } from "../../parts/links.tsx";
import { Pager, type PageInfo } from "../../parts/Pager.tsx";
import { sentenceCase, wordsOf } from "../../parts/words.ts";
import { unwrapped, type EntityTypes } from "../../schema/entityTypes.ts";
import { detailsOf, sizes, type List } from "./entityQuery.ts";
import type { Found } from "./entityView.tsx";
import type { Fact } from "./Facts.tsx";

interface Connection {
  totalCount: number;
  pageInfo?: PageInfo;
  nodes: Item[];
}

interface Item {
  __typename: string;
  id: string;
  name: string;
  [detail: string]: unknown;
}

export function Lists(props: {
  address: URL;
  types: EntityTypes;
  entity: Found;
  lists: readonly List[];
  /** The evidence of lists that facts of this entity state. */
  facts: ReadonlyMap<string, Fact>;
  start: number;
}) {
  const { entity, lists } = props;
  const filled = lists.filter(({ field }) => (entity[field.name] as Connection).totalCount > 0);
  const empty = lists.filter((list) => !filled.includes(list));
  return (
    <>
      {filled.map((list) => (
        <ListSection key={list.field.name} list={list} {...props} />
      ))}
      {empty.length > 0 && (
        <p class="empty-lists">
          The graph has no {empty.map(({ field }) => wordsOf(field.name)).join(", ")} for it. Whether there were any, it
          says only as far as its sources reach.
        </p>
      )}
    </>
  );
}

function ListSection({ list, address, types, entity, facts, start }: Parameters<typeof Lists>[0] & { list: List }) {
  const { field, itemType } = list;
  const { totalCount, nodes, pageInfo } = entity[field.name] as Connection;
  const what = wordsOf(field.name);
  const fact = facts.get(field.name);
  const first = { after: null, before: null, from: null };
  return (
    <section class="list" id={field.name} aria-labelledby={`${field.name}-title`}>
      <h2 id={`${field.name}-title`}>
        {sentenceCase(what)} <span class="count">{totalCount.toLocaleString("en")}</span>
      </h2>
      <p class="description">
        {field.description}
        {fact && <Citation number={fact.number} what={what} claims={fact.claims} />}
      </p>
      <ul class="items">
        {nodes.map((item) => (
          <ItemLine key={item.id} types={types} itemType={itemType} item={item} />
        ))}
      </ul>
      {pageInfo ? (
        <>
          <Pager
            address={address}
            pageInfo={pageInfo}
            start={start}
            shown={nodes.length}
            size={sizes.page}
            total={totalCount}
            of={what}
          />
          <a href={withParameters(address, { list: null, ...first })}>Fewer {what}</a>
        </>
      ) : (
        totalCount > nodes.length && (
          <a href={`${withParameters(address, { list: field.name, ...first })}#${field.name}`}>
            {nodes.length} of {totalCount.toLocaleString("en")}: more {what}
          </a>
        )
      )}
    </section>
  );
}

function ItemLine({ types, itemType, item }: { types: EntityTypes; itemType: string; item: Item }) {
  const details = detailsOf(types, itemType).filter(({ name }) => item[name] !== null && item[name] !== undefined);
  const isDate = (field: (typeof details)[number]): boolean => unwrapped(field.type).name === "EDTFDate";
  const dates = details.filter(isDate);
  const words = details.filter((field) => !isDate(field));
  return (
    <li>
      <EntityLink id={item.id}>{item.name}</EntityLink>
      {item.__typename !== itemType && <span class="kind"> {wordsOf(item.__typename)}</span>}
      {details.length > 0 && (
        <span class="line">
          {" "}
          {dates.map((field) => (
            <span key={field.name}>
              {(dates.length > 1 || field.name !== "date") && `${wordsOf(field.name)} `}
              <EdtfDate date={item[field.name] as Date} />
            </span>
          ))}
          {words.map((field) => (
            <span key={field.name}>{wordsOf(String(item[field.name]))}</span>
          ))}
        </span>
      )}
    </li>
  );
}
