import { dateInShanghai } from '@duban/kernel';
import { workingCalendar } from '@duban/kernel/runtime';
import { describe, expect, test } from '@jest/globals';
import { MAPPINGS_ONLY } from '../process/condition.js';
import type { Process } from '../process/process.js';
import { checkProcess } from '../process/process-checks.js';
import type { DeclaredSession } from '../process/sessions.js';
import { termsOf } from '../process/terms.js';
import { WARNING_CODES, type WarningRule } from '../process/warnings.js';
import { MANDATES, PEOPLE, UNITS } from '../testing/people.js';
import { baseProcess } from '../testing/process-files.kit.js';
import { contactOn, rate, Story } from '../testing/story.js';
import type { WarningFacts } from './warning.js';
import { warningsOf } from './warnings-of.js';

const calendar = workingCalendar();
const frame = { calendar, conditions: MAPPINGS_ONLY };
const base = baseProcess();
const story = (process: Process = base) => new Story(process, { calendar });

const on = (told: Story, day: string, facts: WarningFacts = {}) =>
  warningsOf(told.state, told.process, `${day}T04:00:00.000Z`, frame, facts);
const shown = (told: Story, day: string, facts: WarningFacts = {}) =>
  on(told, day, facts).warnings.map(({ rule, level }) => `${rule} ${level}`);

const changed = (rule: string, change: Partial<WarningRule>): Process => ({
  ...base,
  warnings: { ...base.warnings, [rule]: { ...(base.warnings[rule] as WarningRule), ...change } },
});

const asksBack = (told: Story, day: string) => {
  const { assignmentId } = told.assignment();
  return told
    .at(day)
    .does(PEOPLE.transport, { kind: 'return.request', assignmentId, reason: '非本单位职责' });
};
const late = { deadlines: { ...base.deadlines, return: { ...base.deadlines.return, lateEffect: 'ACCEPT' } } };
const both = [
  { unitId: UNITS.transport, role: 'LEAD' as const },
  { unitId: UNITS.water, role: 'CO' as const },
];
const dissatisfied = () => {
  const told = story().confirmed();
  return told.at('2026-03-05').does(PEOPLE.lead, rate(told.reply().replyId, 'DISSATISFIED'));
};

const planned = (dueOn: string) => {
  const told = story().acknowledged();
  const { assignmentId } = told.assignment();
  const milestones = [{ title: '勘查', dueOn }];
  const plan = { planKind: 'PLANNED', fields: [], milestones } as const;
  return told.does(PEOPLE.transport, { kind: 'plan.set', assignmentId, ...plan });
};
const prompted = () => {
  const told = story().acknowledged();
  const { assignmentId } = told.assignment();
  return told.at('2026-01-20').does(PEOPLE.congress, {
    kind: 'record.enter',
    record: 'work-prompt',
    assignmentId,
    values: [
      { field: 'kind', choice: 'WARNING' },
      { field: 'content', text: '进度滞后。' },
    ],
  });
};

/** The fifth session of a term: it ends a year after it opened. */
const SESSION: DeclaredSession = {
  ...{ kind: 'NPC_SUGGESTION', year: 2026, term: 17, session: 5 },
  ...{ opensOn: '2026-01-31', closesOn: '2026-02-03' },
};

type Row = readonly [warned: string, day: string, rule: string, told: () => Story, facts?: WarningFacts];

// Handed over on 12 January 2026: to be acknowledged by the 19th, answered by 12 April.
const HOLDS: readonly Row[] = [
  ['W01 not acknowledged', '2026-01-20', 'not-acknowledged YELLOW', () => story().handedOver()],
  ['W01 rises after five working days', '2026-01-27', 'not-acknowledged ORANGE', () => story().handedOver()],
  ['W02 the return window closes', '2026-01-16', 'return-window-closing NOTICE', () => story().handedOver()],
  [
    'W02 a late return',
    '2026-01-21',
    'return-late NOTICE',
    () => asksBack(story({ ...base, ...late } as Process).handedOver(), '2026-01-21'),
  ],
  [
    'W02 a return nobody decided',
    '2026-01-22',
    'return-undecided YELLOW',
    () => asksBack(story().handedOver(), '2026-01-14'),
  ],
  ['W03 no contact', '2026-02-03', 'no-first-contact YELLOW', () => story().acknowledged()],
  ['W05 a milestone of the plan is late', '2026-02-02', 'milestone-late ORANGE', () => planned('2026-02-01')],
  ['W06 co-opinion late', '2026-02-13', 'co-opinion-late ORANGE', () => story().handedOver(both)],
  ['W07 due in fifteen days', '2026-03-28', 'reply-due-soon YELLOW', () => story().contacted()],
  ['W07 overdue', '2026-04-13', 'reply-overdue RED', () => story().contacted()],
  ['W08 no contact during handling', '2026-03-12', 'no-contact-during YELLOW', () => story().contacted()],
  ['W11 the form is late', '2026-03-24', 'feedback-late YELLOW', () => story().confirmed()],
  ['W12 second handling open', '2026-03-05', 'rehandling-open RED', dissatisfied],
  ['W12 second handling overdue', '2026-04-06', 'rehandling-overdue RED', dissatisfied],
  ['W14 a promise is late', '2027-03-04', 'tracking-late ORANGE', () => story().confirmed('B')],
  [
    'W14 a step of the promise is late',
    '2026-07-01',
    'tracking-late ORANGE',
    () => {
      const told = story().confirmed('B');
      const { entryId } = told.entry();
      const milestones = [{ title: '完成招标', dueOn: '2026-06-30' }];
      return told
        .at('2026-03-10')
        .does(PEOPLE.transport, { kind: 'entry.plan', entryId, responsible: '李科长', milestones });
    },
  ],
  [
    'W14 the term ends within a year',
    '2026-04-01',
    'term-ending ORANGE',
    () => story().confirmed('B'),
    { terms: termsOf({ years: 5, endsOn: {} }, [SESSION]) },
  ],
  [
    'W14 carried for two years',
    '2028-01-10',
    'carried-long ORANGE',
    () => {
      const told = story().closed('B');
      for (const toYear of [2027, 2028])
        told
          .at(`${toYear}-01-05`)
          .does(PEOPLE.congress, { kind: 'entry.roll_over', entryId: told.entry().entryId, toYear });
      return told;
    },
  ],
  ['W15 promised for this year', '2026-12-31', 'promise-broken RED', () => story().confirmed('B')],
  ['W18 a prompt was not answered', '2026-02-28', 'record-answer-late RED', () => prompted()],
  ['W21 nobody has it', '2026-01-22', 'unit-missing RED', () => asksBack(story().handedOver(), '2026-01-14')],
  [
    'W22 the class was raised',
    '2026-03-03',
    'class-upgraded AUDIT',
    () => {
      const told = story().replied('C');
      const { assignmentId } = told.assignment();
      return told
        .at('2026-03-03')
        .does(PEOPLE.congress, { kind: 'class.confirm', assignmentId, class: 'A', reason: '已核实' });
    },
  ],
  [
    'W24 the mandate ended',
    '2026-02-02',
    'party-gone NOTICE',
    () => story().contacted(),
    { endedMandates: new Map([[MANDATES.lead, '2026-02-01']]) },
  ],
  [
    'W24 the unit was closed',
    '2026-02-02',
    'party-gone NOTICE',
    () => story().contacted(),
    { closedUnits: new Map([[UNITS.transport, '2026-02-01']]) },
  ],
];

describe('what is warned of', () => {
  test.each(HOLDS)('%s on %s', (_, day, warning, tell, ...[facts]) => {
    const told = tell();
    expect(shown(told, day, facts)).toContain(warning);
  });

  test.each(HOLDS)('%s: not the day before it holds', (_, day, warning, tell, ...[facts]) => {
    const told = tell();
    const [rule = ''] = warning.split(' ');
    const since = on(told, day, facts).warnings.find((one) => one.rule === rule)?.since ?? '';
    const before = dateInShanghai(Date.parse(`${since}T00:00:00Z`) - 86_400_000);
    expect(on(told, before, facts).warnings.filter((one) => one.rule === rule)).toEqual([]);
  });

  test.each([
    ['acknowledging ends W01', '2026-01-27', 'not-acknowledged', () => story().acknowledged()],
    ['a contact ends W03', '2026-02-03', 'no-first-contact', () => story().contacted()],
    ['the reply ends W07', '2026-05-01', 'reply-overdue', () => story().replied()],
    [
      'a contact during handling ends W08',
      '2026-03-12',
      'no-contact-during',
      () => {
        const told = story().contacted();
        const during = contactOn(told.assignment().assignmentId, { phase: 'DURING' });
        return told.at('2026-02-20').does(PEOPLE.transport, during);
      },
    ],
    [
      'reaching the milestone ends W05',
      '2026-02-02',
      'milestone-late',
      () => {
        const told = planned('2026-02-01');
        const { assignmentId, plan } = told.assignment();
        const milestoneId = plan?.milestones[0]?.milestoneId ?? '';
        return told
          .at('2026-01-30')
          .does(PEOPLE.transport, { kind: 'milestone.complete', assignmentId, milestoneId });
      },
    ],
    [
      'answering the prompt ends W18',
      '2026-02-28',
      'record-answer-late',
      () => {
        const told = prompted();
        const recordId = told.state.records[0]?.recordId ?? '';
        return told
          .at('2026-01-22')
          .does(PEOPLE.transport, { kind: 'record.answer', recordId, text: '已加快进度。' });
      },
    ],
    ['the rating ends W11', '2026-04-24', 'feedback-late', () => story().rated()],
    ['a solved case is on no register', '2026-12-31', 'promise-broken', () => story().closed()],
    [
      'the window that has closed is no warning',
      '2026-01-20',
      'return-window-closing',
      () => story().handedOver(),
    ],
    ['a confirmation as claimed is no W22', '2026-04-01', 'class-upgraded', () => story().confirmed('B')],
    ['a closed case does not mind whose mandate ended', '2026-05-01', 'party-gone', () => story().closed()],
  ] as const)('%s', (_, day, rule, tell) => {
    const facts = { endedMandates: new Map([[MANDATES.lead, '2026-02-01']]) };
    expect(on(tell(), day, facts).warnings.filter((one) => one.rule === rule)).toEqual([]);
  });

  test('a withdrawn case warns of nothing', () => {
    const told = story().handedOver().at('2026-01-14');
    told.does(PEOPLE.lead, { kind: 'proposal.withdraw', letter: '撤回函' });
    expect(shown(told, '2027-06-01', { endedMandates: new Map([[MANDATES.lead, '2026-02-01']]) })).toEqual(
      [],
    );
  });
});

describe('a warning in time', () => {
  test('is told again every week and rises with more recipients', () => {
    const told = story().contacted();
    const at = (day: string) => on(told, day).warnings.find(({ rule }) => rule === 'reply-overdue');
    expect(at('2026-04-19')).toMatchObject({ since: '2026-04-13', repeats: 0, escalations: 0 });
    expect(at('2026-04-20')).toMatchObject({ repeats: 1, level: 'RED' });
    expect(at('2026-10-12')?.recipients).not.toContain('SUPERVISING_LEADER');
    expect(at('2026-10-13')?.recipients).toContain('SUPERVISING_LEADER');
  });

  test('the next day anything changes is named, and nothing changes before it', () => {
    const told = story().contacted();
    const facts = {};
    let day = '2026-01-21';
    for (let steps = 0; steps < 12; steps++) {
      const { warnings, nextOn } = on(told, day, facts);
      if (nextOn === null) throw new Error('nothing lies ahead');
      expect(nextOn > day).toBe(true);
      const eve = dateInShanghai(Date.parse(`${nextOn}T00:00:00Z`) - 86_400_000);
      expect(on(told, eve, facts).warnings).toEqual(warnings);
      expect(on(told, nextOn, facts).warnings).not.toEqual(warnings);
      day = nextOn;
    }
  });

  test('a case on which nothing can happen is not looked at again', () => {
    expect(on(story().closed(), '2026-05-01').nextOn).toBeNull();
  });

  test('explains itself: which clock, which rule', () => {
    const [warning] = on(story().handedOver(), '2026-01-20').warnings;
    expect(warning).toMatchObject({
      code: 'W01',
      label: { zh: '逾期未签收' },
      reason: { zh: '签收截至 2026-01-19（规则“acknowledge”）' },
    });
  });
});

describe('warnings are data', () => {
  test('a locality changes lead, level and label, or does without', () => {
    const earlier = {
      watch: { kind: 'CLOCK_NEARING', steps: ['REPLY'], lead: { amount: 1, unit: 'MONTH' } },
    } as const;
    const process = changed('reply-due-soon', { ...earlier, level: 'ORANGE' });
    expect(shown(story(process).contacted(), '2026-03-12')).toContain('reply-due-soon ORANGE');
    expect(shown(story(changed('no-first-contact', { mode: 'OFF' })).acknowledged(), '2026-02-03')).toEqual(
      [],
    );
  });

  test('every code is defined in the base, and those that are off say what they wait for', () => {
    const defined = new Set(Object.values(base.warnings).map(({ code }) => code));
    const missing = WARNING_CODES.filter((code) => !defined.has(code));
    expect(missing).toEqual([]);
  });

  test.each([
    ['a clock without steps', { watch: { kind: 'CLOCK_OVERDUE' } }, 'CLOCK_OVERDUE needs steps.'],
    [
      'a contact with both ends',
      { watch: { kind: 'CONTACT_MISSING', phase: 'BEFORE' } },
      'write either after (so long after the handover) or lead (so long before the last day).',
    ],
    [
      'a step that has no clock',
      { watch: { kind: 'CLOCK_OVERDUE', steps: ['RESTING'] } },
      'there is no clock of a step "RESTING".',
    ],
    [
      'a negative lead',
      { watch: { kind: 'CLOCK_NEARING', steps: ['REPLY'], lead: { amount: -1, unit: 'DAY' } } },
      'a length of time cannot be negative.',
    ],
  ] as const)('%s is refused', (_, change, en) => {
    const problems = checkProcess(changed('reply-overdue', change as unknown as Partial<WarningRule>));
    expect(problems).toMatchObject([{ en }]);
  });
});
