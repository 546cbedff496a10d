import { bundleLineSchema, bundleSchema, mappingSchema } from "../ingest/forms/bundleSchema.ts";
import { printedPatterns } from "../graph/listQueries.ts";
import { printedSchema } from "../schema.ts";

const json = (form: () => object) => () => `${JSON.stringify(form(), null, 2)}\n`;
const forms = {
  bundle: json(bundleSchema),
  "bundle-line": json(bundleLineSchema),
  mapping: json(mappingSchema),
  cypher: printedPatterns,
};

/**
 * Prints the schema in its own language, as `schema.graphql` has it; or the JSON Schema of one of the forms of bundles;
 * or, as Cypher, how each relation is reached.
 */
export function printSchemaCommand({ form }: { form?: keyof typeof forms }): void {
  process.stdout.write(form === undefined ? printedSchema() : forms[form]());
}
