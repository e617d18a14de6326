import { roleName } from './role-name.js';

// Every policy text of the platform stands in this file. The sub-selects make PostgreSQL read a
// setting once per statement and not once per row; after a transaction a setting is '' and not NULL,
// hence nullif; NULL compares to nothing, so without a scope there are no rows.

const ownTenant = `(SELECT nullif(current_setting('app.tenant', true), '')::int)`;
const readableTenants = `((SELECT nullif(current_setting('app.tenants', true), '')::int[])::int[])`;
const purposeIs = (purpose: string): string => `(SELECT current_setting('app.purpose', true)) = '${purpose}'`;

const READABLE = `tenant_id = ANY (${readableTenants})`;
const OWN = `tenant_id = ${ownTenant}`;

type Command = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';
type Grantee = 'app' | 'relay' | 'events';

export type TableOptions = {
  /** What the role may do beside SELECT. Left out: INSERT and UPDATE. */
  readonly commands?: readonly ('INSERT' | 'UPDATE' | 'DELETE')[];
  /** Who gets it: the app role (default), the relay role, or both. */
  readonly roles?: readonly ('app' | 'relay')[];
};

/**
 * SQL for a migration: enables and forces row-level security on a table with `tenant_id`, and gives
 * each role its grants with a policy for each. Reading covers the localities of `app.tenants`,
 * writing the one of `app.tenant`.
 */
export function protectTenantTable(schema: string, table: string, options: TableOptions = {}): string {
  const { commands = ['INSERT', 'UPDATE'], roles = ['app'] } = options;
  const granted = roles.flatMap((role) => [
    grant(schema, table, role, ['SELECT', ...commands]),
    policy(schema, table, role, 'SELECT', READABLE),
    ...commands.map((command) => policy(schema, table, role, command, OWN)),
  ]);
  return [enable(schema, table), ...granted].join('\n');
}

/** The same for a table that is only ever added to: SELECT and INSERT. */
export const protectAppendOnlyTable = (schema: string, table: string): string =>
  protectTenantTable(schema, table, { commands: ['INSERT'] });

/** The same for a projection: the relay role writes it (all commands), the app role only reads. */
export const protectProjection = (schema: string, table: string): string =>
  [
    protectTenantTable(schema, table, { commands: [] }),
    protectTenantTable(schema, table, { commands: ['INSERT', 'UPDATE', 'DELETE'], roles: ['relay'] }),
  ].join('\n');

/**
 * Extra read policy, for aggregates only: under purpose COUNTS the own locality and every one below
 * it in `<schema>.locality_edge (tenant_id, ancestor_id, ...)`.
 */
export const countsPolicy = (schema: string, table: string): string =>
  countsOver(schema, table, 'locality_edge');

/** The same over another table of the tree: `<schema>.<tree> (tenant_id, ancestor_id, ...)`. */
export const countsOver = (schema: string, table: string, tree: string): string =>
  policy(schema, table, 'app', 'SELECT', countedBelow(schema, tree), 'counts');

/** Gives a table that has such a policy already the condition as it stands here. */
export const alterCountsOver = (schema: string, table: string, tree: string): string =>
  `ALTER POLICY ${table}_app_counts ON ${schema}.${table} USING (${countedBelow(schema, tree)});`;

const countedBelow = (schema: string, tree: string, shares?: string): string =>
  `${purposeIs('COUNTS')} AND ${isBelow(schema, tree, shares)}`;

// By IN, and not by ANY over an array: PostgreSQL looks a row's locality up in a hash table. Through an
// array of a whole country it would go one by one, for each row.
/** Of a locality below the own one, or of itself; `shares`: a condition on what the edge says of sharing. */
const isBelow = (schema: string, tree: string, shares?: string): string =>
  `tenant_id IN (SELECT edge.tenant_id FROM ${schema}.${tree} edge WHERE edge.ancestor_id = ${ownTenant}${shares === undefined ? '' : ` AND edge.shares ${shares}`})`;

/**
 * Takes the place of `countsPolicy` where the edges say what the one below shares (`shares`): who shares
 * nothing is counted by nobody above.
 */
export const sharedCountsPolicy = (schema: string, table: string): string =>
  countedAnew(schema, table, countedBelow(schema, 'locality_edge', `<> 'NONE'`));

/**
 * The same for a table with a row a locality, of which a statement reads few: each row's edge is looked up,
 * where the hash table would be made of everybody below, each time.
 */
export const sharedCountsOneByOne = (schema: string, table: string): string =>
  countedAnew(
    schema,
    table,
    `${purposeIs('COUNTS')} AND (SELECT true FROM ${schema}.locality_edge edge WHERE edge.tenant_id = ${table}.tenant_id AND edge.ancestor_id = ${ownTenant} AND edge.shares <> 'NONE' LIMIT 1)`,
  );

/** Back to `countsPolicy`: for the way down of a migration. */
export const unsharedCountsPolicy = (schema: string, table: string): string =>
  unsharedCountsOver(schema, table, 'locality_edge');

const countedAnew = (schema: string, table: string, condition: string): string =>
  `DROP POLICY ${table}_app_counts ON ${schema}.${table};\n${policy(schema, table, 'app', 'SELECT', condition, 'counts')}`;

/**
 * Extra read policy under purpose SHARED: rows of those below that share at least which cases there are.
 * `open`: a condition on rows that need no more than that; others need all to be shared.
 */
export function sharedRowsPolicy(schema: string, table: string, open?: string): string {
  const sharing = (shares: string): string => isBelow(schema, 'locality_edge', shares);
  const metadata = sharing(`IN ('METADATA', 'FULL')`);
  const rows = open === undefined ? metadata : `(${open} AND ${metadata} OR ${sharing(`= 'FULL'`)})`;
  return policy(schema, table, 'app', 'SELECT', `${purposeIs('SHARED')} AND ${rows}`, 'shared');
}

/** Extra read policy: what those above wrote down of the own locality (`owner_id`). What others write there is seen by nobody. */
export const ownerPolicy = (schema: string, table: string, tree = 'locality_edge'): string =>
  policy(
    schema,
    table,
    'app',
    'SELECT',
    `owner_id = ${ownTenant} AND tenant_id = ANY (ARRAY(SELECT edge.ancestor_id FROM ${schema}.${tree} edge WHERE edge.tenant_id = ${ownTenant}))`,
    'owner',
  );

/**
 * For a service that keeps in `<schema>.locality_sharing (tenant_id, level)` what localities share: who is
 * above reads it, so that other policies may look there.
 */
export const sharingPolicy = (schema: string, tree: string): string =>
  policy(schema, 'locality_sharing', 'app', 'SELECT', isBelow(schema, tree), 'below');

/** Takes the place of `countsOver` in such a service: who shares nothing is counted by nobody above. */
export const sharedCountsOver = (schema: string, table: string, tree: string): string =>
  countedAnew(
    schema,
    table,
    `${countedBelow(schema, tree)} AND tenant_id <> ALL (${sharingAt(schema, 'NONE')})`,
  );

/** Back to `countsOver`: for the way down of a migration. */
export const unsharedCountsOver = (schema: string, table: string, tree: string): string =>
  countedAnew(schema, table, countedBelow(schema, tree));

/** Extra read policy under purpose SHARED: rows of those below that share all they have. */
export const sharedTextsPolicy = (schema: string, table: string, tree: string): string =>
  policy(
    schema,
    table,
    'app',
    'SELECT',
    `${purposeIs('SHARED')} AND ${isBelow(schema, tree)} AND tenant_id = ANY (${sharingAt(schema, 'FULL')})`,
    'shared',
  );

const sharingAt = (schema: string, level: 'NONE' | 'FULL'): string =>
  `ARRAY(SELECT said.tenant_id FROM ${schema}.locality_sharing said WHERE said.level = '${level}')`;

/** Policy of that table itself: who stands below is seen under purpose COUNTS. */
export const edgesOver = (schema: string, tree: string): string =>
  policy(schema, tree, 'app', 'SELECT', `${purposeIs('COUNTS')} AND ancestor_id = ${ownTenant}`, 'tree');

/**
 * Policies of `<schema>.locality_edge` itself: edges that touch the own locality, from below or from
 * above. Without it the policies that look into the tree would see nothing of it.
 */
export const edgePolicy = (schema: string, role: 'app' | 'relay' = 'app'): string =>
  policy(schema, 'locality_edge', role, 'SELECT', `ancestor_id = ${ownTenant} OR ${OWN}`, 'tree');

/** Extra read policy: rows of the own locality, of its ancestors and of its descendants. Siblings stay unknown. */
export const treePolicy = (schema: string, table: string): string =>
  policy(
    schema,
    table,
    'app',
    'SELECT',
    [
      OWN,
      `tenant_id = ANY (ARRAY(SELECT edge.tenant_id FROM ${schema}.locality_edge edge WHERE edge.ancestor_id = ${ownTenant}))`,
      `tenant_id = ANY (ARRAY(SELECT edge.ancestor_id FROM ${schema}.locality_edge edge WHERE edge.tenant_id = ${ownTenant}))`,
    ].join(' OR '),
    'tree',
  );

/** Extra read policy: rows of those above, as `<schema>.<tree> (tenant_id, ancestor_id)` has them for the own locality. */
export const ancestorsPolicy = (schema: string, table: string, tree: string): string =>
  policy(
    schema,
    table,
    'app',
    'SELECT',
    `tenant_id = ANY (ARRAY(SELECT edge.ancestor_id FROM ${schema}.${tree} edge WHERE edge.tenant_id = ${ownTenant}))`,
    'above',
  );

/**
 * Extra read policies under purpose GRANT, for a case that its locality granted to another one: the
 * grant's own row, as long as it holds, and, where all of the case may be seen, the events of its
 * stream. Nobody writes under a grant in another locality's name.
 */
export const grantPolicies = (schema: string, grants: string, streamKind: string): string => {
  const standing = `grantee_id = ${ownTenant} AND ends_at > now()`;
  const streams = `SELECT tenant_id, '${streamKind}:' || proposal_id FROM ${schema}.${grants} WHERE ${standing} AND sees = 'FULL'`;
  return [
    policy(schema, grants, 'app', 'SELECT', `${purposeIs('GRANT')} AND ${standing}`, 'grantee'),
    policy(
      schema,
      'event',
      'app',
      'SELECT',
      `${purposeIs('GRANT')} AND (tenant_id, stream) IN (${streams})`,
      'granted',
    ),
  ].join('\n');
};

/** Extra read policy: what another locality wrote down under a grant, for the locality that gave it. */
export const grantorPolicy = (schema: string, table: string, grants: string): string =>
  policy(
    schema,
    table,
    'app',
    'SELECT',
    `(tenant_id, grant_id) IN (SELECT grantee_id, id FROM ${schema}.${grants} WHERE tenant_id = ${ownTenant})`,
    'grantor',
  );

/** Extra read policy: the edges of a tree that end at the own locality, so that it knows who is below it. */
export const belowPolicy = (schema: string, tree: string): string =>
  policy(schema, tree, 'app', 'SELECT', `ancestor_id = ${ownTenant}`, 'below');

/** Extra read policy under purpose SIGN_IN: only rows whose `column` equals the setting, e.g. `app.login`. */
export const signInPolicy = (
  schema: string,
  table: string,
  column: string,
  setting: `app.${string}`,
): string =>
  policy(
    schema,
    table,
    'app',
    'SELECT',
    `${purposeIs('SIGN_IN')} AND ${column}::text = (SELECT nullif(current_setting('${setting}', true), ''))`,
    `sign_in_by_${column}`,
  );

/** The log's readers in other services: one locality's events at a time, and every locality's head, under purpose RELAY. */
export const relayPolicies = (schema: string): string =>
  [
    grant(schema, 'event', 'events', ['SELECT']),
    policy(schema, 'event', 'events', 'SELECT', `${purposeIs('RELAY')} AND ${OWN}`),
    grant(schema, 'event_head', 'events', ['SELECT']),
    policy(schema, 'event_head', 'events', 'SELECT', purposeIs('RELAY')),
  ].join('\n');

/** A consumer's cursors: the relay sees every locality's (to find work) and moves the one it works on. */
export const cursorPolicies = (schema: string): string =>
  [
    protectTenantTable(schema, 'consumer_cursor', { commands: [] }),
    grant(schema, 'consumer_cursor', 'relay', ['SELECT', 'INSERT', 'UPDATE']),
    policy(schema, 'consumer_cursor', 'relay', 'SELECT', purposeIs('RELAY')),
    policy(schema, 'consumer_cursor', 'relay', 'INSERT', OWN),
    policy(schema, 'consumer_cursor', 'relay', 'UPDATE', OWN),
  ].join('\n');

/** What has to be done at a time: the relay sees every locality's times (to find work) and nothing else of them changes hands. */
export const timedWorkPolicies = (schema: string, table: string): string =>
  [
    grant(schema, table, 'relay', ['SELECT']),
    policy(schema, table, 'relay', 'SELECT', purposeIs('RELAY')),
  ].join('\n');

/** Extra write policies: what the relay role hears of others it writes down itself, with its cursor. Beside a policy by which it may read. */
export const relayWrites = (
  schema: string,
  table: string,
  commands: readonly ('INSERT' | 'UPDATE')[],
): string =>
  [
    grant(schema, table, 'relay', commands),
    ...commands.map((command) => policy(schema, table, 'relay', command, OWN)),
  ].join('\n');

/** Extra read policy for a table that the relay writes: every locality's rows under purpose RELAY, to find work. For places and positions, never for content. */
export const overviewPolicy = (schema: string, table: string): string =>
  policy(schema, table, 'relay', 'SELECT', purposeIs('RELAY'), 'overview');

const enable = (schema: string, table: string): string =>
  `ALTER TABLE ${schema}.${table} ENABLE ROW LEVEL SECURITY;\nALTER TABLE ${schema}.${table} FORCE ROW LEVEL SECURITY;`;

const grant = (schema: string, table: string, to: Grantee, commands: readonly Command[]): string =>
  `GRANT ${commands.join(', ')} ON ${schema}.${table} TO ${roleName(schema, to)};`;

function policy(
  schema: string,
  table: string,
  to: Grantee,
  command: Command,
  condition: string,
  name?: string,
): string {
  const title = [table, to, name ?? command.toLowerCase()].join('_');
  const using = command === 'INSERT' ? '' : ` USING (${condition})`;
  const check = command === 'INSERT' || command === 'UPDATE' ? ` WITH CHECK (${condition})` : '';
  return `CREATE POLICY ${title} ON ${schema}.${table} FOR ${command} TO ${roleName(schema, to)}${using}${check};`;
}
