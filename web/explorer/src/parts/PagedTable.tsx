/** A long table, some rows at a time. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

const size = 50;

export function PagedTable({
  label,
  head,
  rows,
  caption,
}: {
  label: string;
  head: readonly string[];
  /** Each a row of as many cells as `head`; the first names it. */
  rows: readonly { key: string; cells: readonly ComponentChildren[] }[];
  caption?: string;
}) {
  const [wanted, setStart] = useState(0);
  const start = wanted < rows.length ? wanted : 0;
  const shown = rows.slice(start, start + size);
  return (
    <>
      <div class="scroll" tabIndex={0} role="region" aria-label={label}>
        <table>
          {caption && <caption>{caption}</caption>}
          <thead>
            <tr>
              {head.map((each) => (
                <th scope="col" key={each}>
                  {each}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ key, cells: [first, ...others] }) => (
              <tr key={key}>
                <th scope="row">{first}</th>
                {others.map((cell, index) => (
                  <td key={head[index + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > size && (
        <div class="pager">
          <span class="numbers">
            {(start + 1).toLocaleString("en")} to {(start + shown.length).toLocaleString("en")} of{" "}
            {rows.length.toLocaleString("en")}
          </span>
          <button type="button" disabled={start === 0} onClick={() => setStart(Math.max(0, start - size))}>
            Previous rows
          </button>
          <button type="button" disabled={start + size >= rows.length} onClick={() => setStart(start + size)}>
            Next rows
          </button>
        </div>
      )}
    </>
  );
}
