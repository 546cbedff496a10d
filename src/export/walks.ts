/** Walks through lists and the whole graph in batches of ids, so that memory stays small. */
import type { EntityType, Relation } from "../graph/model/declarations.ts";
import type { PageRequest, Position } from "../graph/page.ts";
import { query } from "../graph/queries.ts";
import { listQuery, manyQuery, type Condition } from "../graph/listQueries.ts";
import { pageParameters } from "../graph/pageTerms.ts";
import type { SortOrder } from "../graph/order.ts";
import { batchSize, type Read } from "./nodes.ts";

/** The arguments of a list, parsed and checked. */
export interface ListChoice {
  condition: Condition;
  order: SortOrder;
}

/** The ids of everything. */
export async function* everything(read: Read): AsyncGenerator<string[]> {
  for (let after = "", more = true; more;) {
    const rows = await read(query("export/ids"), { after, limit: batchSize });
    const ids = rows.map(([id]) => id as string);
    if (ids.length > 0) yield ids;
    more = ids.length === batchSize;
    if (more) after = ids.at(-1)!;
  }
}

/** The ids of the entities of a type. */
export function listed(read: Read, type: EntityType, choice: ListChoice): AsyncGenerator<string[]> {
  return walk(choice.order, async (page) => {
    return (await read(listQuery(type.name, page, choice.condition), {
      ...pageParameters(page),
      ...choice.condition.parameters,
      columns: [],
    })) as ListRow[];
  });
}

/** The ids of the targets of a relation of one entity. */
export function related(read: Read, relation: Relation, parent: string, choice: ListChoice): AsyncGenerator<string[]> {
  return walk(choice.order, async (page) => {
    const rows = await read(manyQuery(relation, page, choice.condition), {
      ...pageParameters(page),
      ...choice.condition.parameters,
      parents: [parent],
      columns: [],
    });
    return rows.map(([, ...row]) => row) as ListRow[];
  });
}

type ListRow = [key: string | number, tie: string, id: string];

async function* walk(order: SortOrder, read: (page: PageRequest) => Promise<ListRow[]>): AsyncGenerator<string[]> {
  let after: Position | undefined;
  do {
    const rows = await read({ seal: "", limit: batchSize, backward: false, order, after, before: undefined });
    const [page, more] = [rows.slice(0, batchSize), rows.length > batchSize];
    if (page.length > 0) yield page.map(([, , id]) => id);
    const last = page.at(-1);
    after = more && last ? [last[0], last[1], ""] : undefined;
  } while (after);
}
