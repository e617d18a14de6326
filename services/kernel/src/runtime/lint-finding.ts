/** Runs one statement of SQL and gives its rows. */
export type CatalogueQuery = (sql: string, params?: readonly unknown[]) => Promise<Record<string, unknown>[]>;

/** `object` is what `Allowed.object` names: a table, a view, a role, `<table>.<policy>` ... */
export type Finding = { readonly rule: string; readonly object: string; readonly message: string };

/** A finding that is meant, with its reason. */
export type Allowed = { readonly rule: LintRule; readonly object: string; readonly reason: string };

export type LintOptions = {
  readonly schemas: readonly string[];
  /** Roles that processes run as: app and relay roles, and the groups they are members of. */
  readonly runtimeRoles: readonly string[];
  readonly allow?: readonly Allowed[];
};

/** What is looked at, rule by rule. */
export const LINT_RULES = {
  'rls-enabled': 'a table has row-level security enabled',
  'rls-forced': 'and forced, so that it binds the owner too',
  'role-superuser': 'a runtime role is no superuser',
  'role-bypass': 'a runtime role does not bypass row-level security',
  'role-owner': 'a runtime role owns nothing and is no member of an owner',
  'grant-too-much':
    'a runtime role may not TRUNCATE, REFERENCES, TRIGGER or MAINTAIN, and PUBLIC may nothing',
  'view-invoker': 'a view runs with the rights of who asks (security_invoker)',
  'matview-readable': 'a materialised view, which ignores row-level security, is readable by no runtime role',
  'function-definer': 'a function with the rights of its owner is executable by no runtime role',
  'policy-always-true':
    'a policy depends on the scope (a setting app.*), in what is read and in what is written',
  'policy-missing': 'each granted command has a policy',
  'tenant-in-keys': 'primary, unique and foreign keys start with the tenant',
  'tenant-column': 'a table has a tenant that is NOT NULL and first in an index',
} as const;

export type LintRule = keyof typeof LINT_RULES;
