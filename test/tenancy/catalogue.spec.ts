import { LINT_RULES, type LintRule, lintCatalogue, loginRolesOf, roleName } from '@duban/kernel/runtime';
import { CATALOGUE_EXCEPTIONS } from '@duban/ops/contract/catalogue-exceptions';
import { SERVICES } from '@duban/ops/process-table';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type Deployment, deploy } from '../kit/deployment.js';

let deployment: Deployment;
let administrator: pg.Client;

beforeAll(async () => {
  deployment = await deploy();
  const { databaseUrl } = await deployment.installation();
  administrator = new pg.Client({ connectionString: databaseUrl });
  await administrator.connect();
});

afterAll(async () => {
  await administrator?.end();
  await deployment?.stop();
});

const schemas = SERVICES.map(({ name }) => name);
const query = async (sql: string, params?: readonly unknown[]) =>
  (await administrator.query(sql, [...(params ?? [])])).rows;

/** Whatever runs as a process, and the groups that its role is a member of. */
const runtimeRoles = SERVICES.flatMap((service) => [
  ...loginRolesOf(service).filter((role) => role !== roleName(service.name, 'migrator')),
  roleName(service.name, 'events'),
]);

const lint = () => lintCatalogue(query, { schemas, runtimeRoles, allow: CATALOGUE_EXCEPTIONS });

/** What the lint says while a fault is in the installation's database. */
async function planted(sql: string): Promise<readonly (readonly [rule: string, object: string])[]> {
  await administrator.query('BEGIN');
  try {
    await administrator.query(sql);
    return (await lint()).map(({ rule, object }) => [rule, object] as const);
  } finally {
    await administrator.query('ROLLBACK');
  }
}

const SOUND = 'tenant_id int NOT NULL, id uuid NOT NULL, PRIMARY KEY (tenant_id, id)';
const newTable = (columns: string): string => `CREATE TABLE units.next (${columns});
  ALTER TABLE units.next ENABLE ROW LEVEL SECURITY; ALTER TABLE units.next FORCE ROW LEVEL SECURITY`;

/** One fault for each rule, in tables that hold real cases. */
const FAULTS: Readonly<Record<LintRule, readonly [object: string, sql: string]>> = {
  'rls-enabled': ['units.next', `CREATE TABLE units.next (${SOUND})`],
  'rls-forced': ['proposals.reply', 'ALTER TABLE proposals.reply NO FORCE ROW LEVEL SECURITY'],
  'role-superuser': ['duban_people_app', 'ALTER ROLE duban_people_app SUPERUSER'],
  'role-bypass': ['duban_evaluation_relay', 'ALTER ROLE duban_evaluation_relay BYPASSRLS'],
  'role-owner': ['duban_units_app', 'GRANT duban_units_owner TO duban_units_app'],
  'grant-too-much': ['proposals.event', 'GRANT TRUNCATE ON proposals.event TO duban_proposals_app'],
  'view-invoker': ['people.names', 'CREATE VIEW people.names AS SELECT name FROM people.person'],
  'matview-readable': [
    'proposals.titles',
    `CREATE MATERIALIZED VIEW proposals.titles AS SELECT title FROM proposals.proposal;
     GRANT SELECT ON proposals.titles TO duban_proposals_app`,
  ],
  'function-definer': [
    'proposals.peek()',
    `CREATE FUNCTION proposals.peek() RETURNS bigint LANGUAGE sql SECURITY DEFINER
       AS 'SELECT count(*) FROM proposals.proposal';
     GRANT EXECUTE ON FUNCTION proposals.peek() TO duban_proposals_app`,
  ],
  'policy-always-true': [
    'proposals.proposal.open',
    'CREATE POLICY open ON proposals.proposal FOR SELECT TO duban_proposals_app USING (true)',
  ],
  'policy-missing': ['proposals.event', 'GRANT DELETE ON proposals.event TO duban_proposals_app'],
  'tenant-in-keys': [
    'units.next.next_pkey',
    newTable('tenant_id int NOT NULL, id uuid PRIMARY KEY, UNIQUE (tenant_id, id)'),
  ],
  'tenant-column': ['units.next', newTable('tenant_id int, id uuid, UNIQUE (tenant_id, id)')],
};

describe('the database of an installation', () => {
  test('breaks no rule of row-level security outside the exceptions, each of which has a reason', async () => {
    expect(await lint()).toEqual([]);
    expect(CATALOGUE_EXCEPTIONS.filter(({ reason }) => reason.length < 20)).toEqual([]);
  });

  test('has no table in a schema that is not looked at', async () => {
    const found = await query(
      `SELECT DISTINCT relnamespace::regnamespace::text AS schema FROM pg_class
       WHERE relkind IN ('r', 'p', 'v', 'm', 'f') AND relnamespace::regnamespace::text !~ '^(pg_|information_schema)'`,
    );
    expect(found.map(({ schema }) => schema).sort()).toEqual([...schemas].sort());
  });

  test.each(Object.entries(FAULTS))('is found out when %s does not hold', async (rule, [object, sql]) => {
    expect(await planted(sql)).toContainEqual([rule, object]);
  });

  test('is looked at by every rule there is', () => {
    expect(Object.keys(FAULTS).sort()).toEqual(Object.keys(LINT_RULES).sort());
    expect(Object.keys(FAULTS)).toHaveLength(13);
  });

  test('is sound again without the faults', async () => {
    expect(await lint()).toEqual([]);
  });
});
