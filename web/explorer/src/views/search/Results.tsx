/** What a search found: how many, of which kinds and decades, and a page of it. */
import { EntityLink, withParameters } from "../../parts/links.tsx";
import { Pager, type PageInfo } from "../../parts/Pager.tsx";
import { Segments, type Segment } from "../../parts/Segments.tsx";
import { counted, sentenceCase, wordsOf } from "../../parts/words.ts";

/** The number of results on a page. */
export const size = 20;

export interface Found {
  search: {
    totalCount: number;
    truncated: boolean;
    similar: boolean | null;
    pageInfo: PageInfo;
    edges: {
      matchedOn: { field: string; text: string; segments: Segment[] }[];
      node: { __typename: string; id: string; name: string; summary: string | null };
    }[];
  };
  ofAnyKind: { facets: { countsByKind: { kind: string; count: number }[] } };
  ofAnyTime: { facets: { countsByDecade: { decade: number; count: number }[] } };
}

export function Results({ address, found, start }: { address: URL; found: Found; start: number }) {
  const { search } = found;
  const text = address.searchParams.get("q")!;
  return (
    <div class="results">
      <header>
        <h1 tabIndex={-1}>
          {search.truncated && "At least "}
          {counted(search.totalCount, "result")} for “{text}”
        </h1>
        {search.similar && <p>Nothing has these words as typed. These have spellings that differ by one letter.</p>}
      </header>
      <Facets address={address} found={found} />
      <section aria-label="Results">
        {search.edges.length === 0 ? (
          <p>
            Nothing in the graph has all of these words{address.search.includes("&") && " with what is chosen here"}.
            That doesn’t mean that it didn’t happen: the sources reach only so far. Fewer words, or another spelling,
            may find more.
          </p>
        ) : (
          <>
            <ol class="found" start={start}>
              {search.edges.map((edge) => (
                <Result key={edge.node.id} {...edge} />
              ))}
            </ol>
            <Pager
              address={address}
              pageInfo={search.pageInfo}
              start={start}
              shown={search.edges.length}
              size={size}
              total={search.totalCount}
              isLowerBound={search.truncated}
              of="results"
            />
          </>
        )}
      </section>
    </div>
  );
}

function Result({ node, matchedOn }: Found["search"]["edges"][number]) {
  const named = matchedOn.find(({ field, text }) => field === "NAME" && text === node.name);
  const elsewhere = matchedOn.find(
    ({ field, text }) => field !== "NAME" && text !== node.name && text !== node.summary,
  );
  const summed = matchedOn.find(({ field }) => field === "SUMMARY");
  return (
    <li>
      <h2>
        <EntityLink id={node.id}>{named ? <Segments segments={named.segments} /> : node.name}</EntityLink>{" "}
        <span class="kind">{wordsOf(node.__typename)}</span>
      </h2>
      {node.summary && <p>{summed ? <Segments segments={summed.segments} /> : node.summary}</p>}
      {!named && elsewhere && (
        <p class="also">
          {elsewhere.field === "CONTENT" ? "It says: " : "Also: "}
          <Segments segments={elsewhere.segments} />
        </p>
      )}
    </li>
  );
}

function Facets({ address, found }: { address: URL; found: Found }) {
  const kinds = found.ofAnyKind.facets.countsByKind;
  const decades = found.ofAnyTime.facets.countsByDecade;
  const chosenKind = address.searchParams.get("kind");
  const chosenDecade = address.searchParams.get("decade");
  const first = { after: null, before: null, from: null };
  const choice = (name: string, value: string, isChosen: boolean, label: string, count: number) => (
    <li key={value}>
      <a
        href={withParameters(address, { [name]: isChosen ? null : value, ...first })}
        aria-current={isChosen ? "true" : undefined}
      >
        {label} <span class="count">{count.toLocaleString("en")}</span>
        {isChosen && (
          <span class="remove">
            {" "}
            ✕<span class="hidden"> remove</span>
          </span>
        )}
      </a>
    </li>
  );
  if (kinds.length === 0 && decades.length === 0) return <div />;
  return (
    <nav class="facets" aria-label="Narrow the search">
      <h2>Kind</h2>
      <ul>
        {kinds.map(({ kind, count }) => choice("kind", kind, kind === chosenKind, sentenceCase(wordsOf(kind)), count))}
      </ul>
      {decades.length > 0 && (
        <>
          <h2>Decade</h2>
          <ul>
            {decades.map(({ decade, count }) =>
              choice("decade", String(decade), String(decade) === chosenDecade, `${decade}s`, count),
            )}
          </ul>
        </>
      )}
    </nav>
  );
}
