import { env } from 'node:process';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { availableActions } from '../case/available-actions.js';
import { evolve } from '../case/fold.js';
import type { CaseState } from '../case/state.js';
import { clocksOf } from '../clocks/clocks-of.js';
import { type Process } from '../process/process.js';
import { checkProcess } from '../process/process-checks.js';
import { headOf, id, PEOPLE } from '../testing/people.js';
import { baseProcess } from '../testing/process-files.kit.js';
import { liveOn } from '../testing/random-life.js';
import { outside, Story } from '../testing/story.js';
import { ofTheModel } from '../testing/strict-process.js';
import { wordsOfMove } from './move-words.js';
import { type CaseMove, lastMoveTo, planCaseMove } from './plan-case-move.js';

const OLD: Process = { ...baseProcess(), version: 'old' };
/** The one that the model of a case follows. */
const MODEL: Process = { ...ofTheModel(baseProcess()), version: 'old' };
const context = () => outside(() => id(1));

const planned = (
  state: CaseState,
  to: Process,
  now: string,
  classes: Record<string, string> = {},
  from = OLD,
): CaseMove =>
  planCaseMove(state, {
    from,
    to,
    now,
    context: context(),
    classes: new Map(Object.entries(classes)),
    undone: false,
  });

const undone = (state: CaseState, from: Process, now: string, to = OLD): CaseMove =>
  planCaseMove(state, {
    from,
    to,
    now,
    context: context(),
    classes: new Map(),
    undone: true,
  });

const moved = (state: CaseState, move: CaseMove): CaseState => {
  if (!move.moves) throw new Error(move.reason);
  return evolve(state, move.event);
};

const another = (change: (process: Process) => Process, base = OLD): Process => ({
  ...change(structuredClone(base)),
  version: 'new',
});
const limit =
  (rule: string, amount: number, unit: 'DAY' | 'WORKDAY' | 'MONTH' = 'MONTH') =>
  (process: Process): Process => ({
    ...process,
    deadlines: {
      ...process.deadlines,
      [rule]: { ...process.deadlines[rule], amount, unit } as Process['deadlines'][string],
    },
  });
const CHINESE = { A: '甲', B: '乙', C: '丙', D: '丁' } as const;
const renamed = (process: Process): Process => ({
  ...process,
  outcomes: {
    ...process.outcomes,
    classes: Object.fromEntries(
      Object.entries(process.outcomes.classes).map(([code, one]) => [CHINESE[code as 'A'] ?? code, one]),
    ),
  },
});
const three = (process: Process): Process => {
  const { A, B, C } = process.outcomes.classes as Record<string, Process['outcomes']['classes'][string]>;
  if (!A || !B || !C) throw new Error('the base has four classes');
  const classes = { A, B, C: { ...C, outcomes: ['DEFERRED', 'REFERENCE'] as const } };
  return { ...process, outcomes: { ...process.outcomes, classes } };
};

describe('a running case and another version', () => {
  const story = () => new Story(OLD).handedOver();
  const now = '2026-02-10T02:00:00.000Z';

  test.each<[string, Process, string]>([
    ['a shorter limit', another(limit('reply', 2)), '办理期限由 2026-04-12 改为 2026-03-12'],
    ['a longer limit', another(limit('reply', 4)), '办理期限由 2026-04-12 改为 2026-05-12'],
    ['a limit that has passed', another(limit('reply', 10, 'DAY')), '转用，期限不变'],
    ['the same limits', another((process) => process), '转用，期限不变'],
  ])('moves to %s', (_, to, zh) => {
    const { state } = story();
    const move = planned(state, to, now);
    expect(wordsOfMove(move).zh).toBe(zh);
    const after = moved(state, move);
    expect(after.processVersion).toBe('new');
    expect(planned(after, to, now)).toMatchObject({ moves: false, reason: 'ALREADY_THERE' });
    const back = moved(after, undone(after, to, now));
    expect({ ...back, moves: [], version: 0, lastOccurredAt: '' }).toEqual({
      ...state,
      moves: [],
      version: 0,
      lastOccurredAt: '',
    });
  });

  test.each<[string, Process, string]>([
    [
      'KIND_NOT_HANDLED',
      another((process) => ({ ...process, kinds: ['CPPCC_PROPOSAL'] })),
      '新程序不受理这类件',
    ],
    ['NO_TIME_LIMIT', another((process) => ({ ...process, deadlines: {} })), '新程序没有适用的期限'],
  ])('stays: %s', (reason, to, zh) => {
    const move = planned(story().state, to, now);
    expect(move).toMatchObject({ moves: false, reason });
    expect(wordsOfMove(move).zh).toBe(zh);
  });
});

test('a case that nobody could carry further stays where it is', () => {
  const { state } = new Story(OLD).handedOver();
  const closed = another((process) => ({
    ...process,
    sources: { ...process.sources, ONLINE: { ...process.sources.ONLINE, right: 'ledger:import' } },
  }));
  const move = planned(state, closed, '2026-06-01T02:00:00.000Z');
  expect(move).toMatchObject({ moves: false, reason: 'WOULD_BE_STUCK' });
  expect(wordsOfMove(move).zh).toBe('转用后无人可办、也无期限，故不转用');
  expect(planned(state, closed, '2026-02-10T02:00:00.000Z').moves).toBe(true);
});

describe('the classes of an answered case', () => {
  const answered = () => new Story(OLD).replied('B');
  const now = '2026-04-01T02:00:00.000Z';
  const claimed = ({ replies }: CaseState) => replies.map(({ claimedClass }) => claimedClass);

  test('are those that mean the same, or as much and more', () => {
    const { state } = answered();
    expect(claimed(moved(state, planned(state, another(renamed), now)))).toEqual(['乙']);
    expect(claimed(moved(state, planned(state, another(three), now)))).toEqual(['B']);
    const c = new Story(OLD).replied('D').state;
    expect(claimed(moved(c, planned(c, another(three), now)))).toEqual(['C']);
  });

  test('are chosen where nothing means the same, and are again what they were when it is taken back', () => {
    const { state } = answered();
    const to = another((process) => ({
      ...process,
      outcomes: {
        ...process.outcomes,
        classes: { 优: { ...process.outcomes.classes.A, outcomes: ['SOLVED'] } as never },
      },
    }));
    expect(planned(state, to, now)).toMatchObject({ reason: 'CLASS_UNMAPPED', codes: ['B'] });
    expect(planned(state, to, now, { B: '无' })).toMatchObject({ reason: 'CLASS_UNMAPPED' });
    const after = moved(state, planned(state, to, now, { B: '优' }));
    expect(claimed(after)).toEqual(['优']);
    expect(lastMoveTo(after, 'new')?.fromVersion).toBe('old');
    const back = moved(after, undone(after, to, now));
    expect(claimed(back)).toEqual(['B']);
    expect(lastMoveTo(back, 'old')).toBeNull();
  });

  test('given since and unknown where the case came from: it stays, and is told what can be done', () => {
    const { state } = answered();
    const to = another((process) => {
      const { A } = process.outcomes.classes;
      const both = { ...A, outcomes: ['SOLVED', 'REFERENCE'] } as never;
      const classes = { ...process.outcomes.classes, 新: both };
      return { ...process, outcomes: { ...process.outcomes, classes } };
    });
    const after = moved(state, planned(state, to, now));
    const replies = after.replies.map((reply) => ({ ...reply, claimedClass: '新' }));
    const stays = undone({ ...after, replies }, to, now);
    expect(stays).toMatchObject({ moves: false, reason: 'CLASS_NOT_THERE', codes: ['新'] });
    expect(wordsOfMove(stays).zh).toMatch('原程序中没有对应：新');
    expect(wordsOfMove(stays).en).not.toMatch('in classes');
  });

  test('are each what they were, also where one became wider and another went into it', () => {
    const { state: one } = new Story(OLD).replied('C');
    const [reply] = one.replies;
    if (!reply) throw new Error('no reply');
    const both = { ...one, replies: [reply, { ...reply, replyId: id(77), claimedClass: 'D' }] };
    const to = another(three);
    for (const [state, classes] of [
      [one, ['C']],
      [both, ['C', 'D']],
    ] as const) {
      const after = moved(state, planned(state, to, now));
      expect(claimed(after)).toEqual(classes.map(() => 'C'));
      expect(claimed(moved(after, undone(after, to, now)))).toEqual(classes);
    }
  });
});

const VARIANTS: Readonly<Record<string, (process: Process) => Process>> = {
  'an hour of a limit': limit('reply', 1, 'DAY'),
  'two months': limit('reply', 2),
  'a year': limit('reply', 12),
  'working days': limit('reply', 40, 'WORKDAY'),
  'a short receipt': limit('acknowledge', 1, 'WORKDAY'),
  'a long return': limit('return', 60, 'DAY'),
  'other names of classes': renamed,
  'three classes': three,
  'no second round': (process) => ({ ...process, rehandling: { ...process.rehandling, maxRounds: 1 } }),
  'every guard': (process) => ({
    ...process,
    guards: Object.fromEntries(
      Object.entries(process.guards).map(([code, guard]) => [code, { ...guard, mode: 'BLOCK' as const }]),
    ),
  }),
  'no guard': (process) => ({ ...process, guards: {} }),
  'suggestions only': (process) => ({ ...process, kinds: ['NPC_SUGGESTION'] }),
  'limits of other names': (process) => {
    const { reply, ...others } = process.deadlines;
    return { ...process, deadlines: { ...others, answer: reply as never } };
  },
};

const step = fc.record({ pick: fc.nat(9999), days: fc.oneof(fc.nat(3), fc.nat(40)) });
const SOMEBODY = [...Object.values(PEOPLE), ...[101, 102, 103, 105].map((unit) => headOf(id(unit)))];

describe('of random lives', () => {
  const runs = env.DUBAN_DEEP === '1' ? 1000 : 120;
  const seen = { moved: 0, stayed: 0 };

  test('none is stuck, late or lost after a move, and a move that is taken back leaves nothing behind', () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 8, maxLength: 45 }),
        fc.constantFrom(...Object.keys(VARIANTS)),
        (steps, name) => {
          const to = another(VARIANTS[name] as (process: Process) => Process, MODEL);
          fc.pre(checkProcess(to).length === 0);
          const { state, now } = liveOn(MODEL, steps);
          const move = planned(state, to, now);
          if (!move.moves) {
            seen.stayed += 1;
            return;
          }
          seen.moved += 1;
          const after = moved(state, move);
          expect(goesOn(after, to, now)).toBe(true);
          expect(madeLate(state, after, now)).toEqual([]);
          const back = moved(after, undone(after, to, now));
          expect(facts(back)).toEqual(facts(state));
        },
      ),
      { numRuns: runs },
    );
    expect(seen.moved).toBeGreaterThan(runs / 4);
  });
});

const IDLE = /^(proposal\.(designate|mark|withdraw)|record\.|duty\.|leader\.)/;

/** Asked of everybody there is in the tests, not of those that the move itself asks. */
function goesOn(state: CaseState, process: Process, now: string): boolean {
  const runs = clocksOf(state, process, now, context()).some((one) =>
    ['RUNNING', 'EXTENDED'].includes(one.state),
  );
  return (
    runs ||
    SOMEBODY.some((viewer) =>
      availableActions(state, process, viewer, now, context()).some(
        ({ possible, command }) => possible && !IDLE.test(command),
      ),
    )
  );
}

const madeLate = (before: CaseState, after: CaseState, now: string): string[] =>
  after.assignments.flatMap((one, index) => {
    const [was, is] = [before.assignments[index]?.due?.date ?? '', one.due?.date ?? ''];
    return is < was && is < now.slice(0, 10) ? [`${was} ${is}`] : [];
  });

const facts = ({ moves: _, version: __, lastOccurredAt: ___, ...state }: CaseState) => state;
