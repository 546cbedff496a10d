/** How to cite an entity: its permanent id, the edition, and files for reference managers. */
import { Copy } from "../../parts/Citation.tsx";
import type { Edition, Found } from "./entityView.tsx";

/** The formats of the export that reference managers and programs read. */
const formats = [
  { name: "CSL-JSON", ending: "csl.json" },
  { name: "BibTeX", ending: "bib" },
  { name: "RIS", ending: "ris" },
  { name: "JSON-LD", ending: "jsonld" },
  { name: "CSV", ending: "csv" },
];

export function Cite({
  entity,
  edition,
  footnote,
}: {
  entity: Found;
  edition: Edition | null;
  /** That of the record which says most of it; null if none does. */
  footnote: string | null;
}) {
  return (
    <section class="cite" aria-labelledby="cite">
      <h2 id="cite">Cite this</h2>
      {footnote !== null && (
        <p>
          {footnote} <Copy text={footnote} />
        </p>
      )}
      <p>
        Permanent id <code>{entity.id}</code>
        {edition && (
          <>
            , edition of {edition.date}, <code>{edition.digest.slice(0, 12)}</code>
          </>
        )}
        .
      </p>
      {entity.formerIds.length > 0 && (
        <p>
          Former ids, which lead here: <code>{entity.formerIds.join(", ")}</code>.
        </p>
      )}
      <ul class="inline">
        {formats.map(({ name, ending }) => (
          <li key={ending}>
            <a href={`/export/${entity.id}.${ending}`} download>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
