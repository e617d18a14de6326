import { describe, expect, test } from '@jest/globals';
import type { CommandKind } from '../case/commands.js';
import type { UnitFact } from '../case/context.js';
import { CASE_TRANSITIONS } from '../case/transitions.js';
import { celConditions } from '../process/conditions.cel.js';
import type { Process } from '../process/process.js';
import { checkProcess } from '../process/process-checks.js';
import type { QuotaRule, RoutingMoment, Supervision } from '../process/supervision.js';
import { id, PEOPLE, UNITS } from '../testing/people.js';
import { baseProcess } from '../testing/process-files.kit.js';
import { assign, LEADER, supervised } from '../testing/refusal-cases-duties.js';
import { enter } from '../testing/refusal-cases-records.js';
import { DRAFT, rate, Story } from '../testing/story.js';
import type { HeldDuty } from './duty.js';
import { keyRuleOf } from './key-rule.js';
import { dutyQuotas, quotaState } from './quota.js';
import { mayRoute } from './routing.js';

const base = baseProcess();
const CONDITIONS = celConditions();
const { congress, lead, government } = PEOPLE;
const label = { zh: '规则', en: 'Rule' };

const with_ = (supervision: Partial<Supervision>): Process => ({
  ...base,
  supervision: { ...base.supervision, ...supervision },
});

/** Committees supervise all items of the units they liaise with; the deputies' office party-and-mass units and dissatisfied ones. */
const ROUTING: Supervision['routing'] = {
  committees: { label, on: 'HANDOVER', duty: 'SUPERVISION', to: { liaisonCommittee: true } },
  dissatisfied: {
    ...{ label, on: 'FEEDBACK', duty: 'SUPERVISION', to: { organ: 'deputy-affairs' } },
    when: 'feedback.worst == "DISSATISFIED" && assignment.round == 1',
  },
  'key-coordination': {
    ...{ label, on: 'KEY', duty: 'COORDINATION', to: { organ: 'deputy-affairs' } },
    when: 'case.tier == "CONGRESS_LEADER"',
  },
  'party-and-mass': {
    ...{ label, on: 'HANDOVER', duty: 'SUPERVISION', to: { organ: 'deputy-affairs' } },
    when: 'unit.system == "PARTY_AND_MASS"',
  },
};
const routing = with_({ routing: ROUTING });
const unit = { active: true, system: 'GOVERNMENT', liaisonCommittee: 'finance' };
const world = {
  conditions: CONDITIONS,
  units: new Map([
    [UNITS.transport, unit],
    [UNITS.schools, { active: true, system: 'PARTY_AND_MASS', liaisonCommittee: null }],
  ] as [string, UnitFact][]),
};
const told = (story: Story) =>
  story.state.duties.map(({ duty, holder, rule }) => [duty, holder.organ ?? holder.name, rule]);

describe('routing', () => {
  test('the rules are a process that can be published', () => {
    expect(checkProcess(routing, CONDITIONS)).toEqual([]);
  });

  test('only commands that come to a moment of the rules may add supervisors', () => {
    const kinds = Object.keys(CASE_TRANSITIONS) as CommandKind[];
    const routing = (process: Process) => kinds.filter((kind) => mayRoute(process, kind)).sort();
    const at = (on: RoutingMoment) =>
      with_({ routing: { one: { label, on, duty: 'SUPERVISION', to: { liaisonCommittee: true } } } });
    expect(routing(base)).toEqual([]);
    expect(routing(at('KEY'))).toEqual(['proposal.designate_key', 'proposal.docket']);
    expect(routing(at('HANDOVER'))).toEqual(['entry.rehand', 'proposal.hand_over', 'return.decide']);
    expect(routing(at('FEEDBACK'))).toEqual(['feedback.correct', 'feedback.give']);
  });

  test('HY-04 the committee that liaises with the unit supervises all of its items', () => {
    const story = new Story(routing, world).handedOver();
    expect(told(story)).toEqual([['SUPERVISION', 'finance', 'committees']]);
    expect(story.state.duties[0]).toMatchObject({
      label,
      unitId: UNITS.transport,
      holder: { name: '财经委' },
    });
  });

  test('HY-04 items of party and mass units go to the deputies’ office', () => {
    const story = new Story(routing, world).handedOver([{ unitId: UNITS.schools, role: 'SOLE' }]);
    expect(told(story)).toEqual([['SUPERVISION', 'deputy-affairs', 'party-and-mass']]);
  });

  test('HY-04 several units of a case bring several supervisors', () => {
    const shares = [UNITS.transport, UNITS.schools].map((unitId) => ({ unitId, role: 'SEPARATE' as const }));
    expect(told(new Story(routing, world).handedOver(shares)).map(([, organ]) => organ)).toEqual([
      'finance',
      'deputy-affairs',
    ]);
  });

  test('HY-05 what is dissatisfied in the first round, the deputies’ office supervises as well, in the same decision', () => {
    const story = new Story(routing, world).rated('DISSATISFIED');
    expect(told(story).at(-1)).toEqual(['SUPERVISION', 'deputy-affairs', 'dissatisfied']);
    const satisfied = new Story(routing, world).rated('SATISFIED');
    expect(told(satisfied)).toEqual([['SUPERVISION', 'finance', 'committees']]);
  });

  test('SY-06 the office coordinates what leaders take on as key items', () => {
    const story = new Story(routing, world).docketed();
    story.does(congress, { kind: 'proposal.designate_key', tier: 'CONGRESS_LEADER' });
    expect(told(story)).toEqual([['COORDINATION', 'deputy-affairs', 'key-coordination']]);
  });

  test('what is not known adds nobody', () => {
    const unknown = { ...world, units: new Map([[UNITS.transport, { active: true }]]) };
    expect(told(new Story(routing, unknown).handedOver())).toEqual([]);
  });

  test('an old ledger brings no supervisors of its own', () => {
    const story = new Story(routing, world).allocated();
    story.does(congress, { kind: 'proposal.hand_over' }, { source: 'LEDGER' });
    expect(told(story)).toEqual([]);
  });
});

describe('key items by rule', () => {
  const keyed = with_({
    keyIf: {
      delegation: {
        label: { zh: '代表团提出', en: 'By a delegation' },
        when: 'case.proposerType == "DELEGATION"',
        tier: 'CONGRESS_LEADER',
      },
      wide: { label, when: 'case.hard == true', tier: 'TOP_LEADER' },
    },
  });

  test.each([
    ['DELEGATION', ['CONGRESS_LEADER']],
    ['INDIVIDUAL', []],
  ] as const)('SY-06 a suggestion by %s becomes a key item by itself: %j', (proposerType, tiers) => {
    const story = new Story(keyed, { conditions: CONDITIONS });
    const collective = proposerType === 'DELEGATION' ? '城东代表团' : null;
    story.at('2026-01-05').does(lead, { ...DRAFT, proposerType, collective } as never);
    story.at('2026-01-06').does(lead, { kind: 'proposal.submit' });
    story.at('2026-01-07').does(congress, { kind: 'review.decide', stage: 'office', verdict: 'ACCEPT' });
    story.at('2026-01-08').does(congress, { kind: 'proposal.docket', year: 2026 });
    expect(story.state.keyDesignations.map(({ tier }) => tier)).toEqual(tiers);
    if (tiers.length > 0)
      expect(story.state.keyDesignations[0]).toMatchObject({
        ...{ rule: 'delegation', reason: '代表团提出（delegation）' },
      });
  });

  test.each([
    ['says its rule', { rule: 'delegation', decidedBy: null, reason: null }, 'delegation'],
    ['says that somebody did', { rule: null, decidedBy: null, reason: '情况（特殊）' }, null],
    ['is older and names the rule', { decidedBy: null, reason: '代表团提出（delegation）' }, 'delegation'],
    ['is older, decided by somebody', { decidedBy: '主任会议', reason: '情况（特殊）' }, null],
    ['is older, without a reason', { decidedBy: null, reason: null }, null],
  ] as const)('which rule made it one: the event %s', (_, designated, rule) => {
    expect(keyRuleOf(designated)).toBe(rule);
  });
});

describe('duties', () => {
  test('QH-20 a leader’s duty ends with a report of the time since it began, each with their own', () => {
    const story = new Story(supervised(base)).docketed();
    story.at('2026-02-01').does(congress, assign(LEADER));
    story.does(congress, assign({ name: '钱副市长', duty: 'LEAD_HANDLING', tier: 'GOV_LEADER' }));
    const [first, second] = story.state.duties.map(({ dutyId }) => dutyId);
    const report = () =>
      story.does(congress, enter('supervision-report', [{ field: 'content', text: '已督办。' }]));
    expect(story.offers(congress, 'duty.end')[0]).toMatchObject({
      possible: false,
      refusalCode: 'DUTY_REPORT_MISSING',
    });
    report();
    story.does(congress, { kind: 'duty.end', dutyId: first ?? '' });
    expect(story.refuses(congress, { kind: 'duty.end', dutyId: second ?? '' })).toBe('DUTY_REPORT_MISSING');
    report();
    story.does(congress, { kind: 'duty.end', dutyId: second ?? '', reason: '办结。' });
    expect(story.state.duties.map(({ reportId }) => reportId)).toEqual(
      story.state.records.map(({ recordId }) => recordId),
    );
  });

  test('one person may hold several duties on one case, and comes back after one has ended', () => {
    const story = new Story(base).docketed();
    story.does(congress, assign(LEADER)).does(congress, assign({ ...LEADER, duty: 'CASE_OWNERSHIP' }));
    story.does(congress, { kind: 'duty.end', dutyId: story.state.duties[0]?.dutyId ?? '' });
    expect(story.refuses(congress, assign(LEADER))).toBeNull();
  });

  test('CA-14 SY-11 a key item is handed over with both of its leaders', () => {
    const story = new Story(supervised(base)).allocated();
    const handOver = { kind: 'proposal.hand_over' } as const;
    expect(story.refuses(government, handOver)).toBe('DUTY_MISSING');
    story.does(congress, assign(LEADER)).does(congress, assign({ name: '孙县长', duty: 'LEAD_HANDLING' }));
    expect(story.refuses(government, handOver)).toBeNull();
  });
});

const QUOTA: QuotaRule = {
  label,
  tier: 'CONGRESS_LEADER',
  holder: 'PERSON',
  min: 1,
  max: 2,
  mode: 'WARN',
  among: ['赵', '钱', '孙'],
};
const held = (name: string, item: number, also: Partial<HeldDuty> = {}): HeldDuty => ({
  holder: { kind: 'PERSON', name, organ: null, mandateId: null, personId: null },
  ...{ duty: 'SUPERVISION', tier: 'CONGRESS_LEADER', proposalId: id(item), reported: false },
  ...also,
});

describe('quotas', () => {
  test('QH-18 each vice-chair has one or two items; those with none and with three are told', () => {
    const all = [
      held('钱', 1),
      held('钱', 1, { duty: 'CASE_OWNERSHIP' }),
      held('孙', 1),
      held('孙', 2),
      held('孙', 3),
    ];
    const quotas = dutyQuotas(
      'vice-chairs',
      QUOTA,
      [...all, held('李', 4, { tier: 'GOV_LEADER' })],
      new Map(),
    );
    expect(quotas.map(({ subject, done, missing, state }) => [subject.name, done, missing, state])).toEqual([
      ['赵', 0, 1, 'OPEN'],
      ['钱', 1, 0, 'MET'],
      ['孙', 3, 0, 'EXCEEDED'],
    ]);
    expect(quotas[0]?.explanation.zh).toBe('赵：应 1 至 2 件，已有 0 件，还差 1 件');
  });

  test.each([
    [{ required: 3, max: null, done: 3, possible: 0 }, 'MET'],
    [{ required: 3, max: null, done: 1, possible: 4 }, 'OPEN'],
    [{ required: 3, max: null, done: 1, possible: 2 }, 'AT_RISK'],
    [{ required: 3, max: null, done: 1, possible: 1 }, 'IMPOSSIBLE'],
    [{ required: 1, max: 2, done: 3, possible: null }, 'EXCEEDED'],
    [{ required: 1, max: 2, done: 0, possible: null }, 'OPEN'],
  ] as const)('%j is %s', (count, state) => {
    expect(quotaState(count)).toBe(state);
  });

  test('QH-18 one item too many is refused, or recorded with the duty', () => {
    const outside = { held: [held('赵副主任', 2)] };
    const strict = new Story(supervised(base)).docketed();
    expect(strict.refuses(congress, assign(LEADER), outside)).toBe('QUOTA_EXCEEDED');
    const rule = supervised(base).supervision.quotas['vice-chairs'];
    const lenient = new Story(
      with_({ quotas: { 'vice-chairs': { ...rule, mode: 'WARN' } as QuotaRule } }),
    ).docketed();
    lenient.does(congress, assign(LEADER), outside);
    expect(lenient.events.at(-1)?.payload).toMatchObject({ warnings: ['vice-chairs'] });
  });
});

test.each([
  [
    'routing.a.tier',
    { routing: { a: { label, on: 'KEY', duty: 'SUPERVISION', tier: 'KING', to: { organ: 'x' } } } },
  ],
  ['keyIf.a.tier', { keyIf: { a: { label, when: 'case.hard', tier: 'KING' } } }],
  ['quotas.a', { quotas: { a: { ...QUOTA, min: 3 } } }],
  ['reports.a.record', { reports: { a: { duties: ['SUPERVISION'], record: 'meeting' } } }],
])('is refused at publishing: supervision.%s', (path, wrong) => {
  const problems = checkProcess(with_(wrong as Partial<Supervision>), CONDITIONS);
  expect(problems.map((one) => one.path.join('.'))).toEqual([`supervision.${path}`]);
});

test('a rating of another round adds nobody again', () => {
  const story = new Story(routing, world).rated('DISSATISFIED');
  const before = told(story).length;
  expect(story.refuses(lead, rate(story.reply().replyId, 'SATISFIED'))).toBe('FEEDBACK_ALREADY_GIVEN');
  expect(told(story)).toHaveLength(before);
});
