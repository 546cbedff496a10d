const inOrder = (counts) =>
  Object.fromEntries(
    counts.map(({ year, count }) => [year ?? "unknown", count]).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

/** For a chart. The peer's aggregations don't group: its way is a field with a statement of its own. */
export const heldByYear = {
  title: "held meetings by year",
  entente: {
    query: `{ meetings(filter: { status: { eq: HELD } }) { counts(groupBy: [DATE_YEAR]) { keys { value } count } } }`,
    read: ({ meetings }) => inOrder(meetings.counts.map(({ keys: [{ value }], count }) => ({ year: value, count }))),
  },
  neo4jGraphql: { query: `{ heldByYear { year count } }`, read: (data) => inOrder(data.heldByYear) },
  fields: { query: `{ heldByYear { year count } }`, read: (data) => inOrder(data.heldByYear) },
  floor: {
    statement: `MATCH (m:Meeting) WHERE m.status = "HELD" RETURN substring(m.dateFirst, 0, 4), count(*)`,
    read: (rows) => inOrder(rows.map(([year, count]) => ({ year, count }))),
  },
};
