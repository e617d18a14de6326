import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROLES } from '@duban/kernel';
import { throwawayDatabase } from '@duban/kernel/testing';
import { printAccessMatrix } from '@duban/ops/contract/access-matrix';
import { assertSafe, catalogueOf, throwawayPasswords } from '@duban/ops/contract/database-catalogue';
import { findDrift } from '@duban/ops/contract/drift';
import { compose } from '@duban/ops/contract/graph';
import { whatBreaks } from '@duban/ops/contract/what-breaks';
import { migrateAll } from '@duban/ops/migrate';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])\n';
const units = `${link}type Query { locality(code: String!): Locality }\ntype Locality @key(fields: "id") { id: ID! name: String! level: String }`;
const people = `${link}type Query { viewer: Viewer! }\ntype Viewer { login: String! locality: Locality }\ntype Locality @key(fields: "id", resolvable: false) { id: ID! }`;
const none = `${link}type Query { nothing: String @shareable }`;
const graph = (changed = units) => compose({ units: changed, people, proposals: none, evaluation: none });

describe('the gate of the graph', () => {
  test('subgraphs that contradict each other do not compose, and each problem is named', () => {
    const contradicting = people.replace('{ id: ID! }', '{ id: ID! name: Int! }');
    expect(() => compose({ units, people: contradicting, proposals: none, evaluation: none })).toThrow(
      /do not compose/,
    );
    try {
      compose({ units, people: contradicting, proposals: none, evaluation: none });
    } catch (error) {
      expect((error as { zh: string }).zh).toContain('Locality.name');
    }
  });

  test('a field that is taken away breaks; a field that is added does not', async () => {
    const without = await whatBreaks(graph(units.replace(' level: String', '')), graph());
    expect(without).toEqual([{ level: 'BREAKING', message: expect.stringMatching(/'level'.*'Locality'/) }]);
    expect(await whatBreaks(graph(units.replace('level:', 'level: String shortName:')), graph())).toEqual([]);
  });
});

describe('the gate of drift', () => {
  const folder = mkdtempSync(join(tmpdir(), 'duban-drift-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('a file that is not what the code says is named with its first differing line', () => {
    writeFileSync(join(folder, 'access.csv'), 'a\nb\nc\n');
    const [drift, ...more] = findDrift(folder, { 'access.csv': 'a\nB\nc\n' });
    expect(drift).toMatch(/schema\/access\.csv:2\n\s+- b\n\s+\+ B/);
    expect(more).toEqual([]);
    expect(findDrift(folder, { 'access.csv': 'a\nb\nc\n' })).toEqual([]);
    expect(findDrift(folder, { 'missing.txt': 'x\n' })).toHaveLength(1);
  });
});

describe('the access matrix', () => {
  test('has a column for each role and a row for each action, marked for whoever may try', async () => {
    const [header, ...rows] = (await printAccessMatrix())
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    expect(header).toEqual(['service', 'action', ...ROLES]);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter((row) => row.length !== ROLES.length + 2)).toEqual([]);
    expect(rows.filter((row) => !row.includes('x'))).toEqual([]);
    const column = (role: string) => header?.indexOf(role) ?? -1;
    const submit = rows.find(([, action]) => action === 'proposal:submit');
    expect([submit?.[column('DEPUTY')], submit?.[column('PUBLIC')]]).toEqual(['x', '']);
  });
});

describe('the gate of the database', () => {
  let adminUrl: string;
  let close: () => Promise<void>;

  const change = async (sql: string) => {
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };

  beforeAll(async () => {
    ({ adminUrl, close } = await throwawayDatabase());
    await migrateAll(adminUrl, throwawayPasswords());
  });

  afterAll(() => close());

  test('the migrated database keeps the rules of row-level security', async () => {
    await expect(assertSafe(adminUrl)).resolves.toBeUndefined();
  });

  test.each([
    [
      'a table without row-level security',
      'CREATE TABLE units.open (tenant_id int NOT NULL PRIMARY KEY); ALTER TABLE units.open OWNER TO duban_units_owner',
    ],
    ['row-level security that the owner escapes', 'ALTER TABLE units.event NO FORCE ROW LEVEL SECURITY'],
    ['a right to change what happened', 'GRANT UPDATE ON proposals.event TO duban_proposals_app'],
  ])('%s changes the catalogue and breaks a rule', async (_, sql) => {
    const before = await catalogueOf(adminUrl);
    await change(sql);
    expect(await catalogueOf(adminUrl)).not.toBe(before);
    await expect(assertSafe(adminUrl)).rejects.toThrow(/breaks/);
    await change(
      `DROP TABLE IF EXISTS units.open; ALTER TABLE units.event FORCE ROW LEVEL SECURITY; REVOKE UPDATE ON proposals.event FROM duban_proposals_app`,
    );
    expect(await catalogueOf(adminUrl)).toBe(before);
  });
});
