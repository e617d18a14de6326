import { describe, expect, test } from '@jest/globals';
import { MAPPINGS_ONLY } from '../process/condition.js';
import type { Process } from '../process/process.js';
import { id, PEOPLE, UNITS } from '../testing/people.js';
import { baseProcess } from '../testing/process-files.kit.js';
import { rate, Story } from '../testing/story.js';
import { tryCases } from './trial.js';
import type { TrialEvent } from './trial-event.js';

const base = baseProcess();
const calendar = { holidays: new Set<string>(), makeUpDays: new Set<string>() };
const categories = new Map([['roads', 'URBAN_CONSTRUCTION']]);

const ROLES: Readonly<Record<string, string>> = {
  'proposal.drafted': 'DEPUTY',
  'proposal.submitted': 'DEPUTY',
  'feedback.given': 'DEPUTY',
  'units.allocated': 'GOV_HANDOVER_OFFICER',
  'proposal.handed_over': 'GOV_HANDOVER_OFFICER',
  'assignment.acknowledged': 'UNIT_HEAD',
  'contact.recorded': 'UNIT_HEAD',
  'reply.issued': 'UNIT_HEAD',
};
const historyOf = (story: Story): readonly TrialEvent[] =>
  story.events.map((event) => ({
    ...event,
    actorRole: ROLES[event.type] ?? 'DEPUTY_AFFAIRS_OFFICER',
    actorId: id(300),
  })) as readonly TrialEvent[];

const trial = (story: Story, change: (process: Process) => object) => {
  const process = { ...base, ...change(base) } as Process;
  const draft = { process, calendar, conditions: MAPPINGS_ONLY, categories };
  const result = tryCases([{ caseId: 'one', events: historyOf(story) }], () => draft, '2026-12-31');
  return { ...result, only: result.different[0] };
};
const deadline = (code: string, also: object) => (process: Process) => ({
  deadlines: { ...process.deadlines, [code]: { ...process.deadlines[code], ...also } },
});
const dissatisfied = () => {
  const told = new Story(base).confirmed();
  return told.at('2026-03-05').does(PEOPLE.lead, rate(told.reply().replyId, 'DISSATISFIED'));
};

describe('a trial on real cases', () => {
  test('the same process changes nothing', () => {
    const result = trial(new Story(base).closed(), () => ({}));
    expect(result).toMatchObject({ cases: 1, different: [], units: [] });
  });

  test('a shorter limit: who would have been late, and from which step on', () => {
    const { only, counts } = trial(new Story(base).closed(), deadline('reply', { amount: 1 }));
    expect(counts).toMatchObject({ LATE: 1, BLOCKED: 0, ENDED: 0 });
    expect(only?.first).toEqual({
      event: 'proposal.handed_over',
      at: '2026-01-12T02:00:00.000Z',
      explanation: {
        zh: '到期日由 2026-04-12 变为 2026-02-12',
        en: 'due date 2026-02-12 instead of 2026-04-12',
      },
    });
    expect(only?.before.late).toBe(0);
    expect(only?.after.late).toBe(1);
  });

  test('a guard that blocks: which reply would not have gone out, and why', () => {
    const { only, counts, units } = trial(new Story(base).closed(), ({ guards }) => ({
      guards: {
        ...guards,
        'contact-during-handling': { ...guards['contact-during-handling'], mode: 'BLOCK' },
      },
    }));
    expect(counts).toMatchObject({ BLOCKED: 1, LATE: 1, ENDED: 1 });
    expect(only?.first?.event).toBe('reply.issued');
    expect(only?.first?.explanation.zh).toMatch(/^不予办理：/);
    expect(only?.after).toMatchObject({ phase: 'HANDED_OVER', class: null });
    expect(units).toMatchObject([{ unitId: UNITS.transport, itemsBefore: 1, itemsAfter: 1, daysBefore: 49 }]);
    expect(units[0]?.daysAfter).toBeGreaterThan(300);
  });

  test('a guard that warns', () => {
    const { counts } = trial(new Story({ ...base, guards: {} }).closed(), ({ guards }) => ({ guards }));
    expect(counts).toMatchObject({ WARNED: 1, BLOCKED: 0 });
  });

  test('fewer rounds: no second handling; other classes on the register', () => {
    const rounds = trial(dissatisfied(), ({ rehandling }) => ({
      rehandling: { ...rehandling, maxRounds: 1 },
    }));
    expect(rounds.counts).toMatchObject({ ENDED: 1 });
    expect(rounds.only?.first?.explanation).toEqual({
      zh: '不再启动二次办理',
      en: 'would not lead to round.opened',
    });
    const tracked = trial(new Story(base).closed('C'), ({ tracking }) => ({
      tracking: { ...tracking, trackIf: ['DEFERRED'] },
    }));
    expect(tracked.counts).toMatchObject({ TRACKED: 1 });
    expect(tracked.only?.first?.explanation.zh).toBe('还会挂号跟踪');
  });

  test('a rule that makes key items: which rule it would have been', () => {
    const mine = { label: { zh: '个人提出', en: 'By one' }, when: {}, tier: 'CONGRESS_LEADER' };
    const { counts, only } = trial(new Story(base).closed(), ({ supervision }) => ({
      supervision: { ...supervision, keyIf: { mine } },
    }));
    expect(counts).toMatchObject({ ROUTED: 1 });
    expect(only?.first).toMatchObject({ event: 'proposal.docketed' });
    expect(only?.first?.explanation).toEqual({
      zh: '还会列为重点（mine）',
      en: 'would also lead to proposal.key_designated (mine)',
    });
  });

  test('another stage of review: the route, and what it stops', () => {
    const { counts, only } = trial(new Story(base).closed(), ({ review }) => ({
      review: { ...review, stages: { ...review.stages, second: { ...review.stages.office, order: 2 } } },
    }));
    expect(counts).toMatchObject({ BLOCKED: 1, ROUTED: 1 });
    expect(only?.first?.event).toBe('proposal.submitted');
  });
});
