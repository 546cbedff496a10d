/**
 * Last stage: writes a plan atomically. A large one takes many transactions, since Neo4j keeps each in
 * memory; each notes in the graph how to undo it, and the last one deletes the notes.
 */
import type { Door, Run } from "../graph/database/driver.ts";
import { query } from "../graph/queries.ts";
import { applyChanges } from "./applyChanges.ts";
import { editionLog } from "./editionOfGraph.ts";
import { compare, pages } from "../graph/arrays.ts";
import type { Plan } from "./plan.ts";
import { BundleError } from "./problems.ts";
import { readings, settling } from "./version.ts";
import { undoNote, undoUnfinished, writing } from "./undo.ts";

/** The number of nodes or edges changed per transaction. */
const batch = 3000;

/**
 * Writes a plan, and records the bundle and the edition.
 * @param bundle null for an editor's decision.
 * @param progress receives the numbers of changes written and in total.
 * @throws BundleError when the graph has an entity with the same natural key; the graph is left unchanged.
 */
export async function write(
  door: Door,
  plan: Plan,
  bundle: { name: string; digest: string } | null,
  now: Date,
  progress: (written: number, total: number) => void,
): Promise<void> {
  const { edition, changes } = plan;
  const date = now.toISOString().slice(0, 10);
  const { name, digest } = bundle ?? { name: null, digest: null };
  await apply(
    door,
    plan,
    async (run) => {
      // Before the marker has the new edition, which makes it one.
      await run(query("ingest/log"), { edition, date, name, ...editionLog(changes) });
      await run(query("ingest/setEdition"), { edition, date, name, digest, readings, settling });
    },
    progress,
  );
}

type PlannedChanges = Pick<Plan, "nodes" | "edges">;

async function apply(
  door: Door,
  plan: PlannedChanges,
  finish: (run: Run) => Promise<void>,
  progress: (written: number, total: number) => void,
): Promise<void> {
  const total = plan.nodes.length + plan.edges.length;
  const parts = partsOf(plan);
  try {
    if (parts.length <= 1) {
      await writing(door, async (run) => {
        for (const part of parts) await applyChanges(run, part);
        await finish(run);
      });
      return;
    }
    let written = 0;
    for (const [number, part] of parts.entries()) {
      await writing(door, async (run) => {
        await run(query("ingest/note"), { number, undo: undoNote(part) });
        await applyChanges(run, part);
      });
      written += part.nodes.length + part.edges.length;
      progress(written, total);
    }
    await writing(door, async (run) => {
      await finish(run);
      await run(query("ingest/undone"), { number: 0 });
    });
  } catch (error) {
    // If it can't be undone now, whoever next opens the graph undoes it.
    if (parts.length > 1) await undoUnfinished(door).catch(() => undefined);
    throw refused(error as Error);
  }
}

// Edges are deleted before their ends, and created after them.
function partsOf({ nodes, edges }: PlannedChanges): PlannedChanges[] {
  const parts: PlannedChanges[] = [];
  const small = nodes.length + edges.length <= batch;
  const phases: PlannedChanges[] = [
    { nodes: [], edges: edges.filter(({ after }) => after === null) },
    { nodes: nodes.filter(({ after }) => after === null), edges: [] },
    {
      nodes: nodes.filter(({ after }) => after !== null).sort((a, b) => compare(a.label, b.label)),
      edges: [],
    },
    {
      nodes: [],
      edges: edges.filter(({ after }) => after !== null).sort((a, b) => compare(a.type, b.type)),
    },
  ];
  if (small) return nodes.length + edges.length === 0 ? [] : [{ nodes, edges }];
  for (const phase of phases) {
    for (const page of pages(phase.nodes, batch)) parts.push({ nodes: page, edges: [] });
    for (const page of pages(phase.edges, batch)) parts.push({ nodes: [], edges: page });
  }
  return parts;
}

// Two entities with one natural key: only the database can detect this across bundles.
function refused(error: Error): Error {
  const cause = (error.cause ?? error) as Error & { code?: string };
  if (!cause.code?.includes("ConstraintValidationFailed")) return error;
  const [, value = cause.message] = /property (`.*)$/s.exec(cause.message) ?? [];
  return new BundleError([
    `The graph already holds an entity with the same natural key: ${value}. Give both the same id, or correct the key.`,
  ]);
}
