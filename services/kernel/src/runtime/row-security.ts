export type TableOptions = {
  /** What the app role may do beside SELECT. Left out: INSERT and UPDATE. */
  readonly commands?: readonly ('INSERT' | 'UPDATE' | 'DELETE')[];
  /** Who gets it: the app role (default) or the relay role, or both. */
  readonly roles?: readonly ('app' | 'relay')[];
};

/** SQL for a migration: enables and forces row-level security on a table with `tenant_id`, grants and policies. */
export function protectTenantTable(_schema: string, _table: string, _options: TableOptions = {}): string {
  throw new Error('not yet');
}

/** The same for a table that is only ever added to: SELECT and INSERT. */
export const protectAppendOnlyTable = (schema: string, table: string): string =>
  protectTenantTable(schema, table, { commands: ['INSERT'] });

/** The same for a projection: the relay role writes it (all commands), the app role only reads. */
export function protectProjection(_schema: string, _table: string): string {
  throw new Error('not yet');
}

/** Extra read policy: under purpose COUNTS the own locality and all below it in `<schema>.locality_edge`. For aggregates only. */
export function countsPolicy(_schema: string, _table: string): string {
  throw new Error('not yet');
}

/** Extra read policy: rows of the own locality, of its ancestors and of its descendants. For `locality`. */
export function treePolicy(_schema: string, _table: string): string {
  throw new Error('not yet');
}

/** Extra read policy under purpose SIGN_IN: only the rows whose `column` equals the setting (e.g. `app.login`). */
export function signInPolicy(
  _schema: string,
  _table: string,
  _column: string,
  _setting: `app.${string}`,
): string {
  throw new Error('not yet');
}
