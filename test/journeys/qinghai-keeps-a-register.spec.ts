import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Case, must } from './story/case.js';
import type { Cast } from './story/cast.js';
import { caughtUp, figuresOf } from './story/figures.js';
import { on } from './story/moments.js';
import { givenTo, type Intake, visit } from './story/place.js';
import { choice, enter } from './story/records.js';

/* 青海 Qinghai: 挂号销号、累进式滚动办理、届终基本清零, from the fourth session of the thirteenth congress to the end of its term. */

const CODE = '630000';
const INTAKE: Intake = {
  before: { 'pre-delegation': 'pre-reviewer', 'post-delegation': 'pre-reviewer' },
  reviewers: { delegation: 'delegation-reviewer', 'motions-group': 'motions-group-reviewer' },
  year: 2020,
  when: on('2020-01-17'),
};
const OPEN = `query ($code: String!, $open: Boolean) { locality(code: $code) {
  trackingEntries(filter: { open: $open }, first: 20) { totalCount nodes { registerNumber originYear year yearsCarried unit { id } due { date } proposal { title } } } } }`;

describe('青海 Qinghai keeps a register of what was promised, until the term ends', () => {
  let cast: Cast;
  const cases: Record<string, Case> = {};

  beforeAll(async () => {
    cast = await visit(CODE);
  }, 180_000);

  /** Handed over in January 2020, answered in spring, and closed. */
  const answered = async (title: string, at: number, local: string, tier?: string) => {
    const head = cast.heads[at] ?? cast.heads[0];
    const one = await givenTo(cast, title, { head, role: 'SOLE' }, INTAKE);
    if (tier) await one.do(cast.office, 'designateKey', { tier, ...on('2020-02-20') });
    const replyId = await one.answered(head, local, on('2020-04-10'));
    await one.confirm(head, local, on('2020-04-13'));
    await one.rate(replyId, 'SATISFIED', on('2020-04-15'));
    await one.close(on('2020-04-20'));
    cases[title] = one;
    return one;
  };
  const register = async (open?: boolean) =>
    (await cast.office.get(OPEN, { code: CODE, open: open ?? null })).locality.trackingEntries;
  const entryOf = async (title: string) => (await (cases[title] as Case).entries())[0].id;
  const rolled = async (title: string, toYear: number, day: string) =>
    must(cast.office, 'rollOverEntry', { entryId: await entryOf(title), toYear, ...on(day) });

  test('QH-01 QH-03: put forward, handed over, handled, supervised and rated: each step has its time, and the answer came within the legal limit', async () => {
    const one = await answered('关于发展牦牛特色产业的建议', 0, 'A', 'TOP_LEADER');
    const steps = 'submittedAt handedOverAt repliedAt closedAt satisfiedAt solvedAt keyDesignations { at }';
    const shown = await one.show(`${steps} assignments { onTime due { rule date } }`);
    expect(shown).toMatchObject({
      submittedAt: on('2020-01-17').occurredAt,
      handedOverAt: on('2020-01-17').occurredAt,
      repliedAt: on('2020-04-10').occurredAt,
      satisfiedAt: on('2020-04-15').occurredAt,
      closedAt: on('2020-04-20').occurredAt,
      keyDesignations: [{ at: on('2020-02-20').occurredAt }],
      assignments: [{ onTime: true, due: { rule: 'reply', date: '2020-04-17' } }],
    });
  });

  test('QH-08: what is answered as B goes on the register, and is struck off with evidence and confirmation', async () => {
    await answered('关于乡村医生养老政策的建议', 1, 'B');
    await answered('关于黄河流域荒漠化治理的建议', 2, 'B');
    await answered('关于残疾人康复服务的建议', 3, 'B');
    const { nodes, totalCount } = await register(true);
    expect(totalCount).toBe(3);
    const numbers = nodes.map(({ registerNumber }: { registerNumber: string }) => registerNumber);
    expect(numbers.sort()).toEqual(['2020-0001', '2020-0002', '2020-0003']);
    expect(nodes[0]).toMatchObject({ originYear: 2020, yearsCarried: 0, due: { date: '2021-04-13' } });
    const entryId = await entryOf('关于残疾人康复服务的建议');
    const unit = cast.heads[3];
    const strike = { entryId, ...on('2020-11-20') };
    expect((await cast.office.do('strikeOffEntry', strike)).code).toBe('ENTRY_NOT_CONFIRMED');
    expect((await unit.do('claimDone', { entryId, text: '已办', evidence: [] })).code).toBe(
      'EVIDENCE_REQUIRED',
    );
    const done = { entryId, text: '康复站已建成', evidence: [{ title: '验收单' }], ...on('2020-11-10') };
    await must(unit, 'claimDone', done);
    await must(cast.deputies[0], 'confirmDone', { entryId, ...on('2020-11-15') });
    const { entry } = await must(cast.office, 'strikeOffEntry', strike, 'entry { phase struckOffAt }');
    expect(entry).toEqual({ phase: 'STRUCK_OFF', struckOffAt: on('2020-11-20').occurredAt });
  });

  test('QH-09: what is open at the end of a year is carried into the next, and keeps the year it began in', async () => {
    const titles = ['关于乡村医生养老政策的建议', '关于黄河流域荒漠化治理的建议'];
    for (const title of titles) await rolled(title, 2021, '2020-12-30');
    for (const title of titles) await rolled(title, 2022, '2021-12-30');
    const { nodes } = await register(true);
    for (const node of nodes) expect(node).toMatchObject({ originYear: 2020, year: 2022, yearsCarried: 2 });
    const entryId = await entryOf('关于乡村医生养老政策的建议');
    await must(cast.government, 'rehandEntry', { entryId, ...on('2022-02-15') });
    const one = cases[titles[0] as string] as Case;
    const replyId = await one.answered(cast.heads[1], 'A', on('2022-04-11'));
    await one.confirm(cast.heads[1], 'A', on('2022-04-12'));
    await one.rate(replyId, 'SATISFIED', on('2022-04-13'));
    await one.close(on('2022-04-14'));
    const evidence = [{ title: '养老补助文件' }];
    await must(cast.heads[1], 'claimDone', { entryId, text: '政策已出台', evidence, ...on('2022-05-10') });
    await must(one.lead, 'confirmDone', { entryId, ...on('2022-05-11') });
    await must(cast.office, 'strikeOffEntry', { entryId, ...on('2022-05-12') });
  });

  test('QH-10: at the end of the term the register says what is cleared and what is still open', async () => {
    await caughtUp(cast.office, CODE);
    const at = async (day: string) => {
      const figures = await figuresOf(cast.office, CODE, ['OPEN_TRACKED', 'STRIKE_OFF_RATE'], {
        year: 2020,
        asOf: on(day).occurredAt,
      });
      const { OPEN_TRACKED, STRIKE_OFF_RATE } = figures;
      return [OPEN_TRACKED?.numerator, STRIKE_OFF_RATE?.numerator, STRIKE_OFF_RATE?.denominator];
    };
    expect(await at('2020-12-31')).toEqual([2, 1, 3]);
    expect(await at('2021-12-31')).toEqual([2, 1, 3]);
    expect(await at('2022-12-31')).toEqual([1, 2, 3]);
    const { nodes } = await register(true);
    expect(nodes).toMatchObject([
      { originYear: 2020, yearsCarried: 2, proposal: { title: '关于黄河流域荒漠化治理的建议' } },
    ]);
  });

  test("QH-22 QH-25: the leaders' items were all closed as A, whatever the others were", async () => {
    const query = `query ($code: String!, $filter: FigureFilter!) { locality(code: $code) {
      figures(filter: $filter) { outcomes { localClass count share { numerator denominator } } } } }`;
    const outcomes = async (filter: object) =>
      (await cast.office.get(query, { code: CODE, filter: { year: 2020, ...filter } })).locality.figures
        .outcomes;
    const all = await outcomes({});
    const a = (list: typeof all) => list.find((one: { localClass: string }) => one.localClass === 'A');
    expect(a(await outcomes({ keyOnly: true })).share).toEqual({ numerator: 1, denominator: 1 });
    expect(a(all).share).toMatchObject({ denominator: 4 });
    expect(a(all).share.numerator).toBeLessThan(4);
    const led = `query ($code: String!) { locality(code: $code) {
      proposals(filter: { keyTiers: ["TOP_LEADER"] }) { nodes { currentClass closedAt repliedAt } } } }`;
    const { proposals } = (await cast.office.get(led, { code: CODE })).locality;
    expect(proposals.nodes).toEqual([
      { currentClass: 'A', closedAt: on('2020-04-20').occurredAt, repliedAt: on('2020-04-10').occurredAt },
    ]);
  });

  test('QH-31: the rates of what is solved, and of what became something lasting, rise step by step', async () => {
    const key = cases.关于发展牦牛特色产业的建议 as Case;
    const values = { kind: choice('POLICY'), title: '牦牛产业扶持办法' };
    await enter(cast.office, { record: 'conversion', proposalId: key.id, values, ...on('2020-09-01') });
    await caughtUp(cast.office, CODE);
    const at = async (day: string, filter: object = {}) => {
      const when = { year: 2020, asOf: on(day).occurredAt, ...filter };
      const told = await figuresOf(cast.office, CODE, ['SOLVED_RATE', 'CONVERSION_RATE'], when);
      return ['SOLVED_RATE', 'CONVERSION_RATE'].map(
        (name) => `${told[name]?.numerator}/${told[name]?.denominator}`,
      );
    };
    expect(await at('2020-06-30')).toEqual(['1/4', '0/4']);
    expect(await at('2020-12-31')).toEqual(['2/4', '1/4']);
    expect(await at('2022-12-31')).toEqual(['3/4', '1/4']);
    expect(await at('2020-12-31', { keyOnly: true })).toEqual(['1/1', '1/1']);
  });
});
