// From rows of rounds to a figure for each question.
import { median, rounded } from "./statistics.js";

/** The medians of one question, contestant and number of connections. */
export function medians(rows, question, contestant, connections) {
  const own = rows.filter(
    (row) => row.question === question && row.contestant === contestant && row.connections === connections,
  );
  const of = (name) => rounded(median(own.map((row) => row[name])));
  return { perSecond: of("perSecond"), node: of("node"), database: of("database") };
}

/** The median over the rounds of the ratio within each round, first against second. */
export function ratio(rows, question, connections, first, second) {
  const own = rows.filter((row) => row.question === question && row.connections === connections);
  const ratios = own
    .filter(({ contestant }) => contestant === first)
    .flatMap(({ round, perSecond }) => {
      const other = own.find((row) => row.contestant === second && row.round === round);
      return other ? [perSecond / other.perSecond] : [];
    });
  return rounded(median(ratios));
}
