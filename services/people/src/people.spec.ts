import { encodeId, ROLES, type Role } from '@duban/kernel';
import {
  accountIdOf,
  grantIdOf,
  mandateIdOf,
  personIdOf,
  systemScope,
  unitIdOf,
} from '@duban/kernel/runtime';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadSample, type PeopleFixture, peopleFixture, sampleViewer } from './testing/people.fixture.js';
import { type PeopleServer, peopleServer } from './testing/people-server.fixture.js';

const HERE = 900001;
const ELSEWHERE = 900002;

let fixture: PeopleFixture;
let server: PeopleServer;

beforeAll(async () => {
  fixture = await peopleFixture();
  await loadSample(fixture.database, [HERE, ELSEWHERE]);
  server = await peopleServer(fixture);
});

afterAll(async () => {
  await server?.close();
  await fixture?.close();
});

const admin = sampleViewer(HERE, 'tenant-admin', 'TENANT_ADMIN');
const deputy = sampleViewer(HERE, 'deputy', 'DEPUTY');
const publicId = (kind: string, id: string, tenant = HERE) => encodeId({ kind, tenant, id });
const accountOf = (code: string, tenant = HERE) => publicId('account', accountIdOf(tenant, code), tenant);
const mandateOf = (code: string, tenant = HERE) => publicId('mandate', mandateIdOf(tenant, code), tenant);
const personOf = (code: string, tenant = HERE) => publicId('person', personIdOf(tenant, code), tenant);
const grantOf = (code: string, tenant = HERE) => publicId('grant', grantIdOf(tenant, code), tenant);
const NEVER = '01900000-0000-7000-8000-000000000000';

let keys = 0;
const command = (verb: string, input: object, fields: string, viewer = admin) => {
  const name = `${verb[0]?.toUpperCase()}${verb.slice(1)}`;
  const query = `mutation($input: ${name}Input!) { it: ${verb}(input: $input) { __typename
    ... on ${name}Success { ${fields} } ... on ${name}Refusal { code message messageEn } } }`;
  keys += 1;
  return server.graph(viewer, query, { input: { idempotencyKey: `key ${keys}`, ...input } });
};
const codeOf = async (answer: ReturnType<typeof command>) => {
  const { data, errors } = await answer;
  return errors?.[0]?.extensions?.code ?? data.it.code ?? data.it.__typename;
};

describe('the viewer', () => {
  test('knows account, person, role, mandate, locality and what may be tried', async () => {
    const { data, errors } = await server.graph(
      deputy,
      `{ viewer { account { login status } person { name groups { name kind memberCount members { name } } mandates { kind } }
         role { code zh en } locality { id } unit { id } mandate { id delegation term } grant { id primary }
         grants { role { code } } permissions } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.viewer).toMatchObject({
      account: { login: `${HERE}.deputy`, status: 'ACTIVE' },
      role: { code: 'DEPUTY', zh: '人大代表', en: 'Deputy' },
      unit: null,
      mandate: { id: mandateOf('deputy'), delegation: '第一代表团', term: '第十六届' },
      grant: { id: grantOf('deputy'), primary: true },
      permissions: ['viewer:show', 'person:show', 'mandate:show', 'group:show'],
    });
    expect(data.viewer.person.groups).toEqual([
      {
        name: '第一代表团',
        kind: 'DELEGATION',
        memberCount: 2,
        members: [{ name: '人deputy' }, { name: '人deputy-2' }],
      },
    ]);
    expect(data.viewer.grants.map((grant: { role: { code: Role } }) => grant.role.code).sort()).toEqual([
      'COSIGNER',
      'DEPUTY',
    ]);
  });
});

describe('lists', () => {
  test('of mandates page, filter and count', async () => {
    const query = `query($first: Int, $after: String, $filter: MandateFilterInput, $orderBy: MandateOrder = NAME) {
      mandates(first: $first, after: $after, filter: $filter, orderBy: $orderBy) { totalCount nodes { id person { name } } pageInfo { hasNextPage endCursor } } }`;
    for (const orderBy of ['NAME', 'FROM']) {
      const first = (await server.graph(deputy, query, { first: 1, orderBy })).data.mandates;
      expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
      const after = first.pageInfo.endCursor;
      const second = (await server.graph(deputy, query, { first: 1, after, orderBy })).data.mandates;
      expect(second.pageInfo.hasNextPage).toBe(false);
      const names = [...first.nodes, ...second.nodes].map((node) => node.person.name);
      expect(new Set(names)).toEqual(new Set(['人deputy', '人deputy-2']));
    }
    const count = async (filter: object) =>
      (await server.graph(deputy, query, { filter })).data.mandates.totalCount;
    expect(await count({ kind: 'CPPCC_MEMBER' })).toBe(0);
    expect(await count({ delegation: '第一代表团', status: 'ACTIVE', on: '2024-01-01' })).toBe(2);
    expect(await count({ on: '2019-12-31' })).toBe(0);
    expect(await count({ name: 'deputy-2' })).toBe(1);
    expect(await count({ name: '%' })).toBe(0);
    const wrong = await server.graph(deputy, query, { filter: { name: 'a\u0000b' } });
    expect(wrong.errors?.[0].extensions.code).toBe('BAD_USER_INPUT');
  });

  test('of groups, of accounts for the administrator, and of a locality', async () => {
    const groups = await server.graph(
      deputy,
      '{ groups(kind: DELEGATION) { totalCount nodes { id name } } }',
    );
    expect(groups.data.groups.totalCount).toBe(1);
    const group = await server.graph(deputy, `{ group(id: "${groups.data.groups.nodes[0].id}") { name } }`);
    expect(group.data.group.name).toBe('第一代表团');
    const accounts = '{ accounts { totalCount nodes { login grants { role { code } unit { id } } } } }';
    expect((await server.graph(admin, accounts)).data.accounts.totalCount).toBe(4);
    expect((await server.graph(deputy, accounts)).errors?.[0].extensions.code).toBe('FORBIDDEN');
    const entity = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Locality { mandates { totalCount } }
      ... on Mandate { term } ... on Person { name } } }`;
    const locality = (number: number) =>
      encodeId({ kind: 'locality', tenant: number, id: `00000000-0000-0000-0000-000000${number}` });
    const of = [
      { __typename: 'Locality', id: locality(HERE) },
      { __typename: 'Locality', id: locality(ELSEWHERE) },
      { __typename: 'Mandate', id: mandateOf('deputy') },
      { __typename: 'Mandate', id: mandateOf('deputy', ELSEWHERE) },
      { __typename: 'Person', id: personOf('deputy') },
      { __typename: 'Person', id: publicId('person', NEVER) },
    ];
    const { data } = await server.graph(deputy, entity, { of });
    expect(data._entities).toEqual([
      { mandates: { totalCount: 2 } },
      { mandates: null },
      { term: '第十六届' },
      null,
      { name: '人deputy' },
      null,
    ]);
  });

  test('cost a number of statements that does not grow with them', async () => {
    const query = (first: number) =>
      `{ mandates(first: ${first}) { nodes { person { name mandates { term } groups { name members { name } } } } } }`;
    const cost = async (first: number) => {
      const before = fixture.database.counts().statements;
      await server.graph(deputy, query(first));
      return fixture.database.counts().statements - before;
    };
    expect(await cost(2)).toBe(await cost(1));
  });
});

describe('personal data', () => {
  const PHONE = '13900001234';
  beforeAll(async () => {
    const input = {
      newPerson: { name: '新人', phone: PHONE },
      kind: 'CPPCC_MEMBER',
      term: '一',
      from: '2024-01-01',
    };
    const { data } = await command('registerMandate', input, 'mandate { id person { id phone } }');
    expect(data.it.mandate.person.phone).toBe(PHONE);
  });

  test('is masked for everybody but the person and the administrator', async () => {
    const query = '{ mandates(filter: {kind: CPPCC_MEMBER}) { nodes { person { phone } } } }';
    for (const role of ROLES.filter((each) => each !== 'TENANT_ADMIN')) {
      const { data } = await server.graph({ ...deputy, role }, query);
      expect([role, data.mandates.nodes[0].person.phone]).toEqual([role, '139****1234']);
    }
  });

  test('is not in the log', async () => {
    const events = await fixture.database.transaction(systemScope(HERE), 'read', (tx) =>
      tx.query('SELECT payload FROM people.event'),
    );
    expect(events.length).toBeGreaterThan(10);
    expect(JSON.stringify(events)).not.toContain(PHONE);
  });
});

describe('commands', () => {
  test.each(ROLES.filter((role) => role !== 'TENANT_ADMIN'))('are not for %s', async (role) => {
    const viewer = { ...deputy, role };
    expect(
      await codeOf(
        command('disableAccount', { accountId: accountOf('deputy'), reason: '测' }, 'account { id }', viewer),
      ),
    ).toBe('ROLE_NOT_ALLOWED');
    expect(await codeOf(command('endGrant', { grantId: grantOf('deputy') }, 'grant { id }', viewer))).toBe(
      'ROLE_NOT_ALLOWED',
    );
    expect(
      await codeOf(
        command('suspendMandate', { mandateId: mandateOf('deputy'), reason: '测' }, 'mandate { id }', viewer),
      ),
    ).toBe('ROLE_NOT_ALLOWED');
  });

  test('disabling an account takes its identity away, enabling gives it back', async () => {
    const subject = accountIdOf(HERE, 'deputy-2');
    const input = { accountId: accountOf('deputy-2'), reason: '离任' };
    expect(await server.identity({ subject })).toMatchObject({ role: 'DEPUTY', tenant: HERE });
    const done = await command('disableAccount', input, 'account { status }');
    expect(done.data.it).toEqual({ __typename: 'DisableAccountSuccess', account: { status: 'DISABLED' } });
    expect(await server.identity({ subject })).toBeNull();
    expect(await codeOf(command('disableAccount', input, 'account { id }'))).toBe('ACCOUNT_ALREADY_DISABLED');
    const { accountId } = input;
    expect((await command('enableAccount', { accountId }, 'account { status }')).data.it.account.status).toBe(
      'ACTIVE',
    );
    expect(await server.identity({ subject })).toMatchObject({ role: 'DEPUTY' });
  });

  test('a grant given can be chosen, ended at once it is gone', async () => {
    const subject = accountIdOf(HERE, 'unit-handler');
    const unitId = publicId('unit', unitIdOf(HERE, 'water'));
    const input = {
      accountId: accountOf('unit-handler'),
      role: 'UNIT_HEAD',
      unitId,
      validFrom: '2024-01-01',
    };
    const given = await command('giveGrant', input, 'grant { id role { code } unit { id } primary }');
    expect(given.data.it.grant).toMatchObject({
      role: { code: 'UNIT_HEAD' },
      unit: { id: unitId },
      primary: false,
    });
    const { id: grant } = given.data.it.grant;
    expect(await server.identity({ subject })).toMatchObject({
      role: 'UNIT_HANDLER',
      unitId: unitIdOf(HERE, 'water'),
    });
    expect(await server.identity({ subject, grant })).toMatchObject({ role: 'UNIT_HEAD' });
    expect(await server.identity({ subject: accountIdOf(HERE, 'deputy'), grant })).toBeNull();
    const ended = await command('endGrant', { grantId: grant }, 'grant { endedAt }');
    expect(ended.data.it.grant.endedAt).toMatch(/Z$/);
    expect(await server.identity({ subject, grant })).toBeNull();
  });

  test('a suspended mandate takes its grants away until it is resumed; an ended one for good', async () => {
    const subject = accountIdOf(HERE, 'deputy-2');
    const mandateId = mandateOf('deputy-2');
    const suspended = await command(
      'suspendMandate',
      { mandateId, reason: '审查' },
      'mandate { status reason version }',
    );
    expect(suspended.data.it.mandate).toEqual({ status: 'SUSPENDED', reason: '审查', version: 2 });
    expect(await server.identity({ subject })).toBeNull();
    const stale = { mandateId, reason: '恢复', expectedVersion: 1 };
    expect(await codeOf(command('resumeMandate', stale, 'mandate { id }'))).toBe('STALE_VERSION');
    await command('resumeMandate', { ...stale, expectedVersion: 2 }, 'mandate { id }');
    expect(await server.identity({ subject })).not.toBeNull();
    const end = { mandateId, on: '2024-01-31', reason: '调离' };
    const ended = await command('endMandate', end, 'mandate { status to }');
    expect(ended.data.it.mandate).toEqual({ status: 'ENDED', to: '2024-01-31' });
    expect(await server.identity({ subject })).toBeNull();
  });

  test.each([
    ['disableAccount', { accountId: accountOf('deputy'), reason: '' }, 'account { id }', 'TEXT_EMPTY'],
    [
      'disableAccount',
      { accountId: accountOf('deputy'), reason: 'x'.repeat(501) },
      'account { id }',
      'TEXT_TOO_LONG',
    ],
    [
      'disableAccount',
      { accountId: accountOf('deputy'), reason: 'a\u0000' },
      'account { id }',
      'TEXT_INVALID',
    ],
    [
      'disableAccount',
      { accountId: accountOf('tenant-admin'), reason: '误' },
      'account { id }',
      'OWN_ACCOUNT_NOT_ALLOWED',
    ],
    ['disableAccount', { accountId: 'account_1', reason: '误' }, 'account { id }', 'MALFORMED_ID'],
    ['disableAccount', { accountId: mandateOf('deputy'), reason: '误' }, 'account { id }', 'MALFORMED_ID'],
    ['enableAccount', { accountId: accountOf('deputy') }, 'account { id }', 'ACCOUNT_ALREADY_ACTIVE'],
    ['endGrant', { grantId: grantOf('tenant-admin') }, 'grant { id }', 'OWN_GRANT_NOT_ALLOWED'],
    ['endGrant', { grantId: grantOf('deputy'), lastDay: '2020-02-01' }, 'grant { id }', 'DATE_IN_PAST'],
    [
      'giveGrant',
      { accountId: accountOf('deputy'), role: 'SYSTEM', validFrom: '2024-01-01' },
      'grant { id }',
      'ROLE_NOT_GRANTABLE',
    ],
    [
      'giveGrant',
      {
        accountId: accountOf('deputy'),
        role: 'DEPUTY',
        mandateId: mandateOf('deputy'),
        validFrom: '2024-01-01',
      },
      'grant { id }',
      'GRANT_ALREADY_GIVEN',
    ],
    [
      'giveGrant',
      {
        accountId: accountOf('deputy'),
        role: 'DEPUTY',
        mandateId: mandateOf('deputy', ELSEWHERE),
        validFrom: '2024-01-01',
      },
      'grant { id }',
      'MANDATE_NOT_FOUND',
    ],
    [
      'giveGrant',
      {
        accountId: accountOf('deputy'),
        role: 'UNIT_HEAD',
        unitId: publicId('unit', NEVER, ELSEWHERE),
        validFrom: '2024-01-01',
      },
      'grant { id }',
      'UNIT_NOT_FOUND',
    ],
    [
      'giveGrant',
      { accountId: accountOf('deputy'), role: 'EVALUATOR', validFrom: '2024-02-30' },
      'grant { id }',
      'BAD_USER_INPUT',
    ],
    [
      'endMandate',
      { mandateId: mandateOf('deputy'), on: '2999-01-01', reason: '早' },
      'mandate { id }',
      'DATE_IN_FUTURE',
    ],
    [
      'registerMandate',
      { kind: 'DEPUTY', term: '一', from: '2024-01-01' },
      'mandate { id }',
      'PERSON_OR_ID_REQUIRED',
    ],
    [
      'registerMandate',
      { personId: personOf('deputy'), kind: 'DEPUTY', term: '一', from: '2024-01-01' },
      'mandate { id }',
      'MANDATE_ALREADY_REGISTERED',
    ],
    [
      'registerMandate',
      { personId: personOf('deputy', ELSEWHERE), kind: 'DEPUTY', term: '一', from: '2024-01-01' },
      'mandate { id }',
      'PERSON_NOT_FOUND',
    ],
  ])('%s %j -> %s %s', async (verb, input, fields, code) =>
    expect(await codeOf(command(verb, input, fields))).toBe(code),
  );

  test.each([
    ['disableAccount', 'account', { reason: '误' }, 'accountId', 'account { id }'],
    ['enableAccount', 'account', {}, 'accountId', 'account { id }'],
    ['endGrant', 'grant', {}, 'grantId', 'grant { id }'],
    ['suspendMandate', 'mandate', { reason: '误' }, 'mandateId', 'mandate { id }'],
    ['endMandate', 'mandate', { reason: '误', on: '2024-01-01' }, 'mandateId', 'mandate { id }'],
  ] as const)(
    '%s answers to a foreign %s as to one that never was',
    async (verb, kind, rest, field, fields) => {
      const foreign = { account: accountOf, grant: grantOf, mandate: mandateOf }[kind]('deputy', ELSEWHERE);
      const ownNumberForeignId = { account: accountIdOf, grant: grantIdOf, mandate: mandateIdOf }[kind](
        ELSEWHERE,
        'deputy',
      );
      const foreignNumberOwnId = { account: accountIdOf, grant: grantIdOf, mandate: mandateIdOf }[kind](
        HERE,
        'deputy',
      );
      const answers = [];
      for (const id of [
        foreign,
        publicId(kind, ownNumberForeignId),
        publicId(kind, foreignNumberOwnId, ELSEWHERE),
        publicId(kind, NEVER),
      ]) {
        answers.push(JSON.stringify(await command(verb, { ...rest, [field]: id }, fields)));
      }
      expect(new Set(answers).size).toBe(1);
      expect(answers[0]).toContain('_NOT_FOUND');
    },
  );

  test('the same key with the same input is done once', async () => {
    const input = {
      newPerson: { name: '重名' },
      kind: 'CPPCC_MEMBER',
      term: '一',
      from: '2025-01-01',
      idempotencyKey: 'once',
    };
    const both = await Promise.all([1, 2].map(() => command('registerMandate', input, 'mandate { id }')));
    expect(both[0]?.data.it.mandate.id).toBe(both[1]?.data.it.mandate.id);
    const { data } = await server.graph(admin, '{ mandates(filter: {name: "重名"}) { totalCount } }');
    expect(data.mandates.totalCount).toBe(1);
    expect(await codeOf(command('registerMandate', { ...input, term: '二' }, 'mandate { id }'))).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    );
  });
});

describe('identity', () => {
  test('knows nobody by an unknown subject or a wrong question', async () => {
    for (const question of [
      { subject: 'x' },
      { subject: `s\u0000` },
      { subject: 1 },
      {},
      { subject: accountIdOf(HERE, 'deputy'), grant: 5 },
    ]) {
      expect(await server.identity(question)).toBeNull();
    }
  });

  test('knows an outside issuer’s subjects by issuer and subject', async () => {
    const outside = await peopleServer(fixture, { OIDC_ISSUER: 'https://id.example' });
    await fixture.database.transaction(systemScope(HERE), 'write', async (tx) => {
      const sql = 'UPDATE people.account SET subject = $1 WHERE tenant_id = $2 AND id = $3';
      await tx.query(sql, ['https://id.example|zhang', HERE, accountIdOf(HERE, 'deputy')]);
    });
    expect(await outside.identity({ subject: 'zhang' })).toMatchObject({ login: `${HERE}.deputy` });
    expect(await outside.identity({ subject: 'li' })).toBeNull();
    expect(await server.identity({ subject: 'zhang' })).toBeNull();
    await outside.close();
  });

  test('demonstration accounts are nobody where no demonstration is wanted', async () => {
    const production = await peopleServer(fixture, { NODE_ENV: 'production' });
    expect(await production.identity({ subject: accountIdOf(HERE, 'tenant-admin') })).toBeNull();
    expect(await server.identity({ subject: accountIdOf(HERE, 'tenant-admin') })).not.toBeNull();
    await production.close();
  });
});
