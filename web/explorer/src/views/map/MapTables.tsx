/** All that the map draws, as tables. */
import { EntityLink } from "../../parts/links.tsx";
import { PagedTable } from "../../parts/PagedTable.tsx";
import { counted, sentenceCase, wordsOf } from "../../parts/words.ts";
import type { Arc, MapAnswer, Marks, RouteFound } from "./mapAnswer.ts";
import type { Layer } from "./mapState.ts";

interface Props {
  answer: MapAnswer;
  marks: Marks;
  flowYear: number;
  layers: readonly Layer[];
}

export function MapTables({ answer, marks, flowYear, layers }: Props) {
  const arcsOf = (layer: Arc["layer"]): Arc[] => marks.arcs.filter((each) => each.layer === layer);
  return (
    <>
      {layers.includes("routes") && <Routes routes={answer.migrationRoutes!.nodes} />}
      {layers.includes("meetings") && (
        <section aria-labelledby="meetings">
          <h2 id="meetings">
            Meetings <span class="count">{answer.meetings!.totalCount.toLocaleString("en")}</span>
          </h2>
          <Unplaced count={marks.unplaced.meetings} one="meeting" />
          {marks.circles.length > 0 ? (
            <PagedTable
              label="Meetings by place"
              caption="Meetings whose place is unknown, or has no point, are drawn at their host state."
              head={["Place", "Meetings", "Drawn at"]}
              items={marks.circles}
              rowOf={({ id, name, count, isState }) => ({
                key: id,
                cells: [
                  <EntityLink key={id} id={id}>
                    {name}
                  </EntityLink>,
                  count.toLocaleString("en"),
                  isState ? "the state" : "the place",
                ],
              })}
            />
          ) : (
            <p>The graph has no meeting in this time that has a place on the map.</p>
          )}
        </section>
      )}
      {layers.includes("missions") && (
        <section aria-labelledby="missions">
          <h2 id="missions">
            Missions <span class="count">{answer.missions!.totalCount.toLocaleString("en")}</span>
          </h2>
          <Unplaced count={marks.unplaced.missions} one="mission" />
          <Arcs arcs={arcsOf("missions")} head={["Sent by", "In", "Missions"]} label="Missions by state" />
        </section>
      )}
      {layers.includes("flows") && (
        <section aria-labelledby="flows">
          <h2 id="flows">People on the move in {flowYear}</h2>
          <p class="description">
            Sums of the numbers whose period lies within {flowYear}, for all places together. The same person may be
            counted more than once.
          </p>
          <Unplaced count={marks.unplaced.flows} one="number" />
          <Arcs arcs={arcsOf("flows")} head={["Nationals of", "Counted by", "Number"]} label="People on the move" />
        </section>
      )}
    </>
  );
}

function Unplaced({ count, one }: { count: number | undefined; one: string }) {
  if (!count) return null;
  return (
    <p class="description">
      {counted(count, one)} {count === 1 ? "isn’t" : "aren’t"} on the map: no source says in which state, or both ends
      are one state.
    </p>
  );
}

function Arcs({ arcs, head, label }: { arcs: Arc[]; head: string[]; label: string }) {
  if (arcs.length === 0) return <p>The graph has none in this time.</p>;
  return (
    <PagedTable
      label={label}
      head={head}
      items={arcs}
      rowOf={({ from, to, count }) => ({
        key: `${from.id} ${to.id}`,
        cells: [
          <EntityLink key="from" id={from.id}>
            {from.name}
          </EntityLink>,
          <EntityLink key="to" id={to.id}>
            {to.name}
          </EntityLink>,
          count.toLocaleString("en"),
        ],
      })}
    />
  );
}

function Routes({ routes }: { routes: RouteFound[] }) {
  return (
    <section aria-labelledby="routes">
      <h2 id="routes">Migration routes</h2>
      {routes.length === 0 && <p>The graph has no migration route.</p>}
      {routes.map((route) => (
        <article class="route-said" key={route.id}>
          <h3>
            <EntityLink id={route.id}>{route.name}</EntityLink>
          </h3>
          {route.summary && <p>{route.summary}</p>}
          <dl>
            <dt>Way</dt>
            <dd>{wayOf(route)}</dd>
            <dt>Stops</dt>
            <dd>
              <ol class="stops">
                {route.stops.nodes.map(({ id, name, kind, latitude }) => (
                  <li key={id}>
                    <EntityLink id={id}>{name}</EntityLink>
                    {latitude === null && <span class="description"> a {wordsOf(kind)} without one point</span>}
                  </li>
                ))}
              </ol>
            </dd>
            {route.nationalities.nodes.length + route.regionsOfOrigin.nodes.length > 0 && (
              <>
                <dt>Used by people from</dt>
                <dd>
                  <ul class="inline">
                    {[...route.nationalities.nodes, ...route.regionsOfOrigin.nodes].map(({ id, name }) => (
                      <li key={id}>
                        <EntityLink id={id}>{name}</EntityLink>
                      </li>
                    ))}
                  </ul>
                </dd>
              </>
            )}
            {route.flows.nodes.length > 0 && (
              <>
                <dt>Numbers</dt>
                <dd>
                  <ul class="values">
                    {route.flows.nodes.map(({ id, name, count, qualifier, period }) => (
                      <li key={id}>
                        <EntityLink id={id}>{name}</EntityLink>:{" "}
                        {count === null ? "only words" : `${wordsOf(qualifier)} ${count.toLocaleString("en")}`}
                        {period && `, ${period.text}`}
                      </li>
                    ))}
                  </ul>
                </dd>
              </>
            )}
          </dl>
        </article>
      ))}
    </section>
  );
}

function wayOf({ geometry, approximate, stops }: RouteFound): string {
  if (geometry && approximate === false) return "Known: a source gives the line.";
  if (geometry) return `A sketch of ${counted(geometry.coordinates.length, "point")}: no source gives the way between.`;
  return stops.nodes.some(({ latitude }) => latitude !== null)
    ? "Unknown: drawn straight from stop to stop."
    : sentenceCase("unknown, and not drawn: no stop has a point.");
}
