/** A long table, some rows at a time. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

const size = 50;

export function PagedTable<Item>({
  label,
  head,
  items,
  rowOf,
  caption,
  isMatrix,
}: {
  label: string;
  head: readonly string[];
  items: readonly Item[];
  /** The row of an item: as many cells as `head`, of which the first names it. */
  rowOf: (item: Item) => { key: string; cells: readonly ComponentChildren[] };
  caption?: string;
  /** Whether the table says something by its columns too, and so must keep them on a phone. */
  isMatrix?: boolean;
}) {
  const [wanted, setStart] = useState(0);
  const start = wanted < items.length ? wanted : 0;
  const shown = items.slice(start, start + size);
  return (
    <>
      <div class="scroll" tabIndex={0} role="region" aria-label={label}>
        <table class={isMatrix ? "matrix" : "stacked"}>
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
            {shown.map(rowOf).map(({ key, cells: [first, ...others] }) => (
              <tr key={key}>
                <th scope="row">{first}</th>
                {others.map((cell, index) => (
                  <td key={head[index + 1]} data-label={head[index + 1]?.toLowerCase()}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {items.length > size && (
        <div class="pager">
          <span class="numbers">
            {(start + 1).toLocaleString("en")} to {(start + shown.length).toLocaleString("en")} of{" "}
            {items.length.toLocaleString("en")}
          </span>
          <button type="button" disabled={start === 0} onClick={() => setStart(Math.max(0, start - size))}>
            Previous rows
          </button>
          <button type="button" disabled={start + size >= items.length} onClick={() => setStart(start + size)}>
            Next rows
          </button>
        </div>
      )}
    </>
  );
}
