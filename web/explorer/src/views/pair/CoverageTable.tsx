/** The sources on two states, and how far each reaches. */
import { EntityLink } from "../../parts/links.tsx";
import { sentenceCase, wordsOf } from "../../parts/words.ts";
import type { PairSource } from "./pairAnswer.ts";

export function CoverageTable({ sources }: { sources: readonly PairSource[] }) {
  if (sources.length === 0) return null;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Sources on the two">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">On</th>
            <th scope="col">Facts</th>
            <th scope="col">Covers</th>
          </tr>
        </thead>
        <tbody>
          {sources.map(({ source, subject, count, coverage }) => (
            <tr key={`${source.id} ${subject}`}>
              <th scope="row">
                <EntityLink id={source.id}>{source.name}</EntityLink>
              </th>
              <td data-label="on">{sentenceCase(wordsOf(subject))}</td>
              <td data-label="facts">{count.toLocaleString("en")}</td>
              <td data-label="covers">{coverage.length > 0 ? <Parts coverage={coverage} /> : <em>unknown</em>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Parts({ coverage }: Pick<PairSource, "coverage">) {
  return (
    <ul class="values">
      {coverage.map(({ part, from, until, scopes }) => (
        <li key={part}>
          {part}: {from ?? "unknown"} to {until ?? "unknown"}
          {scopes === null && ", complete for nothing"}
        </li>
      ))}
    </ul>
  );
}
