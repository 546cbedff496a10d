/** The place of a page in its list, and the ways to the next and the previous one. */
import { withParameters } from "./links.tsx";

export interface PageInfo {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
}

/** The place that an address asks for: arguments of a connection, and the number of the first item. */
export function placeIn(address: URL, size: number) {
  const { after, before, from } = Object.fromEntries(address.searchParams);
  const start = Math.max(1, Number(from) || 1);
  return {
    start,
    page: before ? { last: size, before } : { first: size, ...(after && { after }) },
  };
}

export function Pager(props: {
  address: URL;
  pageInfo: PageInfo;
  /** The number of the first item on this page. */
  start: number;
  shown: number;
  size: number;
  total: number;
  isLowerBound?: boolean;
  /** What is listed, for the name of this navigation. */
  of: string;
}) {
  const { address, pageInfo, start, shown, size, total } = props;
  const previous = Math.max(1, start - size);
  return (
    <nav class="pager" aria-label={`Pages of ${props.of}`}>
      <span class="numbers">
        {start.toLocaleString("en")} to {(start + shown - 1).toLocaleString("en")} of{" "}
        {props.isLowerBound && "at least "}
        {total.toLocaleString("en")}
      </span>
      {pageInfo.hasPreviousPage && start > 1 && (
        <a
          rel="prev"
          href={withParameters(address, { before: pageInfo.startCursor, after: null, from: String(previous) })}
        >
          Previous
        </a>
      )}
      {pageInfo.hasNextPage && (
        <a
          rel="next"
          href={withParameters(address, { after: pageInfo.endCursor, before: null, from: String(start + shown) })}
        >
          Next
        </a>
      )}
    </nav>
  );
}
