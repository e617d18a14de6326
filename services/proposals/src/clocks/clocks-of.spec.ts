import { workingCalendar } from '@duban/kernel/runtime';
import { describe, expect, test } from '@jest/globals';
import { MAPPINGS_ONLY } from '../process/condition.js';
import type { Process } from '../process/process.js';
import { closeKey } from '../process/sessions.js';
import { PEOPLE, UNITS } from '../testing/people.js';
import { baseProcess } from '../testing/process-files.kit.js';
import { rate, Story } from '../testing/story.js';
import type { Clock } from './clock.js';
import { explainClock } from './clock-words.js';
import { clocksOf } from './clocks-of.js';

const calendar = workingCalendar();
const frame = { calendar, conditions: MAPPINGS_ONLY };
const base = baseProcess();
const story = (process: Process = base) => new Story(process, { calendar });
const at = (day: string) => `${day}T04:00:00.000Z`;

const find = (told: Story, day: string, step: Clock['step']): Clock => {
  const found = clocksOf(told.state, told.process, at(day), frame).find((one) => one.step === step);
  if (!found) throw new Error(`no clock for ${step}`);
  return found;
};

describe('every clock of a case', () => {
  // Handed over on Monday 12 January; five working days later is the 19th; three months later 12 April.
  test.each([
    ['ACKNOWLEDGE', '2026-01-12', 'RUNNING', 7],
    ['ACKNOWLEDGE', '2026-01-19', 'RUNNING', 0],
    ['ACKNOWLEDGE', '2026-01-20', 'MISSED', -1],
    ['RETURN', '2026-01-19', 'RUNNING', 0],
    ['RETURN', '2026-01-20', 'ENDED', null],
    ['REPLY', '2026-04-12', 'RUNNING', 0],
    ['REPLY', '2026-05-12', 'MISSED', -30],
  ] as const)('%s on %s: %s', (step, day, state, daysLeft) => {
    expect(find(story().handedOver(), day, step)).toMatchObject({ state, daysLeft });
  });

  test('the unit’s plan, its milestones and its own deadline have clocks', () => {
    const told = story().acknowledged();
    const { assignmentId } = told.assignment();
    const fields = [{ field: 'deadline', value: '2026-03-31', personId: null }];
    const milestones = [{ title: '勘查', dueOn: '2026-02-01' }];
    told.does(PEOPLE.transport, { kind: 'responsible.name', assignmentId, fields }).does(PEOPLE.transport, {
      kind: 'plan.set',
      assignmentId,
      planKind: 'PLANNED',
      fields: [],
      milestones,
    });
    expect(find(told, '2026-02-02', 'MILESTONE')).toMatchObject({ state: 'MISSED', daysLeft: -1 });
    expect(find(told, '2026-03-31', 'UNIT_DEADLINE')).toMatchObject({ state: 'RUNNING', daysLeft: 0 });
  });

  test('what was done in time is met, what was done late is missed, and neither waits any more', () => {
    const met = find(story().acknowledged(), '2026-02-01', 'ACKNOWLEDGE');
    expect(met).toMatchObject({ state: 'MET', daysLeft: null, doneAt: '2026-01-13T02:00:00.000Z' });
    const late = story().handedOver();
    const { assignmentId } = late.assignment();
    late.at('2026-01-21').does(PEOPLE.transport, { kind: 'assignment.acknowledge', assignmentId });
    expect(find(late, '2026-02-01', 'ACKNOWLEDGE')).toMatchObject({ state: 'MISSED', daysLeft: null });
  });

  test('an approved extension moves the clock and says so', () => {
    const told = story().acknowledged();
    const { assignmentId } = told.assignment();
    const asked = { assignmentId, amount: 1, unit: 'MONTH', reason: '需实地勘察' } as const;
    told.at('2026-04-01').does(PEOPLE.transport, { kind: 'extension.request', ...asked });
    told
      .at('2026-04-02')
      .does(PEOPLE.government, { kind: 'extension.decide', assignmentId, decision: 'APPROVE' });
    const clock = find(told, '2026-04-20', 'REPLY');
    expect(clock).toMatchObject({ state: 'EXTENDED', daysLeft: 22, due: { date: '2026-05-12' } });
    expect(explainClock(clock, calendar)).toEqual({
      zh: '答复：自交办之日(2026-01-12)起 3 个月;延期 1 个月,至 2026-05-12,截至 2026-05-12(规则“reply”)。已延期，计时中，还有 22 天。',
      en: expect.stringContaining('extended by 1 months to 2026-05-12'),
    });
  });

  test('working days name the holidays that were passed over and the make-up days that were counted', () => {
    const told = story().allocated().at('2026-02-12').does(PEOPLE.government, { kind: 'proposal.hand_over' });
    const { zh, en } = explainClock(find(told, '2026-02-20', 'ACKNOWLEDGE'), calendar);
    expect(zh).toContain('放假不计');
    expect(zh).toContain('2026-02-17（春节）');
    expect(zh).toContain('调休上班计入 2026-02-14（春节）');
    expect(en).toContain('2026-02-17 (Spring Festival)');
    const quiet = explainClock(find(story().handedOver(), '2026-01-13', 'ACKNOWLEDGE'), calendar);
    expect(quiet.zh).toContain('其间无放假、调休');
  });

  test('a withdrawn case awaits nothing', () => {
    const told = story().handedOver().at('2026-01-14');
    told.does(PEOPLE.lead, { kind: 'proposal.withdraw', letter: '撤回函' });
    for (const clock of clocksOf(told.state, base, at('2027-01-01'), frame))
      expect(clock).toMatchObject({ state: 'ENDED', daysLeft: null });
  });

  test('the rating has a clock from the reply until everybody has rated; the second handling one of its own', () => {
    const told = story().confirmed();
    expect(find(told, '2026-03-04', 'FEEDBACK')).toMatchObject({ state: 'RUNNING' });
    told.at('2026-03-05').does(PEOPLE.lead, rate(told.reply().replyId, 'DISSATISFIED'));
    expect(find(told, '2026-03-06', 'FEEDBACK')).toMatchObject({ state: 'MET' });
    expect(find(told, '2026-03-06', 'REHANDLING')).toMatchObject({ due: { date: '2026-04-05' } });
  });

  test('a co-unit owes an opinion, a promise on the register its keeping, an invitation an answer', () => {
    const both = [
      { unitId: UNITS.transport, role: 'LEAD' as const },
      { unitId: UNITS.water, role: 'CO' as const },
    ];
    expect(find(story().handedOver(both), '2026-02-01', 'CO_OPINION').due.date).toBe('2026-02-12');
    expect(find(story().confirmed('B'), '2026-04-01', 'TRACKING')).toMatchObject({
      subject: { kind: 'ENTRY' },
    });
    const invited = story()
      .drafted()
      .does(PEOPLE.lead, { kind: 'cosigner.invite', mandateId: PEOPLE.second.mandateId ?? '' });
    expect(find(invited, '2026-01-06', 'COSIGN')).toMatchObject({ state: 'RUNNING' });
  });

  test('a record that is to be answered has a clock, and so have the steps of a promise on the register', () => {
    const prompted = story().acknowledged();
    prompted.at('2026-01-20').does(PEOPLE.congress, {
      kind: 'record.enter',
      record: 'work-prompt',
      assignmentId: prompted.assignment().assignmentId,
      values: [
        { field: 'kind', choice: 'WARNING' },
        { field: 'content', text: '进度滞后。' },
      ],
    });
    const record = prompted.state.records[0];
    expect(record?.answer?.due).toBeTruthy();
    const due = record?.answer?.due?.date ?? '';
    const clock = find(prompted, due, 'RECORD_ANSWER');
    expect(clock).toMatchObject({ state: 'RUNNING', daysLeft: 0, subject: { kind: 'RECORD' } });
    expect(explainClock(clock, calendar).zh).toContain('自记录之日(2026-01-20)起');

    const promised = story().confirmed('B');
    const { entryId } = promised.entry();
    const milestones = [{ title: '完成招标', dueOn: '2026-06-30' }];
    promised
      .at('2026-03-10')
      .does(PEOPLE.transport, { kind: 'entry.plan', entryId, responsible: '李科长', milestones });
    const step = find(promised, '2026-07-01', 'ENTRY_MILESTONE');
    expect(step).toMatchObject({ state: 'MISSED', daysLeft: -1, due: { rule: 'entry-plan' } });
    expect(explainClock(step, calendar).zh).toBe(
      '跟踪节点：定于 2026-06-30(规则“entry-plan”)。已逾期，超过 1 天。',
    );
  });

  test('what starts at the close of the session runs as soon as the close is declared', () => {
    const rule = { anchor: 'SESSION_CLOSE', amount: 10, unit: 'DAY', lateEffect: 'ACCEPT' } as const;
    const deadlines = {
      ...base.deadlines,
      acknowledge: { step: 'ACKNOWLEDGE', ...rule },
      contact: { step: 'CONTACT', ...rule },
    } as const;
    const told = story({ ...base, deadlines }).handedOver();
    expect(told.assignment().acknowledgeBy).toBeNull();
    expect(() => find(told, '2026-01-20', 'ACKNOWLEDGE')).toThrow('no clock');
    const closes = new Map([[closeKey('NPC_SUGGESTION', 2026), '2026-01-28']]);
    const clocks = clocksOf(told.state, told.process, at('2026-02-08'), { ...frame, closes });
    for (const step of ['ACKNOWLEDGE', 'CONTACT'])
      expect(clocks.find((one) => one.step === step)).toMatchObject({
        state: 'MISSED',
        due: { date: '2026-02-07', anchor: 'SESSION_CLOSE', anchorDate: '2026-01-28' },
      });
  });

  test('handover and first contact have clocks where the process says so', () => {
    const rule = { unit: 'WORKDAY', lateEffect: 'ACCEPT' } as const;
    const process: Process = {
      ...base,
      deadlines: {
        ...base.deadlines,
        handover: { step: 'HANDOVER', anchor: 'DOCKETING', amount: 5, ...rule },
        contact: { step: 'CONTACT', anchor: 'HANDOVER', amount: 15, ...rule },
      },
    };
    const docketed = story(process).docketed();
    expect(find(docketed, '2026-01-20', 'HANDOVER')).toMatchObject({ state: 'MISSED', daysLeft: -5 });
    expect(find(story(process).handedOver(), '2026-01-13', 'HANDOVER').state).toBe('MET');
    expect(find(story(process).handedOver(), '2026-02-04', 'CONTACT').state).toBe('MISSED');
    expect(find(story(process).contacted(), '2026-02-04', 'CONTACT').state).toBe('MET');
    expect(() => find(story().docketed(), '2026-01-20', 'HANDOVER')).toThrow('no clock');
  });
});
