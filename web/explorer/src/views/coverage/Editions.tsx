/** The editions of the graph, and what changed since one of them. */
import { EntityLink, withParameters } from "../../parts/links.tsx";
import { Pager } from "../../parts/Pager.tsx";
import { wordsOf } from "../../parts/words.ts";
import { listed, type Changes, type RecordAnswer } from "./recordAnswer.ts";

const change = ["ADDED", "CHANGED", "MERGED", "WITHDRAWN"];

export function Editions(props: { address: URL; since: number | null; record: RecordAnswer; start: number }) {
  const { address, since, record, start } = props;
  const { totalCount, nodes } = record.editions;
  return (
    <>
      <p>Every load of data makes an edition. A citation names one; here is what changed since it.</p>
      {since !== null &&
        (record.changedSince ? (
          <Since changes={record.changedSince} address={address} start={start} />
        ) : (
          <p>The graph has no edition {since}.</p>
        ))}
      <div class="scroll" tabIndex={0} role="region" aria-label="Editions">
        <table class="stacked">
          {totalCount > nodes.length && (
            <caption>
              The last {nodes.length} of {totalCount}.
            </caption>
          )}
          <thead>
            <tr>
              <th scope="col">Edition</th>
              <th scope="col">Date</th>
              <th scope="col">Loaded</th>
              <th scope="col">Added</th>
              <th scope="col">Changed</th>
              <th scope="col">Merged</th>
              <th scope="col">Withdrawn</th>
              <th scope="col">Since then</th>
            </tr>
          </thead>
          <tbody>
            {nodes.toReversed().map((each) => (
              <tr key={each.number}>
                <th scope="row">
                  {each.number} <code>{each.digest.slice(0, 8)}</code>
                </th>
                <td data-label="date">{each.date}</td>
                <td data-label="loaded">{each.bundle ?? <em>a decision of an editor</em>}</td>
                {[each.added, each.changed, each.merged, each.withdrawn].map((count, index) => (
                  <td key={change[index]} data-label={wordsOf(change[index]!)}>
                    {count?.toLocaleString("en") ?? "unknown"}
                  </td>
                ))}
                <td data-label="">
                  {each.number === record.edition?.number ? (
                    "the present one"
                  ) : (
                    <a
                      href={`${withParameters(address, { since: String(each.number), list: "changes", after: null, before: null, from: null })}#editions`}
                      aria-label={`What changed since edition ${each.number}`}
                    >
                      what changed
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Since({ changes, address, start }: { changes: Changes; address: URL; start: number }) {
  const { from, to, counts, changes: list } = changes;
  const kinds = [...new Set(counts.map(({ kind }) => kind))];
  const numberOf = (kind: string, word: string): number =>
    counts.find((each) => each.kind === kind && each.change === word)?.count ?? 0;
  return (
    <div class="since">
      <h3>
        From edition {from?.number ?? "none"} to {to.number}
      </h3>
      {kinds.length === 0 ? (
        <p>Nothing changed.</p>
      ) : (
        <>
          <div class="scroll" tabIndex={0} role="region" aria-label="Changes by kind">
            <table>
              <thead>
                <tr>
                  <th scope="col">Kind</th>
                  {change.map((word) => (
                    <th scope="col" key={word}>
                      {wordsOf(word)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {kinds.map((kind) => (
                  <tr key={kind}>
                    <th scope="row">{wordsOf(kind)}</th>
                    {change.map((word) => (
                      <td key={word}>{numberOf(kind, word).toLocaleString("en")}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <ul class="values">
            {list.nodes.map(({ entityId, change: word, entity }) => (
              <li key={entityId}>
                {wordsOf(word)}:{" "}
                {entity ? <EntityLink id={entity.id}>{entity.name}</EntityLink> : <code>{entityId}</code>}
              </li>
            ))}
          </ul>
          <Pager
            address={new URL(withParameters(address, { list: "changes" }), address)}
            pageInfo={list.pageInfo}
            start={start}
            shown={list.nodes.length}
            size={listed}
            total={list.totalCount}
            of="changes"
          />
        </>
      )}
    </div>
  );
}
