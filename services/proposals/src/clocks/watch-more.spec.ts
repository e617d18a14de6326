import { dateInShanghai } from '@duban/kernel';
import { workingCalendar } from '@duban/kernel/runtime';
import { describe, expect, test } from '@jest/globals';
import type { HeardRating } from '../hear-evaluation/heard-rating.js';
import { MAPPINGS_ONLY } from '../process/condition.js';
import type { Process } from '../process/process.js';
import { checkProcess } from '../process/process-checks.js';
import type { WarningRule } from '../process/warnings.js';
import { drafting, replying, reviewing } from '../testing/answering.kit.js';
import { PEOPLE, UNITS } from '../testing/people.js';
import { baseProcess, processOf } from '../testing/process-files.kit.js';
import { contactOn, rate, Story } from '../testing/story.js';
import { warningsOf } from './warnings-of.js';

const calendar = workingCalendar();
const frame = { calendar, conditions: MAPPINGS_ONLY };
const base = baseProcess();
const { transport, congress, government, lead } = PEOPLE;

/** The base with records and warnings of the localities that have them, and with what is off turned on. */
const process: Process = {
  ...base,
  records: {
    ...base.records,
    ...pick('shaoyang', 'records', 'verification', 'not-let-pass'),
    ...pick('hengyang', 'records', 'self-inspection'),
    ...pick('county-2024', 'records', 'internal-veto', 'disclosure'),
  },
  warnings: {
    ...base.warnings,
    ...pick('shaoyang', 'warnings', 'rating-contradiction', 'perfunctory-reply', 'feedback-form-missing'),
    ...pick('hengyang', 'warnings', 'self-inspection-missing'),
    ...pick('county-2024', 'warnings', 'internal-veto', 'disclosure-missing'),
    'plan-missing': { ...(base.warnings['plan-missing'] as WarningRule), mode: 'ON' },
  },
  filing: { by: ['GOV_HANDOVER_OFFICER'] },
  replies: { ...base.replies, matters: 'OFF', review: 'OPTIONAL' },
  deadlines: {
    ...base.deadlines,
    filing: { step: 'FILING_REVIEW', anchor: 'FILING', amount: 1, unit: 'MONTH', lateEffect: 'ACCEPT' },
  },
  supervision: {
    ...base.supervision,
    reports: { leaders: { duties: ['SUPERVISION'], record: 'supervision-report' } },
  },
};

function pick<Part extends 'records' | 'warnings'>(
  folder: string,
  part: Part,
  ...codes: readonly string[]
): Process[Part] {
  const { process: found, problems } = processOf('base', folder);
  if (!found) throw new Error(JSON.stringify(problems));
  return Object.fromEntries(codes.map((code) => [code, found[part][code]])) as Process[Part];
}

const story = () => new Story(process, { calendar });
const on = (told: Story, day: string) =>
  warningsOf(told.state, told.process, `${day}T04:00:00.000Z`, frame).warnings;

const records = (told: Story, record: string, values: readonly object[], by = congress): Story => {
  const { assignmentId } = told.assignment();
  return told.does(by, { kind: 'record.enter', record, assignmentId, values } as never);
};
const verified = (level: string) =>
  records(story().rated().at('2026-03-10'), 'verification', [
    { field: 'method', choice: 'PHONE' },
    { field: 'level', choice: level },
  ]);
const rejected = (code: string) => {
  const told = story().contacted().at('2026-02-10');
  told.does(transport, drafting(told));
  return told
    .at('2026-02-12')
    .does(congress, reviewing(told, { verdict: 'REJECT', faults: [code], reason: '空洞。' }));
};
const twoMatters = (...answered: number[]) => {
  const told = story().allocated();
  const matters = ['站点', '线路'].map((text) => ({ text, unitIds: [UNITS.transport] }));
  told.does(government, { kind: 'matters.split', matters });
  told.at('2026-01-12').does(government, { kind: 'proposal.hand_over' });
  const { assignmentId } = told.assignment();
  told.at('2026-01-13').does(transport, { kind: 'assignment.acknowledge', assignmentId });
  told.does(transport, contactOn(assignmentId));
  return told.at('2026-03-02').does(transport, replying(told, { matters: answered }));
};
const extended = () => {
  const told = story().acknowledged();
  const { assignmentId } = told.assignment();
  const asked = { assignmentId, amount: 1, unit: 'MONTH', reason: '需实地勘察' } as const;
  told.at('2026-04-01').does(transport, { kind: 'extension.request', ...asked });
  return told
    .at('2026-04-02')
    .does(government, { kind: 'extension.decide', assignmentId, decision: 'APPROVE' });
};
const supervised = () => {
  const told = story().docketed();
  const duty = { duty: 'SUPERVISION', tier: 'CONGRESS_LEADER', name: '赵副主任' } as const;
  told.does(congress, { kind: 'duty.assign', ...duty });
  return told;
};
const closedUnder = (told: Story) => {
  told
    .at('2026-01-09')
    .does(government, {
      kind: 'units.allocate',
      assignments: [{ unitId: UNITS.transport, role: 'SOLE' }],
    })
    .at('2026-01-12')
    .does(government, { kind: 'proposal.hand_over' });
  const { assignmentId } = told.assignment();
  told
    .at('2026-01-13')
    .does(transport, { kind: 'assignment.acknowledge', assignmentId })
    .does(transport, contactOn(assignmentId))
    .at('2026-03-02')
    .does(transport, replying(told))
    .at('2026-03-03')
    .does(congress, { kind: 'class.confirm', assignmentId, class: 'A' });
  told.at('2026-03-05').does(lead, rate(told.reply().replyId, 'SATISFIED'));
  return told.at('2026-03-06').does(congress, { kind: 'proposal.close' });
};
const filed = () => {
  const told = story().acknowledged();
  const { assignmentId } = told.assignment();
  return told
    .at('2026-01-20')
    .does(government, { kind: 'assignment.file', assignmentId, reason: '需上级批准' });
};
const vetoed = () =>
  records(
    story().rated('DISSATISFIED').at('2026-03-10'),
    'internal-veto',
    [
      { field: 'section', text: '运输科' },
      { field: 'year', number: 2026 },
      { field: 'effect', choice: 'INELIGIBLE_FOR_AWARD' },
    ],
    transport,
  );
const lookedBack = (told: Story) =>
  records(
    told,
    'self-inspection',
    ['process', 'reply', 'result'].map((field) => ({ field, text: '已自查' })),
    transport,
  );

type Row = readonly [warned: string, day: string, rule: string, told: () => Story];

const HOLDS: readonly Row[] = [
  ['W04 no plan a month after the handover', '2026-02-13', 'plan-missing YELLOW', () => story().contacted()],
  ['W07 more time was given', '2026-04-02', 'extension-granted NOTICE', extended],
  ['W10 QH-20 no report', '2026-04-06', 'leader-report-missing NOTICE', () => closedUnder(supervised())],
  ['W11 the form is due soon', '2026-03-18', 'feedback-due-soon NOTICE', () => story().confirmed()],
  ['W11 SY-14 no form', '2026-03-02', 'feedback-form-missing YELLOW', () => story().replied()],
  [
    'W13 SY-15 signed satisfied, found not to be',
    '2026-03-10',
    'rating-contradiction ORANGE',
    () => verified('DISSATISFIED'),
  ],
  ['W14 CT-17 not looked at again', '2026-02-21', 'filing-review-late YELLOW', filed],
  ['W16 an empty draft', '2026-02-12', 'reply-incomplete ORANGE', () => rejected('perfunctory')],
  ['W16 a matter was left out', '2026-03-02', 'reply-incomplete ORANGE', () => twoMatters(1)],
  [
    'W16 SY-25 not let pass',
    '2026-03-10',
    'perfunctory-reply ORANGE',
    () =>
      records(story().rated().at('2026-03-10'), 'not-let-pass', [
        { field: 'which', choice: 'PERFUNCTORY_REPLY' },
        { field: 'reason', text: '官样文章' },
      ]),
  ],
  ['W17 HY-06 no look back', '2026-03-09', 'self-inspection-missing YELLOW', () => story().replied()],
  ['W20 CT-10 a veto', '2026-03-10', 'internal-veto RED', vetoed],
  ['W25 CT-21 disclosure not decided', '2026-03-02', 'disclosure-missing NOTICE', () => story().replied()],
];

describe('what is watched of plans, replies, ratings, records and duties', () => {
  test('the rules are what the localities have written', () => {
    expect(checkProcess(process)).toEqual([]);
  });

  test.each(HOLDS)('%s on %s', (_, day, warning, tell) => {
    expect(on(tell(), day).map(({ rule, level }) => `${rule} ${level}`)).toContain(warning);
  });

  test.each(HOLDS)('%s: not the day before it holds', (_, day, warning, tell) => {
    const told = tell();
    const [code = ''] = warning.split(' ');
    const since = on(told, day).find((one) => one.rule === code)?.since ?? '';
    const before = dateInShanghai(Date.parse(`${since}T00:00:00Z`) - 86_400_000);
    expect(on(told, before).filter((one) => one.rule === code)).toEqual([]);
  });

  test.each([
    [
      'a plan ends W04',
      '2026-02-13',
      'plan-missing',
      () => {
        const told = story().contacted();
        const plan = { planKind: 'PLANNED', fields: [], milestones: [] } as const;
        return told.does(transport, {
          kind: 'plan.set',
          assignmentId: told.assignment().assignmentId,
          ...plan,
        });
      },
    ],
    [
      'time that was not asked for is no notice',
      '2026-04-02',
      'extension-granted',
      () => story().contacted(),
    ],
    ['a duty without a report rule owes none', '2026-05-06', 'leader-report-missing', () => story().closed()],
    ['who has rated needs no reminder', '2026-03-18', 'feedback-due-soon', () => story().rated()],
    [
      'the form went with the letter',
      '2026-03-02',
      'feedback-form-missing',
      () => {
        const told = story().contacted().at('2026-03-02');
        return told.does(transport, replying(told, { feedbackForm: true }));
      },
    ],
    ['found satisfied as signed', '2026-03-10', 'rating-contradiction', () => verified('SATISFIED')],
    [
      'asked again, and satisfied',
      '2026-03-12',
      'rating-contradiction',
      () =>
        records(verified('DISSATISFIED').at('2026-03-12'), 'verification', [
          { field: 'method', choice: 'ONSITE' },
          { field: 'level', choice: 'SATISFIED' },
        ]),
    ],
    ['a draft sent back for its form is not empty', '2026-02-12', 'reply-incomplete', () => rejected('form')],
    [
      'written again',
      '2026-02-14',
      'reply-incomplete',
      () => {
        const told = rejected('perfunctory').at('2026-02-14');
        return told.does(transport, drafting(told, { body: '站点已定,三月施工。' }));
      },
    ],
    ['every matter is answered', '2026-03-02', 'reply-incomplete', () => twoMatters(1, 2)],
    [
      'another of the four is not this one',
      '2026-03-10',
      'perfunctory-reply',
      () =>
        records(story().rated().at('2026-03-10'), 'not-let-pass', [
          { field: 'which', choice: 'HOT_ISSUE_NEGLECTED' },
          { field: 'reason', text: '未重视' },
        ]),
    ],
    [
      'looked back after the reply',
      '2026-03-09',
      'self-inspection-missing',
      () => lookedBack(story().replied().at('2026-03-03')),
    ],
    [
      'nothing to look back on before the reply',
      '2026-02-01',
      'self-inspection-missing',
      () => story().contacted(),
    ],
    [
      'the letter says it',
      '2026-03-02',
      'disclosure-missing',
      () => {
        const told = story().contacted().at('2026-03-02');
        return told.does(transport, replying(told, { disclosure: 'PROACTIVE' }));
      },
    ],
  ] as const)('%s', (_, day, rule, tell) => {
    expect(on(tell(), day).filter((one) => one.rule === rule)).toEqual([]);
  });

  test('looking back before the reply is not looking back on it', () => {
    const told = lookedBack(story().contacted().at('2026-02-20')).at('2026-03-02');
    told.does(transport, replying(told));
    expect(on(told, '2026-03-09').map(({ rule }) => rule)).toContain('self-inspection-missing');
  });

  test.each([
    [
      'a kind of record that is not there',
      { kind: 'RECORD_PRESENT', record: 'unheard-of' },
      'there is no kind of record "unheard-of".',
    ],
    [
      'a field without choices',
      { kind: 'RATING_CONTRADICTION', record: 'verification', field: 'words' },
      '"verification" has no choice "words".',
    ],
    [
      'a choice that the field has not',
      { kind: 'RECORD_PRESENT', record: 'not-let-pass', field: 'which', value: 'SOME' },
      '"which" has no choice "SOME".',
    ],
    [
      'a missing record with two days',
      { kind: 'RECORD_MISSING', record: 'verification', on: '10-01', after: { amount: 1, unit: 'DAY' } },
      'write either on (a day of the year) or after (so long after the reply).',
    ],
  ] as const)('%s is refused', (_, watch, en) => {
    const veto = { ...(process.warnings.veto as WarningRule), watch } as WarningRule;
    expect(checkProcess({ ...process, warnings: { ...process.warnings, veto } })).toMatchObject([{ en }]);
  });
});

describe('W13: what was signed, and what other sides say', () => {
  const rated = () => story().rated();
  const heard = (told: Story, more: Partial<HeardRating> = {}): HeardRating => ({
    ratingId: 'r1',
    proposalId: told.state.proposalId,
    assignmentId: told.assignment().assignmentId,
    raterId: told.state.leadProposerId,
    source: 'VERIFICATION',
    axis: 'RESULT',
    ownAxis: null,
    level: 'DISSATISFIED',
    satisfied: false,
    at: '2026-04-10T02:00:00.000Z',
    ...more,
  });
  const warned = (told: Story, ratings: readonly HeardRating[]) =>
    warningsOf(told.state, told.process, '2026-05-01T04:00:00.000Z', frame, {
      heardRatings: new Map([[told.state.proposalId, ratings]]),
    })
      .warnings.filter(({ code }) => code === 'W13')
      .map(({ since, subject, reason: { zh } }) => `${since} ${subject.kind} ${zh}`);

  test('signed satisfied, found not to be: since the day it was found', () => {
    expect(warned(rated(), [heard(rated())])).toEqual([
      '2026-04-10 ASSIGNMENT 书面评价办理结果满意，核实办理结果不满意',
    ]);
  });

  const satisfied = { satisfied: true, level: 'SATISFIED' };
  test.each<[string, Partial<HeardRating>, number]>([
    ['found satisfied as signed', satisfied, 0],
    ['dissatisfied as a whole, though signed satisfied on each axis', { axis: 'OVERALL' }, 1],
    ['satisfied as a whole', { axis: 'OVERALL', ...satisfied }, 0],
    ['said by somebody else who stands behind the case', { raterId: 'co-signer' }, 0],
    ['said about another unit’s reply', { assignmentId: 'another' }, 0],
    ['said of what became of last year’s promise', { source: 'LAST_YEAR_B' }, 0],
    ['on an axis of its own, which the form does not have', { axis: 'OTHER', ownAxis: 'effect' }, 0],
  ])('%s', (_, more, warnings) => {
    expect(warned(rated(), [heard(rated(), more)])).toHaveLength(warnings);
  });

  test('two other sides contradict each other, without any form', () => {
    const told = story().replied();
    const surveyed = heard(told, { ratingId: 'r2', source: 'THIRD_PARTY', ...satisfied });
    expect(warned(told, [heard(told), surveyed])).toEqual([
      '2026-04-10 ASSIGNMENT 核实办理结果不满意，第三方调查办理结果满意',
    ]);
  });
});
