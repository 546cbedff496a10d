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
 * Prints the schema as in `schema.graphql`, or the JSON Schema of one form of bundles,
 * or the Cypher of each relation.
 */
export function printSchemaCommand({ form }: { form?: keyof typeof forms }): void {
  process.stdout.write(form === undefined ? printedSchema() : forms[form]());
}
