/** Prepares a graph for Entente: the marker, the migrations of `cypher/schema/`, and the model's indexes. */
import { createHash } from "node:crypto";
import type { Door } from "./driver.ts";
import { entityTypes, isOwned, propertiesOf, relationsOf, searchedTypes } from "../model/model.ts";
import type { Property } from "../model/declarations.ts";
import { searchedFields } from "../model/derived.ts";
import { files, query } from "../queries.ts";
import { StartError } from "./StartError.ts";

/** The time limit of one of these queries, in milliseconds. */
const patience = 60_000;

/** The work of ingestion when a graph is opened. */
export interface Upkeep {
  /** Reverts an incomplete ingestion, before any migration. */
  undo: () => Promise<unknown>;
  /** Settles an older graph again, from its own claims. Repeatable. */
  settle: () => Promise<unknown>;
}

/** A bundle in the graph. */
export interface LoadedBundle {
  digest: string;
  /** The number of the readers that read it (`ingest/version.ts`); null before there was one. */
  readings: number | null;
}

// For a new graph.
const none: Upkeep = {
  undo: () => Promise.resolve(),
  settle: () => Promise.reject(new Error("The graph holds data, and prepare was given nothing to settle it.")),
};

/** The migrations in code, run after all others and once every index exists. */
const settledAnew = "0010-words-of-texts";

/**
 * Prepares the graph. Skips what is already done.
 * @returns each loaded bundle, by name; empty on a new graph.
 * @throws StartError when the graph has data that isn't Entente's; it is left unchanged.
 */
export async function prepare(door: Door, { undo, settle }: Upkeep = none): Promise<Map<string, LoadedBundle>> {
  const [state] = (await door.run(query("schema/graphState"), {}, patience)) as [
    [number, boolean, boolean, string | null, [string, string, number | null][]],
  ];
  const [total, marked, earlier, prepared, bundles] = state;
  if (total > 0 && !marked) {
    throw new StartError(
      `The graph at NEO4J_URI holds ${total} nodes that Entente didn't write. It was left unchanged. ` +
        "Set NEO4J_URI or NEO4J_DATABASE to an empty database, or unset NEO4J_URI to run its own.",
    );
  }
  if (earlier) {
    throw new StartError(
      "The graph was made by Entente 0.1, which stored claims differently. It was left unchanged. To load it again, " +
        "remove the data folder (ENTENTE_HOME, .entente by default), or empty the database at NEO4J_URI, and start again.",
    );
  }
  if (marked) await undo();
  // The work has a digest, so that a prepared graph costs only this query.
  const digest = digestOfAll();
  if (prepared !== digest) {
    await door.define(["CREATE CONSTRAINT entente_id IF NOT EXISTS FOR (marker:Entente) REQUIRE marker.id IS UNIQUE"]);
    await door.write((run) => run(query("schema/marker")));
    await migrate(door);
    const searched = await changedTextIndex(door);
    // A type that wasn't searched before has no words yet.
    if (searched.length > 0) await forget(door, settledAnew);
    await door.define([...searched, ...indexesOfModel()]);
    await door.run("CALL db.awaitIndexes(60)", {}, patience);
    if (!(await applied(door)).has(settledAnew)) {
      if (total > 0) await settle();
      await record(door, settledAnew, "");
    }
    await door.write((run) => run("MATCH (marker:Entente) SET marker.prepared = $digest", { digest }));
  }
  return new Map(bundles.map(([name, digest, readings]) => [name, { digest, readings }]));
}

function digestOfAll(): string {
  const hash = createHash("sha256");
  for (const [name, text] of migrations()) hash.update(name).update(text);
  return hash.update(settledAnew).update(textIndex()).update(indexesOfModel().join()).digest("hex").slice(0, 16);
}

function migrations(): [string, string][] {
  return [...files].flatMap(([path, text]) => {
    const name = /^schema\/(\d{4}-.+)$/.exec(path)?.[1];
    // A comment may end with a semicolon, and may be corrected after the migration was applied.
    return name === undefined ? [] : [[name, text.replace(/^\s*\/\/.*$/gm, "").trim()] as [string, string]];
  });
}

/** The numbered migrations, each applied once and recorded. */
async function migrate(door: Door): Promise<void> {
  const known = await applied(door);
  for (const [name, text] of migrations()) {
    const checksum = createHash("sha256").update(text).digest("hex").slice(0, 16);
    const before = known.get(name);
    if (before === checksum) continue;
    if (before !== undefined)
      throw new StartError(
        `cypher/schema/${name}.cypher was changed after it was applied to this graph. Undo the change, and put it in a new migration.`,
      );
    await door.define(text.split(/;\s*(?:\n|$)/).filter((each) => each.trim() !== ""));
    await record(door, name, checksum);
  }
}

/** The searched types: those with a weight. Numbers and participations would crowd out the rest. */
function textIndex(): string {
  const labels = searchedTypes().map(({ name }) => name);
  const texts = Object.keys(searchedFields).map((name) => `node.${name}`);
  // Their words are folded already, by the function that folds what is searched for.
  return `CREATE FULLTEXT INDEX node_text FOR (node:${labels.join("|")}) ON EACH [${texts.join(", ")}] OPTIONS { indexConfig: { \`fulltext.analyzer\`: 'whitespace' } }`;
}

/** Recreates that index if it covers other types or properties: an index keeps its own. */
async function changedTextIndex(door: Door): Promise<string[]> {
  const text =
    "SHOW INDEXES YIELD name, labelsOrTypes, properties WHERE name = 'node_text' RETURN labelsOrTypes + properties";
  const [[before] = [[]]] = (await door.run(text, {}, patience)) as [[string[]]?];
  const after = [...searchedTypes().map(({ name }) => name), ...Object.keys(searchedFields)];
  return before.sort().join() === after.sort().join() ? [] : ["DROP INDEX node_text IF EXISTS", textIndex()];
}

/** The applied migrations, each with the checksum of its text. */
async function applied(door: Door): Promise<Map<string, string>> {
  const text = "MATCH (migration:Migration) RETURN migration.name, migration.checksum";
  return new Map((await door.run(text, {}, patience)) as [string, string][]);
}

function record(door: Door, name: string, checksum: string): Promise<unknown> {
  const text =
    "MERGE (migration:Migration {name: $name}) SET migration.checksum = $checksum, migration.applied = datetime()";
  return door.write((run) => run(text, { name, checksum }));
}

function forget(door: Door, name: string): Promise<unknown> {
  return door.write((run) => run("MATCH (migration:Migration {name: $name}) DELETE migration", { name }));
}

/** For each entity: the order of its lists and of those it is in, its partial indexes and natural keys. */
function indexesOfModel(): string[] {
  return entityTypes().flatMap(({ name, class: cls, partialIndexes }) => [
    `CREATE INDEX ${name}_order IF NOT EXISTS FOR (item:${name}) ON (item.sortKey, item.id)`,
    ...relationsOf(cls)
      .filter((relation) => isOwned(relation) && !relation.many)
      .map(
        (relation) =>
          `CREATE INDEX ${name}_of_${relation.name} IF NOT EXISTS FOR (item:${name}) ON (item.${relation.name}Id, item.sortKey, item.id)`,
      ),
    ...partialIndexes.map(
      (partial) =>
        `CREATE INDEX ${name}_by_${partial.name} IF NOT EXISTS FOR (item:${name}) ON (item.${partial.name}, item.sortKey, item.id)`,
    ),
    ...propertiesOf(cls)
      .filter((property) => property.key)
      .map((property) => indexOfKey(name, property)),
  ]);
}

// A range index treats a list as one value; a text index has each value, and this analyzer keeps it unchanged.
function indexOfKey(label: string, { name, datatype }: Property): string {
  return datatype === "texts"
    ? `CREATE FULLTEXT INDEX ${label}_${name} IF NOT EXISTS FOR (item:${label}) ON EACH [item.${name}] OPTIONS { indexConfig: { \`fulltext.analyzer\`: 'keyword' } }`
    : `CREATE CONSTRAINT ${label}_${name} IF NOT EXISTS FOR (item:${label}) REQUIRE item.${name} IS UNIQUE`;
}
