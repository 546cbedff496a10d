import { bundleSchema } from "../ingest/bundleSchema.ts";
import { printedSchema } from "../schema.ts";

/** Prints the schema in its own language, as `schema.graphql` has it; or the JSON Schema of a bundle's files. */
export function printSchemaCommand({ bundle = false }: { bundle?: boolean }): void {
  process.stdout.write(bundle ? `${JSON.stringify(bundleSchema(), null, 2)}\n` : printedSchema());
}
