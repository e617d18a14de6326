import { encodeId, encodeLocalityId } from '@duban/kernel';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { somebodyIn } from '../testing/evaluation-database.js';
import { ofLocality, ScoringService } from '../testing/scoring-service.js';
import { caseIdOf, SyntheticCase } from '../testing/synthetic-case.js';

/** A province with two cities and their counties; another province. */
const ABOVE: Readonly<Record<number, readonly number[]>> = {
  4: [],
  41: [4],
  42: [4],
  411: [41, 4],
  412: [41, 4],
  421: [42, 4],
  5: [],
  51: [5],
};
const LEVELS: Readonly<Record<number, string>> = { 4: 'PROVINCE', 5: 'PROVINCE', 41: 'CITY', 42: 'CITY' };
/** Of ecology and of finance, by locality. */
const RAISED: Readonly<Record<number, readonly [number, number]>> = {
  411: [3, 1],
  412: [2, 0],
  421: [1, 4],
  51: [7, 0],
};

/** The first case of 421, whose people are told of above only together. */
const RATED = 7;
const answered = (one: SyntheticCase): SyntheticCase =>
  one
    .handedOver('2024-03-01')
    .replied('2024-04-01', one.id(1), 'A', ['SOLVED'])
    .rated('2024-04-05', one.id(1), 'RESULT', 'SATISFIED');

let service: ScoringService;
/** Public ids of each locality's cases. */
const ids = new Map<number, string[]>();

beforeAll(async () => {
  let number = 0;
  const cases = Object.entries(RAISED).flatMap(([tenant, [ecology, finance]]) =>
    [...Array(ecology).fill('ECOLOGY'), ...Array(finance).fill('FINANCE')].map((canonicalCategory) => {
      number += 1;
      ids.set(Number(tenant), [...(ids.get(Number(tenant)) ?? []), publicId(Number(tenant), number)]);
      const one = new SyntheticCase(caseIdOf(number), Number(tenant), number * 50);
      one.submitted('2024-02-01').docketed('2024-02-05', { canonicalCategory });
      return number === RATED ? answered(one) : one;
    }),
  );
  const places = Object.keys(ABOVE).map((key) => ({
    number: Number(key),
    level: LEVELS[Number(key)] ?? 'COUNTY',
    ancestors: ABOVE[Number(key)] ?? [],
    ...(key === '421' && { ratingsFrom: 3 }),
  }));
  service = await ScoringService.start({}, cases, places);
});
afterAll(() => service?.close());

const officer = (tenant: number) => somebodyIn(tenant, 'DEPUTY_AFFAIRS_OFFICER');

const publicId = (tenant: number, number: number): string =>
  encodeId({ kind: 'proposal', tenant, id: caseIdOf(number) });
const caseOf = (tenant: number, at = 0): string => ids.get(tenant)?.[at] ?? '';

let keys = 0;
/** What a mutation gives: its success, or the code of its refusal. */
async function does(
  viewer: ReturnType<typeof officer>,
  mutation: string,
  input: object,
  selection = 'theme { id }',
) {
  const verb = mutation[0]?.toUpperCase() + mutation.slice(1);
  keys += 1;
  const { data, errors } = await service.ask(
    viewer,
    `mutation ($input: ${verb}Input!) { ${mutation}(input: $input) {
      ... on ${verb}Success { ${selection} } ... on Refusal { code } } }`,
    { input: { idempotencyKey: `key ${keys}`, ...input } },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data[mutation];
}
const THEME = {
  name: '水环境治理',
  description: '多地反映河道污染。',
  filter: { category: 'ECOLOGY', year: 2024 },
};
const about = (id: string, selection: string) => `{ theme(id: "${id}") { ${selection} } }`;

describe('a theme', () => {
  let id: string;
  beforeAll(async () => {
    id = (await does(officer(4), 'openTheme', THEME)).theme.id;
  });

  test('has the figures of its filter, and says who raised how many, whatever else they raised', async () => {
    const { data, errors } = await service.ask(
      officer(4),
      about(
        id,
        `filter { category year keyOnly } raisedBy { locality { id } items } cities: raisedBy(by: CITY) { items }
        figures { metric(name: RECEIVED) { numerator } coverage { expected }
          rollup(by: [COUNTY], metrics: [RECEIVED]) { nodes { numerators } } cases(of: RECEIVED) { count hidden } }`,
      ),
    );
    expect(errors).toBeUndefined();
    expect(data.theme).toMatchObject({
      filter: { category: 'ECOLOGY', year: 2024, keyOnly: false },
      raisedBy: [411, 412, 421].map((tenant) => ({
        locality: { id: encodeLocalityId(tenant) },
        items: RAISED[tenant]?.[0],
      })),
      cities: [{ items: 5 }, { items: 1 }],
      figures: { metric: { numerator: 6 }, coverage: { expected: 6 }, cases: { count: 6, hidden: 6 } },
    });
    const rows = data.theme.figures.rollup.nodes as { numerators: [number] }[];
    expect(rows.map(({ numerators: [items] }) => items).filter((items) => items > 0)).toEqual([3, 2, 1]);
  });

  test('counts nobody who shares nothing', async () => {
    await service.shared(412, 'NONE');
    const { data } = await service.ask(
      officer(4),
      about(
        id,
        'raisedBy { items } figures { metric(name: RECEIVED) { numerator } coverage { notShared { id } } }',
      ),
    );
    expect(data.theme).toEqual({
      raisedBy: [{ items: 3 }, { items: 1 }],
      figures: { metric: { numerator: 4 }, coverage: { notShared: [{ id: encodeLocalityId(412) }] } },
    });
    await service.shared(412, 'COUNTS');
  });

  test('is nothing to other localities, above, below or beside', async () => {
    for (const tenant of [5, 51, 41, 411]) {
      const { data } = await service.ask(
        officer(tenant),
        about(id, 'name figures { metric(name: RECEIVED) { numerator } }'),
      );
      expect([tenant, data.theme]).toEqual([tenant, null]);
      for (const [mutation, input] of [
        ['reviseTheme', { name: '改', reason: '…' }],
        ['closeTheme', { reason: '…' }],
      ] as const)
        expect(await does(officer(tenant), mutation, { themeId: id, ...input })).toEqual({
          code: 'THEME_NOT_FOUND',
        });
    }
    const listed = await service.ask(officer(41), ofLocality(4, 'themes { totalCount }'));
    expect(listed.errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_GRANTED']);
  });

  test('is for those who may go from figures to cases, and kept by fewer', async () => {
    for (const [role, code] of [
      ['DEPUTY', 'FORBIDDEN'],
      ['PUBLIC', 'FORBIDDEN'],
      ['EVALUATOR', undefined],
    ] as const) {
      const { errors } = await service.ask(somebodyIn(4, role), ofLocality(4, 'themes { totalCount }'));
      expect([role, errors?.[0]?.extensions.code]).toEqual([role, code]);
      expect(await does(somebodyIn(4, role), 'closeTheme', { themeId: id, reason: '…' })).toEqual({
        code: 'ROLE_NOT_ALLOWED',
      });
    }
  });

  test('is revised and closed, each with its reason in its history; then it changes no more', async () => {
    const analyst = somebodyIn(4, 'UPPER_TENANT_ANALYST');
    const unstorable = { themeId: id, name: '\u0000', reason: '…' };
    expect(await does(analyst, 'reviseTheme', unstorable)).toEqual({ code: 'TEXT_INVALID' });
    const all = 'theme { name filter { category } closedAt closingReason history { kind role reason } }';
    await does(analyst, 'reviseTheme', { themeId: id, filter: { category: 'FINANCE' }, reason: '改为财税' });
    const { data } = await service.ask(
      officer(4),
      about(id, 'figures { metric(name: RECEIVED) { numerator } }'),
    );
    expect(data.theme.figures.metric.numerator).toBe(5);
    const { theme } = await does(officer(4), 'closeTheme', { themeId: id, reason: '已解决' }, all);
    expect(theme).toEqual({
      name: THEME.name,
      filter: { category: 'FINANCE' },
      closedAt: expect.any(String),
      closingReason: '已解决',
      history: [
        { kind: 'CLOSED', role: 'DEPUTY_AFFAIRS_OFFICER', reason: '已解决' },
        { kind: 'REVISED', role: 'UPPER_TENANT_ANALYST', reason: '改为财税' },
        { kind: 'OPENED', role: 'DEPUTY_AFFAIRS_OFFICER', reason: null },
      ],
    });
    expect(await does(officer(4), 'closeTheme', { themeId: id, reason: '再结束' })).toEqual({
      code: 'THEME_CLOSED',
    });
    expect(await does(officer(4), 'openTheme', THEME)).toEqual({
      theme: { id: expect.stringMatching(/^theme_/) },
    });
    expect(await does(officer(4), 'openTheme', THEME)).toEqual({ code: 'THEME_NAME_TAKEN' });
    const listed = await service.ask(
      officer(4),
      ofLocality(
        4,
        'all: themes { totalCount nodes { closedAt } } open: themes(state: OPEN) { totalCount } closed: themes(state: CLOSED, first: 1) { nodes { id } }',
      ),
    );
    expect(listed.data._entities[0]).toEqual({
      all: { totalCount: 2, nodes: [{ closedAt: null }, { closedAt: expect.any(String) }] },
      open: { totalCount: 1 },
      closed: { nodes: [{ id }] },
    });
  });

  test('is not opened by a county, nor with a filter that says nothing or is wrong', async () => {
    expect(await does(officer(411), 'openTheme', THEME)).toEqual({ code: 'THEME_NOBODY_BELOW' });
    const empty = { ...THEME, name: '空', filter: { year: 2024 } };
    expect(await does(officer(4), 'openTheme', empty)).toEqual({ code: 'THEME_WITHOUT_FIELD' });
    const wrong = {
      ...THEME,
      name: '错',
      filter: { category: 'ECOLOGY', from: '2024-05-01', to: '2024-04-01' },
    };
    await expect(does(officer(4), 'openTheme', wrong)).rejects.toThrow(/BAD_USER_INPUT/);
  });
});

describe('cases picked for a theme', () => {
  const PICKED = `casesPicked { count hidden list(first: 20) { totalCount nodes { id title caseNumber locality { id } } }
    table(first: 20) { rows text } } history { kind reason proposalId }`;
  let themeId: string;
  const adds = (proposalId: string, viewer = officer(4)) =>
    does(viewer, 'addCaseToTheme', { themeId, proposalId, reason: '典型' });
  const shown = async (viewer = officer(4)) => {
    const { data, errors } = await service.ask(viewer, about(themeId, PICKED));
    if (errors) throw new Error(JSON.stringify(errors));
    return data.theme;
  };
  const listed = (theme: { casesPicked: { list: { nodes: { id: string }[] } } }) =>
    theme.casesPicked.list.nodes.map(({ id }) => id).sort();
  const readings = async (tenant: number) => {
    const source = ofLocality(tenant, 'readings(first: 100) { totalCount nodes { cases { id } } }');
    const { data } = await service.ask(somebodyIn(tenant, 'TENANT_ADMIN'), source);
    return data._entities[0].readings;
  };

  beforeAll(async () => {
    await service.shared(411, 'METADATA');
    await service.shared(421, 'FULL');
    themeId = (await does(officer(4), 'openTheme', { ...THEME, name: '选入' })).theme.id;
  });

  test('are those that the viewer may list; any other is refused as one that does not exist', async () => {
    const never = publicId(411, 999_999);
    const refused = await Promise.all(
      [never, caseOf(412), caseOf(51), publicId(999, 1), publicId(4, 1), publicId(412, 1)].map((id) =>
        adds(id),
      ),
    );
    expect(new Set(refused.map((each) => JSON.stringify(each)))).toEqual(
      new Set([JSON.stringify({ code: 'THEME_CASE_NOT_FOUND' })]),
    );
    for (const proposalId of [caseOf(411), caseOf(421), caseOf(421, 4)])
      expect(await adds(proposalId)).toEqual({ theme: { id: themeId } });
    expect(await adds(caseOf(411))).toEqual({ code: 'THEME_CASE_PICKED' });
    expect(
      await does(officer(4), 'removeCaseFromTheme', { themeId, proposalId: caseOf(412), reason: '…' }),
    ).toEqual({
      code: 'THEME_CASE_NOT_PICKED',
    });
  });

  test('are listed as cases behind a figure are: titles where all is shared, and each reading noted', async () => {
    const before = await readings(411);
    const theme = await shown();
    expect(listed(theme)).toEqual([caseOf(411), caseOf(421), caseOf(421, 4)].sort());
    expect(theme.casesPicked).toMatchObject({
      count: 3,
      hidden: 0,
      list: { totalCount: 3 },
      table: { rows: 3 },
    });
    const titles = theme.casesPicked.list.nodes.map(({ id, title }: { id: string; title: string }) => [
      id,
      title,
    ]);
    expect(new Map(titles)).toEqual(
      new Map([
        [caseOf(411), null],
        [caseOf(421), 't'],
        [caseOf(421, 4), 't'],
      ]),
    );
    expect((await readings(411)).totalCount).toBe(before.totalCount + 2);
    expect((await readings(411)).nodes[0].cases).toEqual([{ id: caseOf(411) }]);
    expect(theme.history[0]).toEqual({ kind: 'CASE_ADDED', reason: '典型', proposalId: caseOf(421, 4) });
  });

  test('do not change the figures of the theme, and its cases under the filter are those of the figure', async () => {
    const { data } = await service.ask(
      officer(4),
      about(
        themeId,
        `figures { metric(name: RECEIVED) { numerator } }
        cases { count hidden list(first: 20) { nodes { id } } }`,
      ),
    );
    expect(data.theme.figures.metric.numerator).toBe(6);
    expect(data.theme.cases).toMatchObject({ count: 6, hidden: 2 });
    const under = [...[0, 1, 2].map((at) => caseOf(411, at)), caseOf(421)].sort();
    expect(data.theme.cases.list.nodes.map(({ id }: { id: string }) => id).sort()).toEqual(under);
  });

  test('of a locality that withdraws are counted and hidden at once, before anything has been folded', async () => {
    const noted = await readings(421);
    await service.database.say([
      { tenant: 421, type: 'locality.sharing_set', payload: { level: 'COUNTS', reason: '撤回' } },
    ]);
    const theme = await shown();
    expect(listed(theme)).toEqual([caseOf(411)]);
    expect(theme.casesPicked).toMatchObject({ count: 3, hidden: 2, table: { rows: 1 } });
    for (const hidden of [caseOf(421), caseOf(421, 4)]) expect(JSON.stringify(theme)).not.toContain(hidden);
    expect(await adds(caseOf(421, 1))).toEqual({ code: 'THEME_CASE_NOT_FOUND' });
    expect(await adds(caseOf(421))).toEqual({ code: 'THEME_CASE_NOT_FOUND' });
    await service.caughtUp();
    expect(listed(await shown())).toEqual([caseOf(411)]);
    expect((await readings(421)).totalCount).toBe(noted.totalCount);
  });

  test('asked with an old key after the withdrawal, nothing of it is shown either', async () => {
    await service.shared(412, 'METADATA');
    const input = { idempotencyKey: 'again', themeId, proposalId: caseOf(412), reason: '典型' };
    expect(await does(officer(4), 'addCaseToTheme', input)).toEqual({ theme: { id: themeId } });
    await service.shared(412, 'COUNTS');
    const again = await does(officer(4), 'addCaseToTheme', input, `theme { ${PICKED} }`);
    expect(listed(again.theme)).toEqual([caseOf(411)]);
    expect(JSON.stringify(again)).not.toContain(caseOf(412));
  });

  test('one that is hidden can be taken out, by whoever knows it', async () => {
    const input = { themeId, proposalId: caseOf(421), reason: '地方已撤回' };
    expect(await does(officer(4), 'removeCaseFromTheme', input)).toEqual({ theme: { id: themeId } });
    expect((await shown()).casesPicked).toMatchObject({ count: 3, hidden: 2 });
    expect((await shown()).history[0]).toEqual({
      kind: 'CASE_REMOVED',
      reason: '地方已撤回',
      proposalId: null,
    });
  });

  test('are seen by each role as far as it sees cases; an analyst sees none of the own locality', async () => {
    expect(listed(await shown(somebodyIn(4, 'UPPER_TENANT_ANALYST')))).toEqual([caseOf(411)]);
    expect((await shown(somebodyIn(4, 'EVALUATOR'))).casesPicked).toMatchObject({ count: 3, hidden: 3 });
  });

  test('go back into view with the locality’s word', async () => {
    await service.shared(421, 'METADATA');
    expect(listed(await shown())).toEqual([caseOf(411), caseOf(421, 4)].sort());
  });

  test('in the database: a row of a theme opens nothing', async () => {
    const planted = `INSERT INTO evaluation.theme_case SELECT 4, theme_id, 51, $1::uuid FROM evaluation.theme LIMIT 1`;
    const tenantsSeen = await service.database.app.transaction(
      { tenant: 4, tenants: [4], purpose: 'SHARED', actor: null },
      'write',
      async (tx) => {
        await tx.query(planted, [caseIdOf(11)]);
        return tx.query<{ tenant: number }>(
          'SELECT DISTINCT tenant_id AS tenant FROM evaluation.case_fact ORDER BY 1',
        );
      },
    );
    expect(tenantsSeen.map(({ tenant }) => tenant)).toEqual([411, 421]);
    expect(JSON.stringify(await shown())).not.toContain(caseOf(51));
  });
});

describe('the figures of a theme', () => {
  test.each([
    '{ category: ECOLOGY }',
    '{ category: ECOLOGY, year: 2024, kind: NPC_SUGGESTION }',
    '{ period: IN_SESSION, years: [2023, 2024], from: "2024-02-01", to: "2024-03-31" }',
    '{ system: COURT }',
    '{ category: FINANCE, keyOnly: true }',
  ])(
    'under %s are the very figures that the locality has under it, and tell no more of few ratings',
    async (filter) => {
      const all = `figures { list: rollup(by: [COUNTY, YEAR, PERIOD], metrics: [RECEIVED, REPLY_RATE, SATISFACTION_INCLUSIVE]) { nodes { items numerators } }
      replies: metric(name: REPLY_RATE) { numerator denominator display } satisfied: metric(name: SATISFACTION_INCLUSIVE) { numerator reason }
      outcomes { outcomes count } coverage { expected reporting } cases(of: RECEIVED) { count hidden } }`;
      const opened = await service.ask(
        officer(4),
        `mutation { openTheme(input: { idempotencyKey: "of ${filter.replaceAll('"', '')}", name: "如${filter.replaceAll('"', '')}", description: "…", filter: ${filter} }) {
        ... on OpenThemeSuccess { theme { ${all} } } } }`,
      );
      const asked = await service.ask(
        officer(4),
        ofLocality(4, all.replace('figures', `figures(filter: ${filter})`)),
      );
      const { figures } = opened.data.openTheme.theme;
      expect(figures).toEqual(asked.data._entities[0].figures);
      if (filter.includes('ECOLOGY'))
        expect(figures.satisfied).toMatchObject({
          numerator: null,
          reason: expect.stringMatching('小数保护'),
        });
    },
  );
});
