import { fillText, type Viewer } from '@duban/kernel';
import type { CaseContext } from '../context.js';
import { decide } from '../decide.js';
import type { NewCaseEvent } from '../events.js';
import { evolve, fold } from '../fold.js';
import type { Process } from '../process.js';
import { PROPOSAL_REFUSALS } from '../refusals.js';
import type { CaseState } from '../state.js';
import { type CellProblem, headingOf } from './ledger-columns.js';
import { problem } from './ledger-row.js';
import type { LedgerStep } from './ledger-steps.js';

export type Replayed =
  | { readonly events: readonly NewCaseEvent[]; readonly state: CaseState }
  | { readonly problem: CellProblem };

/** Everything a replay is told from outside the case. */
export type ReplayFrame = {
  readonly process: Process;
  readonly viewer: Viewer;
  readonly now: string;
  readonly context: CaseContext;
};

/**
 * Runs a case's steps through the ordinary rules, one after the other. The first refusal ends it and
 * becomes a problem at the cell that the step came from; later cells of the case depend on it.
 */
export function replayCase(
  steps: readonly LedgerStep[],
  { process, viewer, now, context }: ReplayFrame,
): Replayed {
  const events: NewCaseEvent[] = [];
  let state = fold([]);
  for (const step of steps) {
    const command = step.command(state);
    if (command === null) return { problem: nothingOpen(step) };
    const decision = decide(state, command, process, viewer, now, context);
    if (!decision.accepted) {
      const text = PROPOSAL_REFUSALS[decision.code];
      const [zh, en] = [fillText(text.zh, decision.params), fillText(text.en, decision.params)];
      return { problem: at(step, decision.code, zh, en) };
    }
    for (const event of decision.value) state = evolve(state, event);
    events.push(...decision.value);
  }
  return { events, state };
}

const at = ({ row, column }: LedgerStep, code: string, zh: string, en: string): CellProblem =>
  problem(row.rowNumber, headingOf(column), row[column] ?? '', code, zh, en);

const nothingOpen = (step: LedgerStep): CellProblem =>
  at(
    step,
    'ROUND_NOT_OPEN',
    `该单位没有第 ${step.row.round ?? '1'} 轮办理:前一轮须有“不满意”评价,且首轮须列出该单位`,
    `This unit has no round ${step.row.round ?? '1'}: the round before needs a DISSATISFIED, and round 1 must name the unit`,
  );
