/** The page of an entity: a sentence, its facts with what says so, its lists, and how to cite it. */
import { AsOf } from "../../parts/AsOf.tsx";
import { Citation } from "../../parts/Citation.tsx";
import { StateLinks } from "../../parts/links.tsx";
import { sentenceCase, wordsOf } from "../../parts/words.ts";
import type { EntityTypes } from "../../schema/entityTypes.ts";
import { Around, type Surroundings } from "../around/Around.tsx";
import { Cite } from "./Cite.tsx";
import type { Layout } from "./entityQuery.ts";
import type { Edition, Found } from "./entityView.tsx";
import { evidenceFor } from "./evidence.ts";
import { Facts, noteOf, type Fact } from "./Facts.tsx";
import { Lists } from "./Lists.tsx";
import { hasValue, Value } from "./Value.tsx";
import { fieldNameOf } from "../../parts/words.ts";

export function Entity(props: {
  address: URL;
  types: EntityTypes;
  layout: Layout;
  entity: Found;
  edition: Edition | null;
  footnote: string | null;
  surroundings: Surroundings | null;
  start: number;
}) {
  const { address, types, layout, entity, edition, footnote, surroundings, start } = props;
  const { type, asOf } = layout;
  const day = address.searchParams.get("asOf");
  const said = new Set([...entity.someValue, ...entity.noValue]);
  const told = layout.facts.filter(({ name }) => hasValue(entity[name]) || said.has(fieldNameOf(name)));
  const untold = layout.facts.filter((field) => !told.includes(field));

  let number = 0;
  const factOf = (field: (typeof told)[number]): Fact => {
    const evidence = evidenceFor(field.name, entity.claims.nodes, entity.contested);
    return { field, ...evidence, number: evidence.claims.length > 0 ? ++number : 0 };
  };
  const name = factOf({ ...type.fields.find((field) => field.name === "name")! });
  const facts = told.map(factOf);
  const ofLists = layout.lists
    .filter(({ field }) => (entity[field.name] as { totalCount: number }).totalCount > 0)
    .map(({ field }) => factOf(field))
    .filter(({ claims }) => claims.length > 0);
  const cited = [name, ...facts, ...ofLists].filter(({ claims }) => claims.length > 0);

  return (
    <article class="entity">
      <header>
        <p class="kicker" title={type.description}>
          {sentenceCase(wordsOf(type.name))}
        </p>
        <h1 tabIndex={-1}>{entity.name}</h1>
        <p class="lead">
          {entity.summary ?? type.description}
          <Citation number={name.number} what="name" claims={name.claims} />
        </p>
        {type.name === "Country" && <StateLinks slug={entity.id.slice(entity.id.indexOf(":") + 1)} />}
      </header>
      <Facts types={types} entity={entity} facts={facts} />
      {untold.length > 0 && (
        <p class="untold">No source here says: {untold.map((field) => wordsOf(field.name)).join(", ")}.</p>
      )}
      {asOf && (
        <section class="on-a-day" aria-labelledby="on-a-day">
          <h2 id="on-a-day">On a day</h2>
          <p class="description">{asOf.description}</p>
          <AsOf address={address} label="As of" />
          {day && hasValue(entity.asOf) && <Value types={types} type={asOf.type} value={entity.asOf} />}
        </section>
      )}
      {surroundings && <Around {...surroundings} />}
      <Lists
        address={address}
        types={types}
        entity={entity}
        lists={layout.lists}
        facts={new Map(ofLists.map((fact) => [fact.field.name, fact]))}
        start={start}
      />
      <Cite entity={entity} edition={edition} footnote={footnote} />
      {cited.length > 0 && (
        <section class="notes" aria-labelledby="notes">
          <h2 id="notes">Notes</h2>
          <ol>
            {cited.map(({ number: each, field, claims }) => (
              <li key={each} value={each}>
                {sentenceCase(wordsOf(field.name))}: <span class="brief">{noteOf(claims)}.</span>
                <span class="full">{claims.map((claim) => `${claim.citation.text} `)}</span>
              </li>
            ))}
          </ol>
          {entity.claims.totalCount > entity.claims.nodes.length && (
            <p class="numbers">
              These are {entity.claims.nodes.length} of {entity.claims.totalCount.toLocaleString("en")} claims.
            </p>
          )}
        </section>
      )}
    </article>
  );
}
