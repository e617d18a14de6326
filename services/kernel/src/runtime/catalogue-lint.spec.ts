import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import {
  type Allowed,
  type CatalogueQuery,
  type Finding,
  LINT_RULES,
  lintCatalogue,
} from './catalogue-lint.js';
import { printCatalogue } from './catalogue-print.js';
import { prepareSamples } from './testing/sample-services.js';
import { type ThrowawayDatabase, throwawayDatabase } from './testing/throwaway-database.js';

const SCHEMAS = ['teller', 'reader'];
const RUNTIME = [
  'duban_teller_app',
  'duban_teller_events',
  'duban_reader_app',
  'duban_reader_events',
  'duban_reader_relay',
];

let server: ThrowawayDatabase;
let admin: pg.Client;
const query: CatalogueQuery = async (sql, params) => (await admin.query(sql, params as unknown[])).rows;

beforeAll(async () => {
  server = await throwawayDatabase();
  await prepareSamples(server.adminUrl);
  admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
});

afterAll(async () => {
  await admin?.end();
  await server?.close();
});

const lint = (allow: readonly Allowed[] = []): Promise<Finding[]> =>
  lintCatalogue(query, { schemas: SCHEMAS, runtimeRoles: RUNTIME, allow });

/** What the lint says while a fault is in the database. */
async function planted(sql: string): Promise<Finding[]> {
  await admin.query('BEGIN');
  try {
    await admin.query(sql);
    return await lint();
  } finally {
    await admin.query('ROLLBACK');
  }
}

const SCOPE = `(tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::int))`;

const table = (columns: string, more = ''): string => `CREATE TABLE teller.next (${columns});
  ALTER TABLE teller.next ENABLE ROW LEVEL SECURITY; ALTER TABLE teller.next FORCE ROW LEVEL SECURITY; ${more}`;

const SOUND = 'tenant_id int NOT NULL, id uuid NOT NULL, PRIMARY KEY (tenant_id, id)';

const FAULTS: readonly (readonly [
  rule: keyof typeof LINT_RULES,
  object: string,
  fault: string,
  sql: string,
])[] = [
  [
    'rls-enabled',
    'teller.story',
    'a table without row-level security',
    'ALTER TABLE teller.story DISABLE ROW LEVEL SECURITY',
  ],
  ['rls-enabled', 'teller.next', 'a new table nobody thought of', `CREATE TABLE teller.next (${SOUND})`],
  [
    'rls-forced',
    'teller.story',
    'a table without FORCE',
    'ALTER TABLE teller.story NO FORCE ROW LEVEL SECURITY',
  ],
  ['role-superuser', 'duban_teller_app', 'a superuser', 'ALTER ROLE duban_teller_app SUPERUSER'],
  ['role-bypass', 'duban_reader_relay', 'a role that bypasses', 'ALTER ROLE duban_reader_relay BYPASSRLS'],
  ['role-owner', 'duban_teller_app', 'an owner', 'ALTER TABLE teller.story OWNER TO duban_teller_app'],
  ['role-owner', 'duban_teller_app', "an owner's member", 'GRANT duban_teller_owner TO duban_teller_app'],
  ['grant-too-much', 'teller.story', 'TRUNCATE', 'GRANT TRUNCATE ON teller.story TO duban_teller_app'],
  ['grant-too-much', 'teller.story', 'REFERENCES', 'GRANT REFERENCES ON teller.story TO duban_teller_app'],
  [
    'grant-too-much',
    'teller.story',
    'REFERENCES on a column',
    'GRANT REFERENCES (id) ON teller.story TO duban_teller_app',
  ],
  ['grant-too-much', 'teller.story', 'TRIGGER', 'GRANT TRIGGER ON teller.story TO duban_teller_app'],
  ['grant-too-much', 'teller.story', 'something for everybody', 'GRANT SELECT ON teller.story TO PUBLIC'],
  [
    'grant-too-much',
    'schema teller',
    'CREATE in the schema',
    'GRANT CREATE ON SCHEMA teller TO duban_teller_app',
  ],
  [
    'view-invoker',
    'teller.titles',
    'a plain view',
    'CREATE VIEW teller.titles AS SELECT title FROM teller.story',
  ],
  [
    'matview-readable',
    'teller.titles',
    'a materialised view',
    'CREATE MATERIALIZED VIEW teller.titles AS SELECT title FROM teller.story; GRANT SELECT ON teller.titles TO duban_teller_app',
  ],
  [
    'function-definer',
    'teller.peek()',
    'a definer function',
    `CREATE FUNCTION teller.peek() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM teller.story'`,
  ],
  [
    'policy-always-true',
    'teller.story.open',
    'a policy that is true',
    'CREATE POLICY open ON teller.story FOR SELECT TO duban_teller_app USING (true)',
  ],
  [
    'policy-always-true',
    'teller.story.open',
    'a policy with a way around',
    `CREATE POLICY open ON teller.story FOR SELECT TO duban_teller_app USING (${SCOPE} OR true)`,
  ],
  [
    'policy-always-true',
    'teller.story.open',
    'a policy that asks nothing of the scope',
    'CREATE POLICY open ON teller.story FOR SELECT TO duban_teller_app USING (told >= 0)',
  ],
  [
    'policy-always-true',
    'teller.story.open',
    'an update that may move rows away',
    `CREATE POLICY open ON teller.story FOR UPDATE TO duban_teller_app USING ${SCOPE} WITH CHECK (true)`,
  ],
  [
    'policy-missing',
    'teller.event',
    'a grant without a policy',
    'GRANT DELETE ON teller.event TO duban_teller_app',
  ],
  [
    'tenant-in-keys',
    'teller.next.next_pkey',
    'a primary key without the tenant',
    table('tenant_id int NOT NULL, id uuid PRIMARY KEY, UNIQUE (tenant_id, id)'),
  ],
  [
    'tenant-in-keys',
    'teller.next_title',
    'a unique index without the tenant',
    'CREATE UNIQUE INDEX next_title ON teller.story (title)',
  ],
  [
    'tenant-in-keys',
    'teller.next.next_story',
    'a foreign key without the tenant',
    table(
      `${SOUND}, story uuid, CONSTRAINT next_story FOREIGN KEY (story) REFERENCES teller.alone (id)`,
    ).replace('CREATE', 'CREATE TABLE teller.alone (id uuid PRIMARY KEY); CREATE'),
  ],
  [
    'tenant-column',
    'teller.next',
    'a tenant that may be NULL',
    table('tenant_id int, id uuid, UNIQUE (tenant_id, id)'),
  ],
  [
    'tenant-column',
    'teller.next',
    'a tenant without an index',
    table('tenant_id int NOT NULL, id uuid NOT NULL'),
  ],
  [
    'tenant-column',
    'teller.next',
    'a reachable table without a tenant',
    table('id uuid PRIMARY KEY', 'GRANT SELECT ON teller.next TO duban_teller_app'),
  ],
];

describe('the catalogue lint', () => {
  test('finds nothing in what the migrations made', async () => {
    expect(await lint()).toEqual([]);
  });

  test.each(FAULTS)('%s: names %s for %s', async (rule, object, _fault, sql) => {
    const found = await planted(sql);
    const named = found
      .filter((finding) => finding.rule === rule)
      .map((finding) => finding.object.replace('story.next_title', 'next_title'));
    expect(named).toContain(object);
    expect(await lint()).toEqual([]);
  });

  test('has a planted fault for each of its rules', () => {
    expect(new Set(FAULTS.map(([rule]) => rule))).toEqual(new Set(Object.keys(LINT_RULES)));
    expect(Object.keys(LINT_RULES)).toHaveLength(13);
  });

  test('keeps quiet about what is allowed with a reason, and complains about an idle allowance', async () => {
    await admin.query('ALTER TABLE teller.story NO FORCE ROW LEVEL SECURITY');
    const allow: Allowed[] = [{ rule: 'rls-forced', object: 'teller.story', reason: 'a test' }];
    expect(await lint(allow)).toEqual([]);
    await admin.query('ALTER TABLE teller.story FORCE ROW LEVEL SECURITY');
    expect(await lint(allow)).toMatchObject([{ rule: 'rls-forced', object: 'teller.story' }]);
  });
});

describe('the printed catalogue', () => {
  test('is the same twice, and shows a changed policy', async () => {
    const text = await printCatalogue(query, SCHEMAS);
    expect(await printCatalogue(query, [...SCHEMAS].reverse())).toBe(text);
    expect(text).toMatch(/^teller table story \(r\) owner duban_teller_owner, row security forced$/m);
    expect(text).toMatch(/^teller grant event to duban_teller_app: INSERT, SELECT$/m);
    expect(text).toMatch(/^teller policy event\.event_app_select .*app\.tenants/m);
    await admin.query('BEGIN; DROP POLICY story_app_select ON teller.story');
    expect(await printCatalogue(query, SCHEMAS)).not.toBe(text);
    await admin.query('ROLLBACK');
  });
});
