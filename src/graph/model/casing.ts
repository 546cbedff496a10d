/** Conversions of model names for ids, enumeration values and fields. */

/** `MigrationRoute` to `migration-route`. */
export function kebabCase(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase();
}

/** `MigrationRoute` to `MIGRATION_ROUTE`, `partOf` to `PART_OF`, for enumeration values. */
export function wordOf(name: string): string {
  return kebabCase(name).replaceAll("-", "_").toUpperCase();
}

/** `MigrationRoute` to `migrationRoute`. */
export function camelCase(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
