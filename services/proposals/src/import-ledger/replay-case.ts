import { type CellProblem, cellProblem, fillText, type Viewer } from '@duban/kernel';
import type { Command } from '../case/commands.js';
import type { CaseContext } from '../case/context.js';
import { decide } from '../case/decide.js';
import type { NewCaseEvent } from '../case/events.js';
import { EMPTY_CASE, fold } from '../case/fold.js';
import { PROPOSAL_REFUSALS } from '../case/refusals.js';
import type { CaseState } from '../case/state.js';
import type { Process } from '../process/process.js';
import { headingOf } from './ledger-columns.js';
import type { LedgerStep } from './ledger-steps.js';

/** A case as far as its rows have been replayed. */
export type Replay = { readonly state: CaseState; readonly events: readonly NewCaseEvent[] };

export const NOTHING_REPLAYED: Replay = { state: EMPTY_CASE, events: [] };

/** Everything a replay is told from outside the case. */
export type ReplayFrame = {
  readonly process: Process;
  readonly viewer: Viewer;
  readonly now: string;
  readonly context: (command: Command) => CaseContext;
  /** Told of what each step brought, before the next one asks for its context. */
  readonly happened: (events: readonly NewCaseEvent[]) => void;
};

/** A rule refused a step of a case: the cell it comes from, in the rule's own words. */
export class LedgerRefused extends Error {
  constructor(readonly problem: CellProblem) {
    super(problem.messageEn);
  }
}

/**
 * Runs steps through the ordinary rules, one after the other, from where a case stands. The first
 * refusal ends the case (throws LedgerRefused): later cells depend on it.
 */
export function replay(from: Replay, steps: readonly LedgerStep[], frame: ReplayFrame): Replay {
  const events = [...from.events];
  let { state } = from;
  for (const step of steps) {
    const command = step.command(state);
    if (command === null) throw new LedgerRefused(nothingOpen(step));
    const decision = decide(state, command, frame.process, frame.viewer, frame.now, frame.context(command));
    if (!decision.accepted) {
      const { zh, en } = PROPOSAL_REFUSALS[decision.code];
      throw new LedgerRefused(
        at(step, decision.code, fillText(zh, decision.params), fillText(en, decision.params)),
      );
    }
    state = fold(decision.value, state);
    events.push(...decision.value);
    frame.happened(decision.value);
  }
  return { state, events };
}

const at = ({ row, column }: LedgerStep, code: string, zh: string, en: string): CellProblem =>
  cellProblem(row.rowNumber, headingOf(column), row[column] ?? '', code, zh, en);

const nothingOpen = (step: LedgerStep): CellProblem =>
  at(
    step,
    'ROUND_NOT_OPEN',
    `该单位没有第 ${step.row.round ?? '1'} 轮办理:前一轮须有“不满意”评价,且首轮须列出该单位`,
    `This unit has no round ${step.row.round ?? '1'}: the round before needs a DISSATISFIED, and round 1 must name the unit`,
  );
