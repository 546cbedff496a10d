#!/usr/bin/env -S node --max-old-space-size=768
/** `entente`: the command line. Each command is a file of `cli/`. */
import "./production.ts";
import "reflect-metadata";
import { Command, Option } from "commander";
import { doctor } from "./cli/doctor.ts";
import { auditCommand } from "./cli/audit/auditCommand.ts";
import { digestCommand } from "./cli/digestCommand.ts";
import { decideCommand, reviewCommand, undecideCommand } from "./cli/identityCommands.ts";
import { checkCommand, ingestCommand, sourcesCommand } from "./cli/ingestCommand.ts";
import { pairCommand } from "./cli/pairCommand.ts";
import { entities } from "./entities/entities.ts";
import { prefixes } from "./export/vocabulary.ts";
import { checkModel } from "./graph/model/checkModel.ts";
import { BundleError } from "./ingest/problems.ts";
import { StartError } from "./graph/database/StartError.ts";

const program = new Command("entente")
  .description("A GraphQL knowledge graph of bilateral diplomacy.")
  .showSuggestionAfterError()
  .hook("preAction", () => checkModel(entities, Object.keys(prefixes)));
program
  .command("serve")
  .description("Run the server, and the graph database unless NEO4J_URI is set.")
  // The schema is most of the code and requires a consistent model: load it only when needed.
  .action(async () => (await import("./cli/serve.ts")).serve());
const ingesting = program
  .command("ingest <source> [folder]")
  .description(
    "Load a data set from its folder, completely or not at all. <source> is a data set (see `entente sources`), " +
      "`record` for all data sets below a folder, or `bundle`; a folder alone is a bundle of your own facts.",
  )
  .option("--dry-run", "show what it would change; write nothing")
  .option("--json", "print the summary as one line of JSON per set")
  .option("--report <file>", "write all merged or rejected records, with the reasons, as JSON")
  .option("--retrieved <date>", "the day on which the copy of the source was taken, in EDTF, if it is known")
  .action(ingestCommand);
ingesting
  .command("check <source> [folder]")
  .description("Only check a bundle, one of its files, or a data set, and list mistakes. Needs no database.")
  .action(checkCommand);
program.command("sources").description("List the data sets that can be loaded.").action(sourcesCommand);
const identity = program.command("identity").description("Decide which ids mean the same person, meeting or tenure.");
identity
  .command("review")
  .description("List the pairs that may be the same and await a decision.")
  .option("--json", "as lines of JSON")
  .action(reviewCommand);
for (const [name, outcome, description] of [
  ["merge", "SAME", "Decide that two ids mean the same entity."],
  ["separate", "DIFFERENT", "Decide that two ids mean different entities."],
] as const)
  identity
    .command(`${name} <id> <other>`)
    .description(description)
    .requiredOption("--reason <words>", "why")
    .action((id: string, other: string, options: { reason: string }) => decideCommand(outcome, id, other, options));
identity.command("undo <id> <other>").description("Revert an editor's decision on two ids.").action(undecideCommand);
program
  .command("pair <country> <other> <record> <output>")
  .description("Write the history of two countries, from the data sets below a folder, as a bundle.")
  .option("--retrieved <date>", "the day on which the copies of the sets were taken, in EDTF, if it is known")
  .action(pairCommand);
program
  .command("export <what>")
  .description(
    "Export from the graph to a file: `graph` for all of it, a list such as `meetings`, one of an entity's " +
      "lists such as `country:us/meetings`, an id for one entity with its claims, or the answer to `bilateral`, " +
      "`neighborhood` or `paths`.",
  )
  .option(
    "--format <format>",
    "csv, jsonl, geojson, graphml, gexf, jsonld, csl.json, bib or ris; defaults to the output's extension",
  )
  .option("--filter <filter>", "only items that match, in JSON or GraphQL syntax")
  .option("--order-by <order>", "the order; defaults to the list's own")
  .option("--as-of <date>", "a day: only items that are, or may be, in effect on it")
  .option("--columns <names>", "only these columns, with commas: id,name,date; for csv, jsonl and geojson")
  .option("--excel", "write CSV for Excel and other spreadsheets: with a byte order mark, and nothing that computes")
  .option("--argument <name=value...>", "the arguments of a query: a=US b=MX, of=meeting:… depth=2, from=… to=…")
  .option("--output <file>", "the file; defaults to standard output")
  .action(async (what: string, options) => (await import("./cli/exportCommand.ts")).exportCommand(what, options));
program
  .command("audit")
  .description("Print the facts that can't all be true: of a state that wasn't there, two holders of one office, …")
  .option("--all", "all of them, and those that have an explanation, with it")
  .action(auditCommand);
program
  .command("digest")
  .description("Print the digest of all nodes and edges, and the edition.")
  .action(digestCommand);
program
  .command("explain <file>")
  .description("Answer an operation in GraphQL, and print its statements: what each reads, and why it is one.")
  .option("--variables <json>", "its variables")
  .action(async (file: string, options) => (await import("./cli/explainCommand.ts")).explainCommand(file, options));
program
  .command("schema")
  .description("Print the GraphQL schema.")
  .addOption(
    new Option("--form <form>", "the JSON Schema of a form of bundles instead, or each relation as Cypher").choices([
      "bundle",
      "bundle-line",
      "mapping",
      "cypher",
    ]),
  )
  .action(async (options) => (await import("./cli/schemaCommand.ts")).printSchemaCommand(options));
program.command("doctor").description("Show which requirements this machine meets, and the settings.").action(doctor);

try {
  await program.parseAsync();
} catch (error) {
  const { message, cause } = error as Error;
  const expected = error instanceof StartError || error instanceof BundleError;
  const inner = cause instanceof Error ? ` (${cause.message.split("\n")[0]})` : "";
  process.stderr.write(expected ? `${message}\n` : `Unexpected error: ${message}${inner}\n`);
  process.exitCode = 1;
}
