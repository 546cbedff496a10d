import { bundleLineSchema, bundleSchema, mappingSchema } from "../ingest/forms/bundleSchema.ts";
import { printedSchema } from "../schema.ts";

const forms = { bundle: bundleSchema, "bundle-line": bundleLineSchema, mapping: mappingSchema };

/** Prints the schema in its own language, as `schema.graphql` has it; or the JSON Schema of one of the forms of bundles. */
export function printSchemaCommand({ form }: { form?: keyof typeof forms }): void {
  process.stdout.write(form === undefined ? printedSchema() : `${JSON.stringify(forms[form](), null, 2)}\n`);
}
