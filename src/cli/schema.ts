import { printedSchema } from "../schema.ts";

/** Prints the schema in its own language, as `schema.graphql` has it. */
export function printSchemaCommand(): void {
  process.stdout.write(printedSchema());
}
