import type { DeadlineStep, DueDate } from '../case/deadline.js';
import type { Assignment, CaseState } from '../case/state.js';
import { FINAL_CASE_PHASES } from '../case/transitions.js';
import type { SetClock, Subject } from './clock.js';

/** Until when those who are asked about the units may answer. */
export function precheckClock({ proposalId, precheck, phase, handedOverAt }: CaseState): SetClock[] {
  if (!precheck?.answerBy) return [];
  const subject: Subject = { kind: 'CASE', id: proposalId, assignmentId: null, unitId: null };
  const over = FINAL_CASE_PHASES.includes(phase);
  return [{ step: 'PRECHECK', subject, due: precheck.answerBy, doneAt: handedOverAt, over }];
}

/** What the unit set itself, or was set beside its reply: the plan, its milestones, its own deadline, the filing. */
export function workClocks(one: Assignment, over: boolean): SetClock[] {
  const { assignmentId, unitId, plan } = one;
  const clock = (
    step: DeadlineStep,
    due: DueDate | null | undefined,
    doneAt: string | null,
    id = assignmentId,
  ): SetClock[] =>
    due ? [{ step, subject: { kind: 'ASSIGNMENT', id, assignmentId, unitId }, due, doneAt, over }] : [];
  return [
    ...clock('PLAN', one.planBy, plan?.at ?? null),
    ...(plan?.milestones ?? []).flatMap(({ milestoneId, due, doneAt }) =>
      clock('MILESTONE', due, doneAt, milestoneId),
    ),
    ...clock('UNIT_DEADLINE', one.responsible?.deadline, one.repliedAt),
    ...clock('FILING_REVIEW', one.filing?.reviewBy, one.repliedAt),
  ];
}
