import { describe, expect, test } from '@jest/globals';
import type { GuardRequirement } from '../process/guard.js';
import type { Process } from '../process/process.js';
import { PEOPLE, PERSON, UNITS } from '../testing/people.js';
import { baseProcess } from '../testing/process-files.kit.js';
import { contactOn, PARTICIPANTS, replyOn, Story } from '../testing/story.js';
import {
  withFiling,
  withFive,
  withFourElements,
  withGuard,
  withLoads,
  withPlans,
  withStationReply,
} from '../testing/strict-process.js';
import type { Command } from './commands.js';

const base = baseProcess();
const { government, transport } = PEOPLE;
const told = (change: (base: Process) => Process = (same) => same) => new Story(change(base));
const given = (field: string, value: string, personId: string | null = null) => ({ field, value, personId });

describe('who is responsible', () => {
  test('CT-08 HY-01 QH-29 the chain from the head to the handler, with the people who are known', () => {
    const story = told().acknowledged();
    const { assignmentId } = story.assignment();
    const fields = [
      given('head', '王局长', PERSON),
      given('deputy-head', '李副局长'),
      given('section', '规划科'),
      given('handler', '张科员'),
    ];
    story.does(transport, { kind: 'responsible.name', assignmentId, fields });
    expect(story.assignment().responsible).toMatchObject({ fields, deadline: null });
  });

  test('CT-09 五定 and QH-28 the unit’s own deadline inside the one it was given', () => {
    const story = told(withFive).acknowledged();
    const { assignmentId } = story.assignment();
    const fields = (deadline: string) => [
      given('leader', '李副局长'),
      given('section', '规划科'),
      given('standard', '一次办结'),
      given('deadline', deadline),
      given('supervisor', '办公室主任'),
    ];
    const name = (deadline: string): Command => ({
      kind: 'responsible.name',
      assignmentId,
      fields: fields(deadline),
    });
    expect(story.refuses(transport, name('2026-04-13'))).toBe('FIELD_VALUE_INVALID');
    expect(story.refuses(transport, name('2026-01-12'))).toBe('FIELD_VALUE_INVALID');
    story.does(transport, name('2026-03-31'));
    expect(story.assignment().responsible?.deadline?.date).toBe('2026-03-31');
  });

  test('CT-05 the head reads and signs, again when there is more to read', () => {
    const story = told(withGuard({ kind: 'HEAD_SIGNED' })).acknowledged();
    const { assignmentId } = story.assignment();
    expect(story.refuses(transport, replyOn(assignmentId))).toBe('HEAD_NOT_SIGNED');
    story.does(transport, { kind: 'assignment.sign_read', assignmentId, note: '请规划科阅办。' });
    expect(story.refuses(transport, replyOn(assignmentId))).toBeNull();
  });

  test('CT-17 tracked: what was filed and is not solved goes on the register, whatever its class', () => {
    const also = { filed: { label: { zh: '备案件', en: 'Filed' }, when: 'assignment.filed' } };
    const confirmed = (file: boolean) => {
      const process = {
        ...base,
        filing: { by: ['GOV_HANDOVER_OFFICER'] },
        tracking: { ...base.tracking, also },
      };
      const story = new Story(process).contacted().at('2026-01-21');
      const { assignmentId } = story.assignment();
      if (file)
        story.does(PEOPLE.government, { kind: 'assignment.file', assignmentId, reason: '需上级批准' });
      story.at('2026-03-02').does(PEOPLE.transport, replyOn(assignmentId, { claimedClass: 'C' }));
      const confirm = { kind: 'class.confirm', assignmentId, class: 'C' } as const;
      return story.at('2026-03-03').does(PEOPLE.congress, confirm).state.entries.length;
    };
    expect([confirmed(true), confirmed(false)]).toEqual([1, 0]);
  });

  test('CT-17 filed for record: looked at again, its reply owed all the same', () => {
    const story = told(withFiling).acknowledged();
    const { assignmentId } = story.assignment();
    story.does(government, { kind: 'assignment.file', assignmentId, reason: '须上级立项。' });
    expect(story.assignment()).toMatchObject({
      phase: 'ACKNOWLEDGED',
      due: { date: '2026-04-12' },
      filing: { reason: '须上级立项。', reviewBy: { date: '2026-07-13' } },
    });
  });
});

describe('plans', () => {
  const set = (story: Story, also: object): Command =>
    ({
      kind: 'plan.set',
      assignmentId: story.assignment().assignmentId,
      planKind: 'THIS_YEAR',
      ...also,
    }) as Command;
  const FOUR = [
    given('who', '规划科'),
    given('how', '增设站点'),
    given('by', '2026-09-30'),
    given('effect', '步行五分钟可达'),
  ];

  test.each(['who', 'how', 'by', 'effect'])('CA-08 a plan without "%s" is refused', (left) => {
    const story = told(withFourElements).acknowledged();
    const fields = FOUR.filter(({ field }) => field !== left);
    expect(story.refuses(transport, set(story, { fields }))).toBe('FIELD_MISSING');
  });

  test('LN-20 倒排时间: milestones are counted back from the end', () => {
    const story = told(withFourElements).acknowledged();
    story.does(transport, set(story, { fields: FOUR }));
    const { plan } = story.assignment();
    expect(plan?.milestones.map(({ title, due }) => [title, due.date])).toEqual([
      ['现场勘查', '2026-07-30'],
      ['开工', '2026-08-30'],
    ]);
  });

  test('LN-20 what is planned for later may end in another year; this year’s may not', () => {
    const story = told().acknowledged();
    const fields = [given('by', '2027-03-31')];
    expect(story.refuses(transport, set(story, { fields }))).toBe('FIELD_VALUE_INVALID');
    expect(story.refuses(transport, set(story, { fields, planKind: 'PLANNED' }))).toBeNull();
  });

  test('a changed plan keeps what was reached', () => {
    const story = told().acknowledged();
    const milestones = [
      { title: '勘查', dueOn: '2026-02-01' },
      { title: '施工', dueOn: '2026-06-01' },
    ];
    story.does(transport, set(story, { fields: [], milestones }));
    const { assignmentId, plan } = story.assignment();
    story.does(transport, {
      kind: 'milestone.complete',
      assignmentId,
      milestoneId: plan?.milestones[0]?.milestoneId ?? '',
      evidence: [{ title: '勘查记录', reference: null }],
    });
    const later = milestones.map((one) => ({ ...one, dueOn: '2026-07-01' }));
    story.does(transport, set(story, { fields: [], milestones: later }));
    expect(story.assignment().plan).toMatchObject({
      version: 2,
      milestones: [
        { title: '勘查', doneAt: expect.any(String), due: { date: '2026-07-01' } },
        { title: '施工', doneAt: null },
      ],
    });
  });

  test('CA-07 a plan is open to the proposer, where the locality says so', () => {
    const openness = [true, false].map((openToProposer) => {
      const story = told(withPlans({ openToProposer })).acknowledged();
      story.does(transport, set(story, { fields: [] }));
      return story.assignment().plan?.openToProposer;
    });
    expect(openness).toEqual([true, false]);
  });

  test('QH-30 progress is reported on the way, also after the reply', () => {
    const story = told().replied('B');
    const { assignmentId } = story.assignment();
    story.does(transport, { kind: 'progress.report', assignmentId, text: '已完成勘查。' });
    expect(story.assignment().progressReports.map(({ text }) => text)).toEqual(['已完成勘查。']);
  });
});

describe('contacts', () => {
  const [proposer] = PARTICIPANTS;
  const somebody = (role: string) => ({ role, name: '某人', personId: null, mandateId: null });
  const ALL = {
    phase: 'AT_REPLY',
    channel: 'STATION',
    place: 'STATION',
    placeName: '金家岭街道代表联络站',
    proposerOpinion: '满意,请尽快实施。',
    participants: [proposer, somebody('UNIT_DEPUTY_HEAD'), somebody('STREET_COMMITTEE')],
  };
  const lacking = (also: object) => {
    const story = told(withStationReply).acknowledged();
    const { assignmentId } = story.assignment();
    story.does(transport, contactOn(assignmentId, { ...ALL, ...also }));
    const outcome = story.decide(transport, replyOn(assignmentId));
    return outcome.accepted ? null : outcome.params.lacksZh;
  };

  test.each<[string, object, string | null]>([
    ['a deputy head in a station, the street committee there, the opinion on record', {}, null],
    [
      'T18 a section head in the office',
      { place: 'OFFICE', participants: [proposer, somebody('SECTION_HEAD'), somebody('STREET_COMMITTEE')] },
      '应由单位主要负责人或单位分管负责人参加、地点应为代表联络家站点',
    ],
    [
      'without the street committee',
      { participants: [proposer, somebody('UNIT_HEAD')] },
      '应有街道人大工委参加',
    ],
    ['without the opinion', { proposerOpinion: null }, '应记录提出人意见'],
  ])('LN-16 at the reply: %s', (_, also, lacks) => expect(lacking(also)).toBe(lacks));

  test('QH-27 interested parties take part', () => {
    const story = told().acknowledged();
    const participants = [...PARTICIPANTS, somebody('STAKEHOLDER')];
    story.does(transport, contactOn(story.assignment().assignmentId, { participants }));
    expect(story.state.contacts[0]?.participants).toHaveLength(3);
  });

  test.each<[string, string, Partial<GuardRequirement>]>([
    ['LC-11 先会商、后办理', 'plan.set', { kind: 'CONTACT', phase: 'BEFORE', min: 1 }],
    [
      'LC-11 先调研、后答复',
      'reply.issue',
      { kind: 'CONTACT', phase: 'DURING', min: 1, places: ['ON_SITE'] },
    ],
    ['LC-11 先征询、后行文', 'reply.issue', { kind: 'CONTACT', phase: 'DURING', min: 1, opinion: true }],
  ])('%s', (_, before, require) => {
    const story = told(withGuard(require, before)).acknowledged();
    const { assignmentId } = story.assignment();
    const step: Command =
      before === 'plan.set'
        ? { kind: 'plan.set', assignmentId, planKind: 'PLANNED', fields: [] }
        : replyOn(assignmentId);
    const held = require as { phase: string };
    expect(story.refuses(transport, step)).toBe('CONTACT_MISSING');
    const contact = { phase: held.phase, place: 'ON_SITE', proposerOpinion: '同意。' };
    story.does(transport, contactOn(assignmentId, contact));
    expect(story.refuses(transport, step)).toBeNull();
  });

  test('LN-14 LN-15 where phases follow one another, each waits for the one before', () => {
    const story = told((same) => ({ ...same, contacts: { ...same.contacts, inOrder: true } })).acknowledged();
    const { assignmentId } = story.assignment();
    const contact = (phase: string) => contactOn(assignmentId, { phase });
    expect(story.refuses(transport, contact('DURING'))).toBe('CONTACT_MISSING');
    story.does(transport, contact('BEFORE'));
    expect(story.refuses(transport, contact('AT_REPLY'))).toBe('CONTACT_MISSING');
    story.does(transport, contact('DURING')).does(transport, contact('AT_REPLY'));
  });

  test('the first contact and the plan have clocks of their own', () => {
    const rule = (step: string) => ({
      step,
      anchor: 'HANDOVER',
      amount: 10,
      unit: 'DAY',
      lateEffect: 'ACCEPT',
    });
    const deadlines = { ...base.deadlines, contact: rule('CONTACT'), plan: rule('PLAN') } as never;
    const story = told((same) => ({ ...same, deadlines })).handedOver();
    expect(story.assignment()).toMatchObject({
      contactBy: { date: '2026-01-22' },
      planBy: { date: '2026-01-22' },
    });
  });
});

describe('more time for units with many items', () => {
  const ask = (load: number, amount: number) => {
    const story = told(withLoads).acknowledged();
    const units = new Map([[UNITS.transport, { active: true, load }]]);
    const { assignmentId } = story.assignment();
    const command = {
      kind: 'extension.request',
      assignmentId,
      amount,
      unit: 'DAY',
      reason: '件多。',
    } as const;
    return story.refuses(transport, command, { units });
  };

  test.each([
    [19, 1, 'EXTENSION_TOO_LONG'],
    [20, 10, null],
    [20, 11, 'EXTENSION_TOO_LONG'],
    [49, 11, 'EXTENSION_TOO_LONG'],
    [50, 15, null],
    [50, 16, 'EXTENSION_TOO_LONG'],
  ] as const)('%i items, %i days: %s', (load, amount, code) => expect(ask(load, amount)).toBe(code));

  test('the proposers are told when more time was given', () => {
    const story = told().acknowledged();
    const { assignmentId } = story.assignment();
    story
      .does(transport, {
        kind: 'extension.request',
        assignmentId,
        amount: 1,
        unit: 'MONTH',
        reason: '论证。',
      })
      .does(government, { kind: 'extension.decide', assignmentId, decision: 'APPROVE' });
    const decided = story.events.at(-1)?.payload as { notifiedIds?: string[] };
    expect(decided.notifiedIds).toEqual([story.state.leadProposerId]);
  });
});
