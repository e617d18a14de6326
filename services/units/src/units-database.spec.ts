import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LocalityFile, Role, Viewer } from '@duban/kernel';
import {
  createLog,
  type Database,
  type LocalityFolder,
  lintCatalogue,
  loginRolesOf,
  migrate,
  newId,
  provision,
  readLocalityFolder,
  roleName,
  systemScope,
  urlOfRole,
  verifyChain,
} from '@duban/kernel/runtime';
import { type ThrowawayDatabase, throwawayDatabase } from '@duban/kernel/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ExecutionResult, graphql } from 'graphql';
import { DataSource } from 'typeorm';
import { migrations } from '../migrations/index.js';
import { placeOf } from './load-localities/locality-changes.js';
import { unitsSubgraph } from './subgraph.js';
import { edgesOf, treeOf } from './tree.js';
import { contexts, loadFolders, openUnits } from './wiring.js';

const log = createLog('units test', 'silent');
const folders = readLocalityFolder(fileURLToPath(new URL('../../../../localities', import.meta.url)));
const { schema } = unitsSubgraph();

let server: ThrowawayDatabase;
let database: Database;

beforeAll(async () => {
  server = await throwawayDatabase();
  const secrets = Object.fromEntries(loginRolesOf({ name: 'units' }).map((role) => [role, 'secret']));
  await provision(server.adminUrl, { services: [{ name: 'units' }], secrets });
  const url = (kind: 'migrator' | 'app') => urlOfRole(server.adminUrl, roleName('units', kind), 'secret');
  await migrate({ url: url('migrator'), schema: 'units', migrations, log });
  database = await openUnits(url('app'), log, 4);
  await loadFolders(database, folders);
});

afterAll(async () => {
  await database?.close();
  await server?.close();
});

const viewerOf = (tenant: number, role: Role = 'TENANT_ADMIN'): Viewer => ({
  accountId: newId(),
  grantId: newId(),
  login: 'somebody',
  tenant,
  role,
  personId: null,
  mandateId: null,
  unitId: null,
  sectionId: null,
});

async function ask(viewer: Viewer, source: string, variables: object = {}): Promise<ExecutionResult> {
  const context = contexts(database, log)({ viewer, requestId: 'test' });
  try {
    const variableValues = variables as Record<string, unknown>;
    return await graphql({ schema, source, variableValues, contextValue: context });
  } finally {
    await context.close();
  }
}

/** The answer without errors, as plain data. */
async function data<Data>(viewer: Viewer, source: string, variables: object = {}): Promise<Data> {
  const { data: found, errors } = await ask(viewer, source, variables);
  if (errors) throw errors[0] as Error;
  return JSON.parse(JSON.stringify(found)) as Data;
}

const rows = <Row>(tenant: number, sql: string, tenants = [tenant]): Promise<Row[]> =>
  database.transaction({ ...systemScope(tenant), tenants }, 'read', (tx) => tx.query<Row>(sql));

const verify = (tenant: number): Promise<object> =>
  database.transaction(systemScope(tenant), 'read', (tx) => verifyChain(tx));

const parentOf = ({ parents }: LocalityFile): number | undefined => parents[0]?.locality;
const CITIES = folders.filter(({ locality }) => locality.level === 'CITY').map(({ locality }) => locality);
const siblingOf = (city: LocalityFile): LocalityFile | undefined =>
  CITIES.find((other) => other !== city && parentOf(other) === parentOf(city));
/** A city of a province that has another one. */
const CITY = CITIES.find(siblingOf) as LocalityFile;
const COUNTY = folders.find(({ locality }) => parentOf(locality) === CITY.number)?.locality as LocalityFile;
const SIBLING = siblingOf(CITY) as LocalityFile;
const PROVINCE = CITY.parents[0]?.locality as number;
const NATION = folders[0]?.locality.number as number;

const changed = (number: number, change: (file: LocalityFile) => LocalityFile): LocalityFolder[] =>
  folders.map((folder) =>
    folder.locality.number === number
      ? { ...folder, locality: change(folder.locality), hash: { ...folder.hash, locality: newId() } }
      : folder,
  );

describe('loading', () => {
  test('a second time changes nothing', async () => {
    const count = 'SELECT position FROM units.event_head WHERE tenant_id = ';
    const before = await rows(CITY.number, count + CITY.number);
    expect(await loadFolders(database, folders)).toEqual([]);
    expect(await rows(CITY.number, count + CITY.number)).toEqual(before);
  });

  test('two at once: one does the work', async () => {
    const next = changed(SIBLING.number, (file) => ({ ...file, names: { ...file.names, en: 'Twice' } }));
    const done = await Promise.all([loadFolders(database, next), loadFolders(database, next)]);
    expect(done.flat()).toEqual([SIBLING.number]);
    expect(await loadFolders(database, folders)).toEqual([SIBLING.number]);
  });

  test('the closure in the database is the closure of the tree, and the log is whole', async () => {
    const tree = treeOf(folders.map(({ locality }) => placeOf(locality)));
    for (const { locality } of folders) {
      const found = await rows(
        locality.number,
        `SELECT tenant_id AS locality, ancestor_id AS ancestor, depth, valid_from::text AS "from", valid_to::text AS until
         FROM units.locality_edge WHERE tenant_id = ${locality.number} ORDER BY depth`,
      );
      expect(found).toEqual(edgesOf(tree, locality.number));
      expect(await verify(locality.number)).toMatchObject({ ok: true });
    }
  });

  test('a county that moves is found where it was and where it is; moving back leaves no trace', async () => {
    const move = (file: LocalityFile): LocalityFile => ({
      ...file,
      parents: [
        { locality: CITY.number, from: file.from, to: '2019-12-31' },
        { locality: SIBLING.number, from: '2020-01-01', to: null },
      ],
    });
    const next = changed(COUNTY.number, move);
    expect(await loadFolders(database, next)).toEqual([COUNTY.number]);
    const source = `query($code: String!) { locality(code: $code) {
      parent { code } before: parent(on: "2019-12-31") { code } ancestors { code } } }`;
    const found = await data(viewerOf(COUNTY.number), source, { code: COUNTY.code });
    const codeOf = (number: number) => ({ code: String(number) });
    expect(found).toEqual({
      locality: {
        parent: codeOf(SIBLING.number),
        before: codeOf(CITY.number),
        ancestors: [SIBLING.number, PROVINCE, NATION].map(codeOf),
      },
    });
    expect(await loadFolders(database, folders)).toEqual([COUNTY.number]);
    const edges = await rows(
      COUNTY.number,
      `SELECT 1 FROM units.locality_edge WHERE tenant_id = ${COUNTY.number}`,
    );
    expect(edges).toHaveLength(4);
  });
});

describe('what became of a locality', () => {
  const END = { to: '2019-12-31' };
  const source = `query($code: String!) { locality(code: $code) {
    successors { since locality { code validFrom } } predecessors { since locality { code validTo } } } }`;
  type Link = { since: string; locality: { code: string } };
  type Told = { locality: { successors: Link[]; predecessors: Link[] } | null };
  const told = async (tenant: number, number: number) =>
    (await data<Told>(viewerOf(tenant, 'PUBLIC'), source, { code: String(number) })).locality;
  const after = (successors: number[]) => changed(COUNTY.number, (file) => ({ ...file, ...END, successors }));

  test('merged into another: both know each other, with the day, and so do those above; a stranger does not', async () => {
    await loadFolders(database, after([SIBLING.number]));
    const successors = [
      { since: '2020-01-01', locality: { code: String(SIBLING.number), validFrom: SIBLING.from } },
    ];
    const predecessors = [{ since: '2020-01-01', locality: { code: COUNTY.code, validTo: '2019-12-31' } }];
    for (const viewer of [SIBLING.number, PROVINCE, NATION]) {
      expect([viewer, await told(viewer, COUNTY.number)]).toEqual([viewer, { successors, predecessors: [] }]);
      expect([viewer, await told(viewer, SIBLING.number)]).toEqual([
        viewer,
        { successors: [], predecessors },
      ]);
    }
    expect(await told(CITY.number, SIBLING.number)).toBeNull();
    // The city it lay in until its last day still knows it, not the one in another city that took its place.
    expect(await told(CITY.number, COUNTY.number)).toEqual({ successors: [], predecessors: [] });
  });

  test('split over two cities: whoever stands above both sees both, each part only what it may know', async () => {
    await loadFolders(database, after([SIBLING.number, CITY.number].sort()));
    const codes = (found: Awaited<ReturnType<typeof told>>) =>
      found?.successors.map(({ locality }) => locality.code);
    expect(codes(await told(PROVINCE, COUNTY.number))).toEqual([CITY.code, SIBLING.code].sort());
    expect(codes(await told(CITY.number, COUNTY.number))).toEqual([CITY.code]);
    expect(await told(SIBLING.number, COUNTY.number)).toBeNull();
    expect((await told(SIBLING.number, SIBLING.number))?.predecessors).toEqual([]);
  });

  test('the file takes it back: nothing is left of it', async () => {
    await loadFolders(database, folders);
    expect(await told(PROVINCE, COUNTY.number)).toEqual({ successors: [], predecessors: [] });
    expect(await told(NATION, SIBLING.number)).toEqual({ successors: [], predecessors: [] });
  });

  test('of many localities it is one statement each way', async () => {
    const list = `query($code: String!) { locality(code: $code) { children { children { successors { since } predecessors { since } } } } }`;
    const bare = `query($code: String!) { locality(code: $code) { children { children { code } } } }`;
    const cost = async (query: string) => {
      const before = database.counts().statements;
      await data(viewerOf(NATION), query, { code: String(NATION) });
      return database.counts().statements - before;
    };
    expect((await cost(list)) - (await cost(bare))).toBe(2);
  });
});

describe('who knows which locality', () => {
  const source = 'query($code: String!) { locality(code: $code) { name } }';
  test.each([
    ['the own one', () => [CITY.number, CITY.code, true]],
    ['the one above', () => [COUNTY.number, CITY.code, true]],
    ['the one below', () => [CITY.number, COUNTY.code, true]],
    ['two levels below', () => [PROVINCE, COUNTY.code, true]],
    ['the nation', () => [COUNTY.number, String(NATION), true]],
    ['a sibling', () => [CITY.number, SIBLING.code, false]],
    ['a cousin', () => [SIBLING.number, COUNTY.code, false]],
    ['one that does not exist', () => [CITY.number, '999999', false]],
    ['something that is no code', () => [CITY.number, "4' OR true --", false]],
  ] as [string, () => [number, string, boolean]][])('%s', async (_name, relation) => {
    const [tenant, code, known] = relation();
    const { locality } = await data<{ locality: object | null }>(viewerOf(tenant, 'PUBLIC'), source, {
      code,
    });
    expect(locality !== null).toBe(known);
  });

  test('children are those that the viewer may know', async () => {
    const tree = 'query($code: String!) { locality(code: $code) { children { code children { code } } } }';
    const seen = await data<{ locality: { children: object[] } }>(viewerOf(CITY.number), tree, {
      code: String(PROVINCE),
    });
    expect(seen.locality.children).toHaveLength(1);
    const all = await data<{ locality: { children: { children: object[] }[] } }>(viewerOf(NATION), tree, {
      code: String(NATION),
    });
    const provinces = all.locality.children.map(({ children }) => children.length);
    expect(Math.max(...provinces)).toBeGreaterThan(1);
  });

  test('without a scope of one’s own there are no rows of others, whatever the statement', async () => {
    for (const table of ['unit', 'section', 'position', 'organ', 'category', 'role_name', 'event']) {
      const found = await rows<{ tenant_id: number }>(
        CITY.number,
        `SELECT DISTINCT tenant_id FROM units.${table}`,
      );
      expect([table, found]).toEqual([table, [{ tenant_id: CITY.number }]]);
    }
    const known = await rows<{ tenant_id: number }>(COUNTY.number, 'SELECT tenant_id FROM units.locality');
    expect(known.map(({ tenant_id }) => tenant_id).sort()).toEqual([
      NATION,
      PROVINCE,
      CITY.number,
      COUNTY.number,
    ]);
  });
});

describe('units', () => {
  const list = `query($code: String!, $first: Int, $after: String, $filter: UnitFilter, $orderBy: UnitOrder) {
    locality(code: $code) { units(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount pageInfo { hasNextPage endCursor } nodes { id code name active to
        successor { code } predecessors { code } liaisonOrgan { kind } sections { name active } positions { kind section { name } } } } } }`;
  type Node = { id: string; code: string; name: string; active: boolean; predecessors: { code: string }[] };
  type Listed = {
    locality: {
      units: { totalCount: number; nodes: Node[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    };
  };

  test('come page by page, all once, in the order of the file', async () => {
    const viewer = viewerOf(CITY.number, 'PUBLIC');
    const codes: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { locality }: Listed = await data<Listed>(viewer, list, { code: CITY.code, first: 10, after });
      codes.push(...locality.units.nodes.map(({ code }) => code));
      expect(locality.units.totalCount).toBe(CITY.units.length);
      ({ hasNextPage: more, endCursor: after } = locality.units.pageInfo);
    }
    expect(codes.toSorted()).toEqual(CITY.units.map(({ code }) => code).toSorted());
    const open = CITY.units.filter(({ to }) => to === null).map(({ code }) => code);
    expect(codes.filter((code) => open.includes(code))).toEqual(open);
  });

  test('a list costs the same number of statements however long it is', async () => {
    const viewer = viewerOf(CITY.number);
    const cost = async (first: number): Promise<number> => {
      const before = database.counts().statements;
      await data(viewer, list, { code: CITY.code, first });
      return database.counts().statements - before;
    };
    // Sixteen reach the closed unit, whose successor is one more statement for any number of them.
    expect(await cost(34)).toBe(await cost(16));
  });

  test.each<[string, object, (code: string) => boolean]>([
    ['closed ones', { active: false }, (code) => code === 'planning-bureau'],
    ['a system', { system: 'COURT' }, (code) => code === 'court'],
    ['a word', { text: '教育' }, (code) => code === 'education'],
    ['a wildcard is a character', { text: '%' }, () => false],
  ])('filtered by %s', async (_name, filter, wanted) => {
    const { locality } = await data<Listed>(viewerOf(CITY.number), list, { code: CITY.code, filter });
    const expected = CITY.units.map(({ code }) => code).filter(wanted);
    expect(locality.units.nodes.map(({ code }) => code)).toEqual(expected);
  });

  test('after a reform both units know each other', async () => {
    const { locality } = await data<Listed>(viewerOf(CITY.number), list, { code: CITY.code, first: 100 });
    const heir = locality.units.nodes.find(({ predecessors }) => predecessors.length > 0);
    expect([heir?.code, heir?.predecessors]).toEqual(['natural-resources', [{ code: 'planning-bureau' }]]);
  });

  test('of another locality are not granted, and their ids answer like unknown ones', async () => {
    const { locality } = await data<Listed>(viewerOf(COUNTY.number), list, { code: COUNTY.code, first: 1 });
    const id = locality.units.nodes[0]?.id as string;
    const viewer = viewerOf(CITY.number);
    const { data: found, errors } = await ask(viewer, list, { code: COUNTY.code });
    expect([found?.locality, errors?.map(({ extensions }) => extensions.code)]).toEqual([
      { units: null },
      ['NOT_GRANTED'],
    ]);
    const one = 'query($id: ID!) { unit(id: $id) { name } }';
    const unknown = `${id.slice(0, -8)}AAAAAAAA`;
    expect(await ask(viewer, one, { id })).toEqual(await ask(viewer, one, { id: unknown }));
    const { errors: malformed } = await ask(viewer, one, { id: 'unit_1' });
    expect(malformed?.[0]?.extensions.code).toBe('MALFORMED_ID');
    const rename = `mutation($input: RenameUnitInput!) { renameUnit(input: $input) { ... on RenameUnitRefusal { code message } } }`;
    const input = { idempotencyKey: newId(), unitId: id, name: '改名局', shortName: '改名局' };
    const refused = await ask(viewer, rename, { input });
    expect(refused.data).toMatchObject({ renameUnit: { code: 'UNIT_NOT_FOUND' } });
    expect(await ask(viewer, rename, { input: { ...input, unitId: unknown } })).toEqual(refused);
  });

  test('references resolve in one statement, foreign ones to null', async () => {
    const { locality } = await data<Listed>(viewerOf(CITY.number), list, { code: CITY.code, first: 50 });
    const source = `query($them: [_Any!]!) { _entities(representations: $them) { ... on Unit { code } } }`;
    const them = locality.units.nodes.map(({ id }) => ({ __typename: 'Unit', id }));
    const before = database.counts();
    const own = await data<{ _entities: (object | null)[] }>(viewerOf(CITY.number), source, { them });
    const { statements, transactions } = database.counts();
    expect(own._entities.every((entity) => entity !== null)).toBe(true);
    expect(transactions - before.transactions).toBe(1);
    const alone = database.counts().statements;
    await data(viewerOf(CITY.number), source, { them: them.slice(0, 1) });
    expect(database.counts().statements - alone).toBe(statements - before.statements);
    const foreign = await data<{ _entities: (object | null)[] }>(viewerOf(SIBLING.number), source, { them });
    expect(foreign._entities.every((entity) => entity === null)).toBe(true);
  });
});

describe('an administrator', () => {
  const register = `mutation($input: RegisterUnitInput!) { registerUnit(input: $input) {
    ... on RegisterUnitSuccess { unit { id name version sections { code } positions { kind } } }
    ... on RegisterUnitRefusal { code message messageEn } } }`;
  const rename = `mutation($input: RenameUnitInput!) { renameUnit(input: $input) {
    ... on RenameUnitSuccess { unit { name version } } ... on RenameUnitRefusal { code messageEn } } }`;
  const close = `mutation($input: CloseUnitInput!) { closeUnit(input: $input) {
    ... on CloseUnitSuccess { unit { to successor { code } } } ... on CloseUnitRefusal { code } } }`;
  const wish = (code: string) => ({
    idempotencyKey: newId(),
    code,
    name: `数据局 ${code}`,
    shortName: `数据局 ${code}`,
    system: 'GOVERNMENT',
    sections: [{ code: 'office', name: '办公室' }],
  });
  type Registered = { registerUnit: { unit: { id: string; version: number }; code?: string } };

  test('registers, renames and closes; each refusal is a value', async () => {
    const viewer = viewerOf(COUNTY.number);
    const input = wish('data');
    const first = await data<Registered>(viewer, register, { input });
    expect(first.registerUnit.unit.version).toBe(1);
    expect(await data(viewer, register, { input })).toEqual(first);
    const other = { ...input, name: '另一个局' };
    expect(await data(viewer, register, { input: other })).toMatchObject({
      registerUnit: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
    const again = { ...wish('data'), name: '第三个局', shortName: '三局' };
    expect(await data(viewer, register, { input: again })).toMatchObject({
      registerUnit: { code: 'UNIT_CODE_TAKEN' },
    });
    const unitId = first.registerUnit.unit.id;
    const names = { unitId, name: '数据资源局', shortName: '县数据局' };
    const stale = { idempotencyKey: newId(), ...names, expectedVersion: 7 };
    expect(await data(viewer, rename, { input: stale })).toMatchObject({
      renameUnit: { code: 'STALE_VERSION' },
    });
    expect(
      await data(viewer, rename, { input: { idempotencyKey: newId(), ...names, expectedVersion: 1 } }),
    ).toEqual({ renameUnit: { unit: { name: '数据资源局', version: 2 } } });
    const heir = await data<Registered>(viewer, register, { input: wish('heir') });
    const closing = { unitId, lastDay: '2099-12-31', successorId: heir.registerUnit.unit.id };
    expect(await data(viewer, close, { input: { idempotencyKey: newId(), ...closing } })).toEqual({
      closeUnit: { unit: { to: '2099-12-31', successor: { code: 'heir' } } },
    });
    expect(await data(viewer, close, { input: { idempotencyKey: newId(), ...closing } })).toEqual({
      closeUnit: { code: 'UNIT_ALREADY_CLOSED' },
    });
    expect(await verify(COUNTY.number)).toMatchObject({ ok: true });
  });

  test('says how much those above see; all that was said stays, and others are not told', async () => {
    const viewer = viewerOf(COUNTY.number);
    const set = `mutation($input: SetSharingInput!) { setSharing(input: $input) {
      ... on SetSharingSuccess { locality { sharing { level history { level reason role } } } }
      ... on SetSharingRefusal { code } } }`;
    const say = (who: Viewer, level: string, reason = '接受督办', idempotencyKey = newId()) =>
      data<{ setSharing: object }>(who, set, { input: { idempotencyKey, level, reason } });
    const source = 'query($code: String!) { locality(code: $code) { sharing { level since } } }';
    const asked = { code: COUNTY.code };
    expect(await data(viewer, source, asked)).toEqual({
      locality: { sharing: { level: 'COUNTS', since: null } },
    });
    const key = newId();
    const first = await say(viewer, 'METADATA', '接受督办', key);
    expect(await say(viewer, 'METADATA', '接受督办', key)).toEqual(first);
    expect((await say(viewer, 'NONE', '撤回')).setSharing).toEqual({
      locality: {
        sharing: {
          level: 'NONE',
          history: [
            { level: 'NONE', reason: '撤回', role: 'TENANT_ADMIN' },
            { level: 'METADATA', reason: '接受督办', role: 'TENANT_ADMIN' },
          ],
        },
      },
    });
    expect(await say(viewer, 'NONE')).toEqual({ setSharing: { code: 'SHARING_UNCHANGED' } });
    expect(await say(viewerOf(COUNTY.number, 'DEPUTY_AFFAIRS_OFFICER'), 'FULL')).toEqual({
      setSharing: { code: 'ROLE_NOT_ALLOWED' },
    });
    const { errors } = await ask(viewerOf(CITY.number), source, asked);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_GRANTED']);
    expect(await verify(COUNTY.number)).toMatchObject({ ok: true });
  });

  test('nobody else may', async () => {
    for (const role of ['DEPUTY', 'UNIT_HEAD', 'GOV_HANDOVER_OFFICER', 'SYSTEM', 'PUBLIC'] as const) {
      const answer = await data(viewerOf(COUNTY.number, role), register, { input: wish('nobody') });
      expect(answer).toMatchObject({ registerUnit: { code: 'ROLE_NOT_ALLOWED' } });
    }
  });

  test('what was changed by hand stays when the file changes elsewhere', async () => {
    const viewer = viewerOf(CITY.number);
    const [unit] = await rows<{ id: string }>(CITY.number, `SELECT id FROM units.unit WHERE code = 'water'`);
    const source = `query($code: String!) { locality(code: $code) { units(filter: { text: "水" }) { nodes { id code name sections { code active } } } } }`;
    const listed = await data<{ locality: { units: { nodes: { id: string; code: string }[] } } }>(
      viewer,
      source,
      {
        code: CITY.code,
      },
    );
    const unitId = listed.locality.units.nodes.find(({ code }) => code === 'water')?.id;
    expect(unit && unitId).toBeDefined();
    await data(viewer, rename, {
      input: { idempotencyKey: newId(), unitId, name: '水务局', shortName: '市水务局' },
    });
    const next = changed(CITY.number, (file) => ({
      ...file,
      units: file.units.map((each) => (each.code === 'water' ? { ...each, sections: [] } : each)),
    }));
    expect(await loadFolders(database, next)).toEqual([CITY.number]);
    const after = await data<{ locality: { units: { nodes: object[] } } }>(viewer, source, {
      code: CITY.code,
    });
    expect(after.locality.units.nodes).toContainEqual({
      id: unitId,
      code: 'water',
      name: '水务局',
      sections: [
        { code: 'office', active: false },
        { code: 'rivers', active: false },
      ],
    });
  });
});

test('the operations of examples.graphql run as written', async () => {
  const text = readFileSync(new URL('../../examples.graphql', import.meta.url), 'utf8');
  const viewer = viewerOf(SIBLING.number);
  let unitId: string | undefined;
  for (const source of text.split(/\n(?=# )/)) {
    const key = newId();
    const answer = await data<Record<string, object>>(viewer, source, { code: SIBLING.code, key, unitId });
    expect(JSON.stringify(answer)).not.toContain('"message"');
    unitId ??= (answer.registerUnit as { unit: { id: string } } | undefined)?.unit.id;
  }
  expect(unitId).toBeDefined();
});

test('the catalogue passes the rules of row-level security; the migration goes down again', async () => {
  const admin = await new DataSource({ type: 'postgres', url: server.adminUrl }).initialize();
  try {
    const findings = await lintCatalogue((sql, params) => admin.query(sql, params as unknown[]), {
      schemas: ['units'],
      runtimeRoles: [roleName('units', 'app')],
    });
    expect(findings.filter(({ object }) => !object.includes('migration'))).toEqual([]);
    const runner = admin.createQueryRunner();
    for (const Step of [...migrations].reverse()) await new Step().down(runner);
    await runner.release();
    const left = await admin.query(
      `SELECT tablename FROM pg_tables WHERE schemaname = 'units' AND tablename <> 'migration'`,
    );
    expect(left).toEqual([]);
  } finally {
    await admin.destroy();
  }
});
