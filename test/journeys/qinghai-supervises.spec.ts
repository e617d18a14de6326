import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Case, must } from './story/case.js';
import type { Cast } from './story/cast.js';
import { on } from './story/moments.js';
import { givenTo, type Intake, visit } from './story/place.js';
import { cases, choice, day, enter, people, recordsOf } from './story/records.js';

/* 青海 Qinghai: “大督办”, meetings, rules, and what the public is told. */

const CODE = '630000';
const INTAKE: Intake = {
  before: { 'pre-delegation': 'pre-reviewer', 'post-delegation': 'pre-reviewer' },
  reviewers: { delegation: 'delegation-reviewer', 'motions-group': 'motions-group-reviewer' },
  year: 2022,
  when: on('2022-01-20'),
};

describe('青海 Qinghai supervises: from the top leaders to the units themselves', () => {
  let cast: Cast;
  let one: Case;

  beforeAll(async () => {
    cast = await visit(CODE);
    const unit = { head: cast.heads[0], role: 'SOLE' } as const;
    one = await givenTo(cast, '关于发展藏羊产业的建议', unit, INTAKE, { disclosureConsent: 'FULL' });
  }, 180_000);

  test('QH-04: opinions, assessment on trial and standard of replies are kept as rule documents', async () => {
    const rules = {
      关于进一步提高代表建议提出和办理质量的意见: 'IN_FORCE',
      '青海省人大代表建议办理工作评价办法（试行）': 'TRIAL',
      代表建议答复工作规范: 'IN_FORCE',
    };
    for (const [title, status] of Object.entries(rules))
      await enter(cast.office, {
        record: 'rule-document',
        values: { title, status: choice(status) },
        ...on('2022-01-05'),
      });
    const kept = await recordsOf(cast.office, CODE, ['rule-document']);
    const statuses = kept.map(
      ({ values }) => values.find(({ field }: { field: string }) => field === 'status').choice,
    );
    expect(statuses.sort()).toEqual(['IN_FORCE', 'IN_FORCE', 'TRIAL']);
  });

  test('QH-05 QH-21: four kinds of meetings, and one with deputies on the reply', async () => {
    const titles = {
      WORK: '全省人大代表工作会议',
      FORUM: '代表建议工作座谈会',
      HANDOVER: '代表建议交办会',
      PROGRESS: '代表建议工作推进会',
    };
    for (const [kind, title] of Object.entries(titles))
      await enter(cast.office, {
        record: 'meeting',
        values: { kind: choice(kind), title },
        ...on('2022-02-10'),
      });
    const participants = people(one.lead, { name: '省长' });
    const reply = {
      kind: choice('REPLY'),
      title: '人大代表建议办复工作见面会',
      participants,
      cases: cases(one.id),
    };
    await enter(cast.government, { record: 'meeting', values: reply, ...on('2022-05-10') });
    const held = await recordsOf(cast.office, CODE, ['meeting']);
    expect(held).toHaveLength(5);
    expect(held[0].values).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: 'cases', proposals: [{ title: '关于发展藏羊产业的建议' }] }),
      ]),
    );
  });

  test('QH-06: seven tiers: each has its person or body and its part in the same case', async () => {
    const tiers: [tier: string, duty: string, holder: object][] = [
      ['TOP_LEADER', 'SUPERVISION', { name: '省委书记' }],
      ['CONGRESS_LEADER', 'SUPERVISION', { name: '省人大常委会副主任' }],
      ['GOV_LEADER', 'LEAD_HANDLING', { name: '副省长' }],
      ['SPECIAL_COMMITTEE', 'SUPERVISION', { organ: 'agriculture' }],
      ['STANDING_MEMBER', 'SUPERVISION', { name: '常委会委员' }],
      ['DEPUTY', 'SUPERVISION', { name: one.lead.name, mandateId: one.lead.mandateId }],
      ['UNIT_INTERNAL', 'EXECUTION', { name: '厅办公室' }],
    ];
    for (const [tier, duty, holder] of tiers)
      await one.do(cast.office, 'assignDuty', { tier, duty, ...holder, ...on('2022-02-20') });
    const { duties } = await one.show('duties { tier duty holderName }');
    expect(duties.map(({ tier, duty }: { tier: string; duty: string }) => [tier, duty])).toEqual(
      tiers.map(([tier, duty]) => [tier, duty]),
    );
  });

  test("QH-23: supervised items stand on the year's list of key work, and the inspection office follows", async () => {
    const values = { list: '省政府 2022 年度重点工作项目', inspector: '省委督查室' };
    const listed = await enter(cast.government, {
      record: 'yearly-key-work',
      proposalId: one.id,
      values,
      ...on('2022-03-01'),
    });
    const inspector = await cast.county.as('evaluator');
    await must(inspector, 'answerRecord', { recordId: listed.id, text: '已开展督查', ...on('2022-04-20') });
    const [shown] = await recordsOf(cast.office, CODE, ['yearly-key-work']);
    expect(shown.answer).toEqual({ text: '已开展督查', late: false });
  });

  test("QH-24 QH-33: early and on site, with the deputies, as part of a group's activity or an inspection", async () => {
    const committee = await cast.county.as('committee-supervisor-2');
    const values = {
      place: '刚察县牧场',
      participants: people(one.lead),
      findings: '棚圈已建',
      reference: '农牧业代表专业小组活动',
    };
    await enter(committee, {
      record: 'on-site-supervision',
      proposalId: one.id,
      values,
      ...on('2022-03-10'),
    });
    const { records } = await one.show('records { kind canonical at }', one.lead);
    expect(records).toEqual(
      expect.arrayContaining([
        { kind: 'on-site-supervision', canonical: 'ON_SITE_SUPERVISION', at: on('2022-03-10').occurredAt },
      ]),
    );
  });

  test('QH-26: what many care about the unit puts on its own list of key items', async () => {
    const assignmentId = await one.assignmentOf(cast.heads[0]);
    const values = { reason: choice('HIGH_ATTENTION'), deadline: day('2022-04-10'), supervisor: '厅办公室' };
    await enter(cast.heads[0], {
      record: 'internal-supervision',
      proposalId: one.id,
      assignmentId,
      values,
      ...on('2022-03-02'),
    });
    const [shown] = await recordsOf(cast.heads[0], CODE, ['internal-supervision']);
    expect(shown.unit.id).toBe(cast.heads[0].unitId);
  });

  test('QH-12: suggestion and reply are disclosed as the deputy allowed, and a press conference is held', async () => {
    const values = { title: '代表建议办理情况新闻发布会', cases: cases(one.id) };
    await enter(cast.office, { record: 'press-conference', values, ...on('2022-11-10') });
    const unit = cast.heads[0];
    if ((await one.show('repliedAt')).repliedAt === null) {
      await one.acknowledge(unit, on('2022-10-10'));
      await one.contact(unit, 'BEFORE', on('2022-10-11'));
      await one.reply(unit, 'A', { disclosure: 'PROACTIVE', ...on('2022-10-12') });
    }
    const disclosed = await one.show('disclosureConsent replies { letter { disclosure } }');
    expect(disclosed).toMatchObject({
      disclosureConsent: 'FULL',
      replies: [{ letter: { disclosure: 'PROACTIVE' } }],
    });
    const [shown] = await recordsOf(cast.deputies[2], CODE, ['press-conference']);
    const listed = shown.values.find(({ field }: { field: string }) => field === 'cases');
    expect(listed.proposals).toEqual([{ title: '关于发展藏羊产业的建议' }]);
  });
});
