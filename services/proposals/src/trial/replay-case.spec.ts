import { env } from 'node:process';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decide } from '../case/decide.js';
import type { CaseEvent } from '../case/events.js';
import { EMPTY_CASE, fold } from '../case/fold.js';
import type { CaseState } from '../case/state.js';
import { MAPPINGS_ONLY } from '../process/condition.js';
import type { Process } from '../process/process.js';
import { anyChoice, recordedIn } from '../testing/any-choice.kit.js';
import { type LifeStep, lifeByTheModel } from '../testing/life-by-the-model.js';
import { baseProcess } from '../testing/process-files.kit.js';
import { outside } from '../testing/story.js';
import { ofTheModel } from '../testing/strict-process.js';
import type { Draft } from './draft.js';
import { replayCase } from './replay-case.js';

const RUNS = env.DUBAN_DEEP === '1' ? 1000 : 150;
const calendar = { holidays: new Set<string>(), makeUpDays: new Set<string>() };
const base = ofTheModel(baseProcess());
const draftOf = (process: Process): Draft => ({
  process,
  calendar,
  conditions: MAPPINGS_ONLY,
  categories: new Map([['roads', 'URBAN_CONSTRUCTION']]),
});

const life = fc.array(anyChoice, { minLength: 10, maxLength: 45 });

/** The same people trying the same things, under another process, command by command. */
function reallyRun(steps: readonly LifeStep[], process: Process): CaseState {
  return steps.reduce<CaseState>((state, { viewer, command, now, also, made }) => {
    let next = 0;
    const newId = (): string => made[next++] ?? `trial-${state.version}-${next}-${command.occurredAt ?? now}`;
    const outcome = decide(state, command, process, viewer, now, outside(newId, also));
    return outcome.accepted ? fold(outcome.value as readonly CaseEvent[], state) : state;
  }, EMPTY_CASE);
}

/** A number of the register comes from a counter outside the case: for an entry that never was there is none. */
const withoutNumbers = (state: CaseState): CaseState => ({
  ...state,
  entries: state.entries.map((one) => ({ ...one, registerNumber: '' })),
});

const draw = <Value>(...values: readonly Value[]) => fc.constantFrom(...values);

/** Other processes: shorter and longer clocks, guards on and off, other classes on the register, fewer rounds. */
const otherProcess = fc
  .record({
    reply: draw(1, 2, 3, 6),
    window: draw(1, 3, 10),
    late: draw('REFUSE', 'ACCEPT'),
    guards: draw('BLOCK', 'WARN', 'OFF'),
    tracked: draw([], ['PLANNED'], ['IN_PROGRESS', 'PLANNED', 'DEFERRED']),
    rounds: draw(1, 2, 3),
    review: fc.boolean(),
    satisfied: draw(['DISSATISFIED'], ['DISSATISFIED', 'BASICALLY_SATISFIED'], []),
    classes: fc.boolean(),
  })
  .map(({ reply, window, late, guards, tracked, rounds, review, satisfied, classes }): Process => {
    const { A, ...others } = base.outcomes.classes;
    return {
      ...base,
      version: 'draft',
      deadlines: {
        ...base.deadlines,
        reply: { ...base.deadlines.reply, amount: reply },
        return: { ...base.deadlines.return, amount: window, lateEffect: late },
        feedback: { ...base.deadlines.feedback, lateEffect: late },
      },
      guards: Object.fromEntries(
        Object.entries(base.guards).map(([code, one]) => [code, { ...one, mode: guards }]),
      ),
      tracking: { ...base.tracking, trackIf: tracked },
      rehandling: { ...base.rehandling, maxRounds: rounds, levels: satisfied },
      review: review ? base.review : { ...base.review, stages: {} },
      outcomes: { ...base.outcomes, classes: classes ? base.outcomes.classes : { ...others, 甲: A } },
    } as Process;
  });

describe('a case lived again', () => {
  test('under its own process is the same case, event by event', () => {
    fc.assert(
      fc.property(life, (choices) => {
        const steps = lifeByTheModel(base, choices);
        const events = recordedIn(steps);
        const tried = replayCase(events, draftOf(base));
        const refused = tried.steps.filter(({ outcome }) => !outcome.accepted);
        expect(refused.map(({ command, outcome }) => [command, outcome])).toEqual([]);
        const again = tried.steps.flatMap(({ outcome }) => (outcome.accepted ? outcome.value : []));
        expect(again).toEqual(steps.flatMap((one) => one.events));
        expect(tried.after).toEqual(fold(events));
      }),
      { numRuns: RUNS, seed: 20260107 },
    );
  }, 240_000);

  test('under another process it is what really running that process makes of it', () => {
    let different = 0;
    fc.assert(
      fc.property(life, otherProcess, (choices, other) => {
        const steps = lifeByTheModel(base, choices);
        const { before, after } = replayCase(recordedIn(steps), draftOf(other));
        expect(withoutNumbers(after)).toEqual(withoutNumbers(reallyRun(steps, other)));
        if (JSON.stringify(after) !== JSON.stringify(before)) different += 1;
      }),
      { numRuns: RUNS, seed: 20260107 },
    );
    expect(different).toBeGreaterThan(RUNS / 3);
  }, 240_000);
});
