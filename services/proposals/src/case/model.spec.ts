import { env } from 'node:process';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Model, newModel } from '../testing/case-model.js';
import type { Move } from '../testing/case-move.js';
import { leadsOn, movesIn } from '../testing/case-moves.js';
import { spareGrant } from '../testing/case-moves-grants.js';
import { plusDays } from '../testing/model-dates.js';
import { id, MANDATES, PEOPLE, UNITS } from '../testing/people.js';
import { baseProcess } from '../testing/process-files.kit.js';
import { outside } from '../testing/story.js';
import { ofTheModel } from '../testing/strict-process.js';
import { type AvailableAction, availableActions } from './available-actions.js';
import type { Command } from './commands.js';
import { decide } from './decide.js';
import type { NewCaseEvent } from './events.js';
import { fold } from './fold.js';
import { GRANT_FOLDS } from './fold-grants.js';
import { HANDLING_FOLDS } from './fold-handling.js';
import { HANDOVER_FOLDS } from './fold-handover.js';
import { INTAKE_FOLDS } from './fold-intake.js';
import { RECORD_FOLDS } from './fold-records.js';
import { SUBMISSION_FOLDS } from './fold-submission.js';
import { TRACKING_FOLDS } from './fold-tracking.js';
import type { CaseState } from './state.js';
import { FINAL_CASE_PHASES, FINAL_ENTRY_PHASES } from './transitions.js';

const process = ofTheModel(baseProcess());
const DEEP = env.DUBAN_DEEP === '1';
const [RUNS, STEPS, LIMIT] = DEEP ? [1000, 50, 1_800_000] : [100, 30, 110_000];

/** One step of a random life: wait some days, then try something, mostly something the model allows. */
const step = fc.record({
  pick: fc.nat(9999),
  days: fc.oneof(fc.nat(3), fc.nat(40)),
  wild: fc.nat(9),
  rare: fc.nat(24),
});

/** Lives do not all begin at the beginning: some when it was handed over, some when a promise is on the register. */
const HANDED_OVER = [
  'proposal.draft',
  'proposal.submit',
  '"ACCEPT"',
  'proposal.docket',
  '"SOLE"',
  '"agrees":true',
  '"hard":false',
];
const TRACKED = [
  '.acknowledge',
  '"BEFORE"',
  '"FORMAL"',
  '"class":"B"',
  '"RESULT","level":"SATISFIED"',
  'proposal.close',
];
const SPLIT = HANDED_OVER.flatMap((words) => (words === '"SOLE"' ? [words, 'matters.split'] : [words]));
const WITH_CO_UNIT = HANDED_OVER.map((words) => (words === '"SOLE"' ? '"LEAD"' : words));
const A_YEAR_LATER = 'a year later';
const DISSATISFIED = ['.acknowledge', '"BEFORE"', '"FORMAL"', '"RESULT","level":"DISSATISFIED"'];
const ANSWERED_B = ['.acknowledge', '"BEFORE"', '"FORMAL"', '"class":"B"'];
const PROMISED_TWICE = [...ANSWERED_B, '"RESULT","level":"DISSATISFIED"', ...ANSWERED_B];
const BEGINNINGS = [
  [],
  HANDED_OVER,
  WITH_CO_UNIT,
  SPLIT,
  [...HANDED_OVER, ...TRACKED],
  [...HANDED_OVER, ...TRACKED, A_YEAR_LATER],
  [...HANDED_OVER, ...DISSATISFIED, ...DISSATISFIED, ...DISSATISFIED],
  [...HANDED_OVER, ...PROMISED_TWICE],
  [...HANDED_OVER, '.acknowledge', 'return.request', '"decision":"REFUSE"'],
];

/** Around a case, and never what moves it on: it would crowd the rest out of a short life. */
const isBeside = ({ kind }: Command): boolean => /^(record|grant)\./.test(kind);

class Run {
  readonly model: Model = newModel();
  readonly events: NewCaseEvent[] = [];
  state: CaseState = fold([]);
  private ids = 1000;

  get now(): string {
    return `${this.model.today}T02:00:00.000Z`;
  }

  context = (also: Move['outside'] = {}) => outside(() => id(this.ids++), also);

  decide = ({ viewer, command, outside: also }: Move) =>
    decide(this.state, command(this.state), process, viewer, this.now, this.context(also));

  choose({ pick, wild, rare }: { pick: number; wild: number; rare: number }): Move {
    const beside = pick % 6 === 0;
    const all = movesIn(this.model).filter((move) => isBeside(move.command(this.state)) === beside);
    const allowed = all.filter((move) => move.may(this.model) && (rare === 0) === (move.final === true));
    const onward = wild > 3 ? allowed.filter((move) => leadsOn(move, this.state)) : [];
    const among = wild === 0 || allowed.length === 0 ? all : onward.length > 0 ? onward : allowed;
    return among[pick % among.length] as Move;
  }

  begin(index: number): void {
    for (const words of BEGINNINGS[index] ?? []) {
      if (words === A_YEAR_LATER) this.model.today = plusDays(this.model.today, 365);
      const next = movesIn(this.model).find(
        (move) => move.may(this.model) && JSON.stringify(move.command(this.state)).includes(words),
      );
      if (next) this.take(next);
    }
  }

  take(move: Move): void {
    const outcome = this.decide(move);
    const expected = move.may(this.model);
    agree(move, outcome, expected, this.state);
    if (!outcome.accepted) return;
    const before = this.state;
    this.events.push(...outcome.value);
    this.state = fold(outcome.value, before);
    move.change(this.model);
    checkFinal(before, this.state);
    expect(seen(this.state)).toEqual(wanted(this.model));
  }
}

function agree(move: Move, outcome: ReturnType<Run['decide']>, expected: boolean, state: CaseState): void {
  if (outcome.accepted === expected) return;
  const told = outcome.accepted ? 'accepted' : outcome.code;
  const where = { by: move.viewer.role, command: move.command(state), ...seen(state) };
  throw new Error(
    `the model says ${expected ? 'yes' : 'no'}, the rules say ${told}: ${JSON.stringify(where)}`,
  );
}

/** What can be compared: phases, rounds, due dates, years. */
const seen = (state: CaseState) => ({
  phase: state.phase,
  assignments: state.assignments.map((one) => [
    one.unitId,
    one.role,
    one.round,
    one.phase,
    one.handedOverAt === null ? '-' : one.due?.date,
  ]),
  entries: state.entries.map((one) => [one.unitId, one.phase, one.originYear, one.year]),
  records: state.records.map((one) => [
    one.kind,
    one.answered !== null,
    one.signers.filter(({ signedAt }) => signedAt !== null).length,
  ]),
  grants: state.grants.map((one) => [`${one.kind} ${one.granteeId}`, one.until, one.revokedAt !== null]),
});

const wanted = (model: Model): ReturnType<typeof seen> => ({
  phase: model.phase as CaseState['phase'],
  assignments: model.assignments.map((one) => [
    one.unit,
    one.role,
    one.round,
    one.phase,
    pending(one.phase, model) ? '-' : one.due,
  ]),
  entries: model.entries.map((one) => [one.unit, one.phase, one.originYear, one.year]),
  records: model.records.map((one) => [one.kind, one.answered, one.signed.size]),
  grants: model.grants.map((one) => [one.key, one.until, one.revoked]),
});

/** Never handed over: allocated only, or ended before. */
const pending = (phase: string, model: Model): boolean =>
  phase === 'PENDING' || (phase === 'ENDED' && !model.handedOver);

function checkFinal(before: CaseState, after: CaseState): void {
  if (FINAL_CASE_PHASES.includes(before.phase)) expect(after.phase).toBe(before.phase);
  before.entries.forEach((one, index) => {
    // What was struck off may still be rated for what was done.
    if (FINAL_ENTRY_PHASES.includes(one.phase))
      expect({ ...after.entries[index], ratings: one.ratings }).toEqual(one);
  });
  expect(after.version).toBeGreaterThan(before.version);
}

/** One unit never has the same round twice at work, and its rounds follow one another. */
function checkRounds({ assignments }: CaseState): void {
  for (const unitId of Object.values(UNITS)) {
    const rounds = assignments
      .filter((one) => one.unitId === unitId && one.phase !== 'REASSIGNED')
      .map((one) => one.round);
    expect(rounds).toEqual([...new Set(rounds)].sort((one, other) => one - other));
  }
}

/** Every type of event but the second half of a merge that lies in another case, and the pre-review that the base has not. */
const EVERY_EVENT = Object.keys({
  ...INTAKE_FOLDS,
  ...HANDOVER_FOLDS,
  ...SUBMISSION_FOLDS,
  ...HANDLING_FOLDS,
  ...TRACKING_FOLDS,
  ...RECORD_FOLDS,
  ...GRANT_FOLDS,
}).filter((type) => !['merged.answered', 'proposal.pre_submitted', 'opinion.taken'].includes(type));

const key = (
  one: Pick<AvailableAction, 'command' | 'variant' | 'assignmentId' | 'replyId' | 'entryId' | 'recordId'>,
): string =>
  [one.command, one.variant ?? '', one.assignmentId ?? one.replyId ?? one.entryId ?? one.recordId ?? ''].join(
    ' ',
  );

/** Whatever could be tried now is accepted when the model says so, and only then. */
function checkEveryMove(run: Run): void {
  for (const move of movesIn(run.model)) {
    agree(move, run.decide(move), move.may(run.model), run.state);
  }
}

/** There is always one more who could be invited. */
const SPARE: Move = {
  viewer: PEOPLE.lead,
  command: () => ({ kind: 'cosigner.invite', mandateId: MANDATES.spare }),
  may: () => true,
  change: () => {},
};

/** What is offered as possible is what some command is accepted for, for every person. */
function checkOffers(run: Run): void {
  const moves = [...movesIn(run.model), SPARE, spareGrant(run.model)];
  for (const viewer of Object.values(PEOPLE)) {
    const accepted = new Set(
      moves
        .map((move) => ({ ...move, viewer }))
        .filter((move) => run.decide(move).accepted)
        .map((move) => keyOf(move, run.state)),
    );
    const offered = availableActions(run.state, process, viewer, run.now, run.context());
    const tried = new Set(moves.map((move) => keyOf(move, run.state)));
    const possible = offered.filter((one) => one.possible && tried.has(key(one))).map(key);
    const hidden = [...accepted].filter((one) => !one.startsWith('proposal.absorb'));
    expect({ role: viewer.role, possible: possible.sort() }).toEqual({
      role: viewer.role,
      possible: hidden.sort(),
    });
    for (const one of offered) expect(one.possible).toBe(one.refusalCode === undefined);
  }
}

function keyOf(move: Move, state: CaseState): string {
  const command = move.command(state);
  if (command.kind === 'record.enter') return key({ command: command.kind, variant: command.record });
  const ids = command as { assignmentId?: string; replyId?: string; entryId?: string; recordId?: string };
  const variant = command.kind === 'reply.issue' ? command.replyKind : undefined;
  return key({ command: command.kind, ...(variant ? { variant } : {}), ...ids });
}

describe('a random life of a case', () => {
  test(
    `goes as a model says, ${RUNS} lives of up to ${STEPS} steps`,
    () => {
      const reached = new Set<string>();
      fc.assert(
        fc.property(
          fc.nat(BEGINNINGS.length - 1),
          fc.array(step, { minLength: STEPS / 2, maxLength: STEPS }),
          (start, steps) => {
            const run = new Run();
            run.begin(start);
            for (const { days, ...choice } of steps) {
              run.model.today = plusDays(run.model.today, days);
              run.take(run.choose(choice));
              if (choice.wild === 1) checkEveryMove(run);
            }
            expect(fold(run.events)).toEqual(run.state);
            checkRounds(run.state);
            checkEveryMove(run);
            checkOffers(run);
            for (const event of run.events) reached.add(event.type);
          },
        ),
        {
          numRuns: RUNS,
          seed: DEEP ? Date.now() : 20260105,
          interruptAfterTimeLimit: LIMIT,
          markInterruptAsFailure: true,
        },
      );
      // A property that never gets anywhere shows nothing.
      const never = EVERY_EVENT.filter((type) => !reached.has(type));
      expect(never.slice(0, DEEP ? 0 : 3)).toEqual(never);
    },
    LIMIT + 10_000,
  );
});
