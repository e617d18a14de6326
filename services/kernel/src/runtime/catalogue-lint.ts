/** Runs one statement of SQL and gives its rows. */
export type CatalogueQuery = (sql: string, params?: readonly unknown[]) => Promise<Record<string, unknown>[]>;

export type Finding = { readonly rule: string; readonly object: string; readonly message: string };

/** A finding that is meant, with its reason. `object` is the finding's object, e.g. `units.migration`. */
export type Allowed = { readonly rule: string; readonly object: string; readonly reason: string };

export type LintOptions = {
  readonly schemas: readonly string[];
  /** Roles that processes run as. */
  readonly runtimeRoles: readonly string[];
  readonly allow?: readonly Allowed[];
};

/** The rules of row-level security, read off the catalogue, so that the next table is covered unthought. Empty = clean. */
export async function lintCatalogue(_query: CatalogueQuery, _options: LintOptions): Promise<Finding[]> {
  throw new Error('not yet');
}

/** Schemas, tables, columns, constraints, indexes, policies and grants as a text that is the same for the same database. */
export async function printCatalogue(_query: CatalogueQuery, _schemas: readonly string[]): Promise<string> {
  throw new Error('not yet');
}
