#!/usr/bin/env -S node --max-old-space-size=768
/** `entente`: the command line. Each command is a file of `cli/`. */
import "reflect-metadata";
import { Command, Option } from "commander";
import { doctor } from "./cli/doctor.ts";
import { digestCommand } from "./cli/digest.ts";
import { decideCommand, reviewCommand, undecideCommand } from "./cli/identity.ts";
import { checkCommand, ingestCommand, sourcesCommand } from "./cli/ingest.ts";
import { pairCommand } from "./cli/pair.ts";
import { entities } from "./entities/index.ts";
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
  .description("Run the server, and the graph database unless NEO4J_URI names one.")
  // The schema is most of the code and requires a consistent model: load it only when needed.
  .action(async () => (await import("./cli/serve.ts")).serve());
const ingesting = program
  .command("ingest <source> [folder]")
  .description(
    "Load a data set from its folder: all of it, or nothing. <source> is one of them (see `entente sources`), " +
      "`record` for all of them below a folder, or `bundle`; a folder alone is a bundle of facts of your own.",
  )
  .option("--dry-run", "tell what it would change; write nothing")
  .option("--json", "tell it as one line of JSON a set")
  .option("--report <file>", "write all records that were merged or rejected, with the reasons, as JSON")
  .option("--retrieved <date>", "the day on which the source was read, in EDTF; today unless told")
  .action(ingestCommand);
ingesting
  .command("check <source> [folder]")
  .description("Only check a bundle, one file of it, or a data set: what is wrong, and where. Needs no database.")
  .action(checkCommand);
program.command("sources").description("List the data sets that can be loaded.").action(sourcesCommand);
const identity = program.command("identity").description("Decide which ids name one person, one meeting, one tenure.");
identity
  .command("review")
  .description("List the pairs that may be one, and are left apart until somebody decides.")
  .option("--json", "as lines of JSON")
  .action(reviewCommand);
for (const [name, outcome, description] of [
  ["merge", "SAME", "Decide that two ids name one thing."],
  ["separate", "DIFFERENT", "Decide that two ids name two things."],
] as const)
  identity
    .command(`${name} <id> <other>`)
    .description(description)
    .requiredOption("--reason <words>", "why")
    .action((id: string, other: string, options: { reason: string }) => decideCommand(outcome, id, other, options));
identity
  .command("undo <id> <other>")
  .description("Take back what an editor decided of two ids.")
  .action(undecideCommand);
program
  .command("pair <country> <other> <record> <output>")
  .description("Write the history of two countries, out of the data sets below a folder, as a bundle of its own.")
  .option("--retrieved <date>", "the day on which the sets were read, in EDTF; today unless told")
  .action(pairCommand);
program
  .command("export <what>")
  .description(
    "Write what is in the graph to a file: `graph` for all of it, a list such as `meetings`, one of an entity's " +
      "lists such as `country:us/meetings`, an id for one entity with its claims, or the answer to `bilateral`, " +
      "`neighborhood` or `paths`.",
  )
  .option(
    "--format <format>",
    "csv, jsonl, graphml, gexf, jsonld, csl.json, bib or ris; as the output's name ends unless told",
  )
  .option("--filter <filter>", "only the items for which it holds, as JSON or as GraphQL writes it")
  .option("--order <order>", "the order, where it isn't to be the list's own")
  .option("--as-of <date>", "a day: only what held on it, or may have")
  .option("--argument <name=value...>", "what a question takes: a=US b=MX, ids=meeting:… depth=2, from=… to=…")
  .option("--output <file>", "the file; standard output unless told")
  .action(async (what: string, options) => (await import("./cli/export.ts")).exportCommand(what, options));
program
  .command("digest")
  .description("Print the digest of all nodes and edges, and the edition.")
  .action(digestCommand);
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
  .action(async (options) => (await import("./cli/schema.ts")).printSchemaCommand(options));
program
  .command("doctor")
  .description("Tell what this machine has of what Entente needs, and the settings.")
  .action(doctor);

try {
  await program.parseAsync();
} catch (error) {
  const { message, cause } = error as Error;
  const expected = error instanceof StartError || error instanceof BundleError;
  const inner = cause instanceof Error ? ` (${cause.message.split("\n")[0]})` : "";
  process.stderr.write(expected ? `${message}\n` : `Something went wrong here: ${message}${inner}\n`);
  process.exitCode = 1;
}
