/** What this version reads and decides otherwise than earlier ones. Graphs keep both numbers. */

/** Raise it when a reader of a data set reads the same files otherwise: a graph must then load them again. */
export const readings = 3;

/** Raise it when identity or settling decides otherwise: the next ingestion then settles the whole graph. */
export const settling = 3;
