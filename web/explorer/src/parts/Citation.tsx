/** The mark at a fact, which opens what says so: source, place, page, words and day. */
import { useSignal } from "@preact/signals";
import type { Date } from "./EdtfDate.tsx";
import { EntityLink } from "./links.tsx";
import { wordsOf } from "./words.ts";

export interface Claim {
  id: string;
  predicate: string;
  value: string | null;
  valueKind: string;
  valueEntity: { id: string; name: string } | null;
  given: string | null;
  locator: string;
  page: string | null;
  file: string | null;
  revision: string | null;
  retrieved: Date | null;
  basis: string;
  note: string | null;
  rank: string;
  rankReason: string | null;
  shown: boolean;
  contested: boolean;
  source: { id: string; name: string };
  /** The finished footnote, as the server prints it. */
  citation: { text: string };
}

/** How a claim relates to its source, in words. */
const bases: Record<string, string> = {
  STATED: "the source says it",
  REFERENCE: "a reference work says it",
  INFERRED: "inferred from the source by the editors",
  AUTHORED: "written by the editors",
};

/**
 * @param number how it is counted on the page.
 * @param what the fact, in words.
 */
export function Citation({ number, what, claims }: { number: number; what: string; claims: readonly Claim[] }) {
  if (claims.length === 0) return null;
  return (
    <details class="citation">
      <summary aria-label={`${number}: what says so: ${what}`}>{number}</summary>
      <div class="evidence">
        {claims.map((claim) => (
          <ClaimDetails key={claim.id} claim={claim} />
        ))}
      </div>
    </details>
  );
}

/** One claim: its source, place, words and footnote. */
export function ClaimDetails({ claim }: { claim: Claim }) {
  const { source, locator, page, file, revision, given, retrieved, note, basis } = claim;
  return (
    <dl>
      <dt>Source</dt>
      <dd>
        <EntityLink id={source.id}>{source.name}</EntityLink>
      </dd>
      <dt>Place</dt>
      <dd>{locator}</dd>
      {page && (
        <>
          <dt>Page</dt>
          <dd>
            <a href={page} rel="noopener noreferrer external">
              {page}
            </a>
          </dd>
        </>
      )}
      {file && (
        <>
          <dt>File</dt>
          <dd>
            {file}
            {revision && ` (${revision})`}
          </dd>
        </>
      )}
      {given && (
        <>
          <dt>Words</dt>
          <dd>
            <q>{given}</q>
          </dd>
        </>
      )}
      {retrieved && (
        <>
          <dt>Day</dt>
          <dd>copied {retrieved.text}</dd>
        </>
      )}
      <dt>Basis</dt>
      <dd>
        {bases[basis] ?? wordsOf(basis)}
        {note && `: ${note}`}
      </dd>
      <dt>Footnote</dt>
      <dd>{claim.citation.text}</dd>
      <dd class="action">
        <Copy text={claim.citation.text} />
      </dd>
    </dl>
  );
}

/** Copies a text, and says so. */
export function Copy({ text }: { text: string }) {
  const said = useSignal("");
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      said.value = "Copied";
    } catch {
      said.value = "This browser doesn’t allow copying: select the text instead.";
    }
  };
  return (
    <>
      <button type="button" class="copy" onClick={() => void copy()}>
        Copy the citation
      </button>
      <span role="status"> {said}</span>
    </>
  );
}
