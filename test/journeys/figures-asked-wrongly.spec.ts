import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { statementsOf } from '../bench/statements.js';
import { type Deployment, deploy } from '../kit/deployment.js';
import type { Person } from '../kit/person.js';
import { type Heard, hear } from './bad-input/question.js';
import { Case } from './story/case.js';
import { type Cast, castOf } from './story/cast.js';
import { caughtUp } from './story/figures.js';
import { on } from './story/moments.js';

const CODE = '901001';
const YEAR = 2025;

/** An installation of its own, with enough counties to ask too much of, whose statements are counted. */
describe('figures asked wrongly', () => {
  let deployment: Deployment;
  let cast: Cast;
  let province: Person;

  beforeAll(async () => {
    deployment = await deploy({ counties: 2, crowd: 12, neighbour: true, only: ['changning', 'nation'] });
    cast = await castOf({ ...deployment, takeCounty: () => CODE }, CODE);
    province = await deployment.as('900000.upper-tenant-analyst');
    const [head] = cast.heads;
    const one = await Case.drafted(cast, on(`${YEAR}-01-10`));
    await one.handedOver([{ head, role: 'SOLE' }], on(`${YEAR}-02-10`));
    const reply = await one.answered(head, 'A', on(`${YEAR}-03-05`));
    await one.rate(reply, 'SATISFIED', on(`${YEAR}-03-20`));
    await caughtUp(cast.office, CODE);
    await caughtUp(province, '900000');
  }, 400_000);

  afterAll(() => deployment?.stop(), 60_000);

  const figures = (code: string, filter: string, selection: string): string =>
    `{ locality(code: "${code}") { figures(filter: { ${filter} }) { ${selection} } } }`;

  const RECEIVED = 'metric(name: RECEIVED) { numerator }';
  const asked = (filter: string, selection = RECEIVED): Promise<Heard> =>
    hear(cast.office, figures(CODE, filter, selection));
  const wrong = async (answer: Promise<Heard>): Promise<string> => {
    const { codes, messages } = await answer;
    expect(codes).toEqual(['BAD_USER_INPUT']);
    return messages.join();
  };

  test('a range that ends before it starts is refused, with both days', async () => {
    expect(await wrong(asked('from: "2025-02-01", to: "2025-01-31"'))).toMatch(
      /截止日期 2025-01-31 早于起始日期 2025-02-01/,
    );
  });

  test('fifty dimensions are refused, with how many there may be', async () => {
    const by = Array.from({ length: 50 }, () => 'YEAR');
    expect(await wrong(asked('', `rollup(by: [${by}], metrics: [RECEIVED]) { totalCount }`))).toMatch(
      /1 到 4 个互不相同的维度.*50/,
    );
  });

  test('a metric the axis does not have is null with a reason, beside the axes that are rated on', async () => {
    const of = (axis: string) =>
      `${axis}: metric(name: SATISFACTION_STRICT, axis: ${axis}) { numerator denominator value display reason }`;
    const { data, codes } = await asked(`year: ${YEAR}`, ['RESULT', 'OVERALL'].map(of).join(' '));
    expect(codes).toEqual([]);
    expect(data).toMatchObject({
      locality: {
        figures: {
          RESULT: { numerator: 1, denominator: 1, display: '100.0%', reason: null },
          OVERALL: {
            ...{ numerator: 0, denominator: 0, value: null, display: null },
            reason: expect.stringMatching(/分母为零.*denominator is empty/),
          },
        },
      },
    });
  });

  test('a locality not below the caller: one above is not granted, another is not there', async () => {
    const shape = async (code: string) => {
      const { codes, data } = await hear(cast.office, figures(code, '', RECEIVED));
      return [codes, data];
    };
    for (const above of ['901000', '900000', '100000'])
      expect([above, ...(await shape(above))]).toEqual([above, ['NOT_GRANTED'], { locality: null }]);
    for (const elsewhere of ['901002', '902001', '999999'])
      expect([elsewhere, ...(await shape(elsewhere))]).toEqual([elsewhere, [], { locality: null }]);
  });

  test.each([
    ['asOf', '统计时点'],
    ['knownAt', '知悉时点'],
  ])('an %s in the future is refused, of a locality and of a unit', async (name, term) => {
    const filter = `${name}: "2999-01-01T00:00:00.000Z"`;
    expect(await wrong(asked(filter))).toMatch(new RegExp(`${term}.*晚于现在`));
    const [{ unitId }] = cast.heads;
    const ofUnit = `{ unit(id: "${unitId}") { figures(filter: { ${filter} }) { ${RECEIVED} } } }`;
    expect(await wrong(hear(cast.office, ofUnit))).toMatch(new RegExp(`${term}.*晚于现在`));
  });

  test('a year without data gives null with a reason, in figures, rows and days', async () => {
    const selection = `rate: metric(name: REPLY_RATE) { numerator value display reason }
      yearOnYear(name: REPLY_RATE) { difference display reason }
      handlingDays { items median within reason }
      rollup(by: [KIND], metrics: [REPLY_RATE]) { totalCount }
      months: rollup(by: [COUNTY], metrics: [REPLY_RATE]) { nodes { displays handlingDays { median reason } figures { figure { value reason } } } }
      coverage { expected reporting missing { code } }`;
    const { data, codes } = await asked('year: 2001', selection);
    expect(codes).toEqual([]);
    const empty = expect.stringMatching(/分母为零/);
    expect(data).toEqual({
      locality: {
        figures: {
          rate: { numerator: 0, value: null, display: null, reason: empty },
          yearOnYear: { difference: null, display: null, reason: expect.stringMatching(/\p{Script=Han}/u) },
          handlingDays: { items: 0, median: null, within: null, reason: empty },
          rollup: { totalCount: 0 },
          months: {
            nodes: [
              {
                displays: [null],
                handlingDays: { median: null, reason: empty },
                figures: [{ figure: { value: null, reason: empty } }],
              },
            ],
          },
          coverage: { expected: 1, reporting: 0, missing: [{ code: CODE }] },
        },
      },
    });
  });

  describe('a query too dear', () => {
    const COUNTED = /\bevaluation\.(?:cell|case_fact|assignment_fact)\b/;
    const rows = (by: string, nodes: string, filter = ''): string =>
      figures(
        '900000',
        filter,
        `rollup(by: [${by}], metrics: [REPLY_RATE]) { totalCount nodes { ownOnly ${nodes} } }`,
      );

    let database: pg.Client;
    beforeAll(async () => {
      const { databaseUrl } = await deployment.installation();
      database = new pg.Client({ connectionString: databaseUrl });
      await database.connect();
    });
    afterAll(() => database?.end());

    /** What the service that counts sent to its database while somebody asked, of facts and sums. */
    async function counting(query: string): Promise<{ answer: Heard; counted: readonly string[] }> {
      let answer: Heard | undefined;
      const statements = await statementsOf(database, deployment.dataFolder, async () => {
        answer = await hear(province, query);
      });
      const sent = statements.get('evaluation') ?? [];
      expect(sent.length).toBeGreaterThan(0);
      return { answer: answer as Heard, counted: sent.filter((sql) => COUNTED.test(sql)) };
    }

    test('is refused with its price before it runs: nothing was counted', async () => {
      const { answer, counted } = await counting(rows('YEAR, MONTH, CATEGORY, TIER', ''));
      expect(answer.codes).toEqual(['TOO_EXPENSIVE']);
      // Localities below the province, by six classes, ten years, 24 months, ten categories, eight tiers.
      const [, cost, limit] = /预计开销为 (\d+),上限为 (\d+)/.exec(answer.messages.join()) ?? [];
      expect([Number(cost) % (6 * 10 * 24 * 10 * 8), Number(cost) > Number(limit)]).toEqual([0, true]);
      expect(counted).toEqual([]);
      expect(answer.data).toEqual({ locality: null });
    });

    test('asked for less it is counted: the watch over statements is awake', async () => {
      // By days it is counted from facts each time; sums that were read may stand.
      const { answer, counted } = await counting(rows('YEAR', '', 'from: "2025-01-01"'));
      expect([answer.codes, counted.length > 0]).toEqual([[], true]);
    });

    test('days of every row are part of the price', async () => {
      // Nineteen rows, ten years, 24 months, ten categories, thirty days.
      const by = 'COUNTY, YEAR, MONTH, CATEGORY';
      const alone = await hear(province, rows(by, ''));
      expect(alone.codes).toEqual([]);
      const { answer, counted } = await counting(rows(by, 'handlingDays { median }'));
      expect(answer.codes).toEqual(['TOO_EXPENSIVE']);
      expect(counted.filter((sql) => sql.includes('replied_on - handed_over_on'))).toEqual([]);
    });
  });
});
