/** The missions of two states to each other, and who heads them on the day of the page. */
import { EntityLink } from "../../parts/links.tsx";
import { wordsOf } from "../../parts/words.ts";
import type { Pair } from "./pairAnswer.ts";

export function Missions({ missions, day }: { missions: Pair["missions"]; day: string }) {
  if (missions.nodes.length === 0) return <p>The graph has no mission of one to the other.</p>;
  return (
    <>
      <div class="scroll" tabIndex={0} role="region" aria-label="Missions">
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">Mission</th>
              <th scope="col">Kind</th>
              <th scope="col">Opened</th>
              <th scope="col">Closed</th>
              <th scope="col">On {day}</th>
            </tr>
          </thead>
          <tbody>
            {missions.nodes.map(({ id, name, kind, opened, closed, asOf }) => (
              <tr key={id}>
                <th scope="row">
                  <EntityLink id={id}>{name}</EntityLink>
                </th>
                <td data-label="kind">{kind ? wordsOf(kind) : <em>no source says</em>}</td>
                <td data-label="opened">{opened?.text ?? <em>no source says</em>}</td>
                <td data-label="closed">{closed?.text ?? ""}</td>
                <td data-label="on the day">
                  {wordsOf(asOf.status)}
                  {asOf.heads.holdings.flatMap(({ tenure: { official } }) =>
                    official
                      ? [
                          ", ",
                          <EntityLink key={official.id} id={official.id}>
                            {official.name}
                          </EntityLink>,
                        ]
                      : [],
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {missions.totalCount > missions.nodes.length && (
        <p class="numbers">
          {missions.nodes.length} of {missions.totalCount.toLocaleString("en")}
        </p>
      )}
    </>
  );
}
