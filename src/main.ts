#!/usr/bin/env node
/** `entente`: the command line. Each command is a file of `cli/`. */
import "reflect-metadata";
import { Command } from "commander";
import { doctor } from "./cli/doctor.ts";
import { ingestCommand } from "./cli/ingest.ts";
import { printSchemaCommand } from "./cli/schema.ts";
import { serve } from "./cli/serve.ts";
import { BundleError } from "./ingest/problems.ts";
import { StartError } from "./graph/StartError.ts";

const program = new Command("entente")
  .description("A GraphQL knowledge graph of bilateral diplomacy.")
  .showSuggestionAfterError();
program
  .command("serve", { isDefault: true })
  .description("Run the server, and the graph database unless NEO4J_URI names one.")
  .action(serve);
program
  .command("ingest <folder>")
  .description("Load a bundle of facts: all of it, or nothing.")
  .option("--check", "only check it")
  .action(ingestCommand);
program
  .command("schema")
  .description("Print the GraphQL schema.")
  .option("--bundle", "the JSON Schema of a bundle's files instead")
  .action(printSchemaCommand);
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
