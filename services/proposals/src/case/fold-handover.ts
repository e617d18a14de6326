import type { HandoverEvents } from './events-handover.js';
import { onAssignment } from './fold-assignment.js';
import type { FoldOf } from './fold-intake.js';
import type { Assignment, CaseState, Milestone } from './state.js';

const answerAllocation: FoldOf<HandoverEvents>['allocation.answered'] = (state, answered, at) => {
  if (!state.precheck) return {};
  const others = state.precheck.answers.filter(({ unitId }) => unitId !== answered.unitId);
  return { precheck: { ...state.precheck, answers: [...others, { ...answered, at }] } };
};

const changeLead: FoldOf<HandoverEvents>['lead.changed'] = (state, changed, at) => {
  const { assignmentId, reason, leadId, leadDue, coDue } = changed;
  const handedOver = onAssignment(state, leadId, (one) => ({
    ...one,
    role: 'LEAD',
    due: leadDue,
    phase: one.phase === 'OPINION_GIVEN' ? resumed(state, one) : one.phase,
  }));
  return onAssignment(handedOver, assignmentId, (one) => ({
    ...settled(one, reason, at, leadId),
    phase: resumed(state, one),
    role: 'CO',
    due: coDue,
  }));
};

/** Where a unit goes on: after a return that came to nothing, or when it had done its part as a co-unit. */
export function resumed({ contacts }: CaseState, { assignmentId, acknowledgedAt }: Assignment) {
  if (!acknowledgedAt) return 'HANDED_OVER' as const;
  const contacted = contacts.some((one) => one.assignmentId === assignmentId);
  return contacted ? ('IN_HANDLING' as const) : ('ACKNOWLEDGED' as const);
}

/** The request is decided. */
function settled(one: Assignment, decisionReason: string | null, at: string, replacementId: string) {
  const decided = { decision: 'APPROVED' as const, decidedAt: at, decisionReason, replacementId };
  const returns = one.returns.map((request, index) =>
    index === one.returns.length - 1 ? { ...request, ...decided } : request,
  );
  return { ...one, returns };
}

const escalate: FoldOf<HandoverEvents>['return.escalated'] = (state, escalated, at) =>
  onAssignment(state, escalated.assignmentId, (one) => ({
    ...one,
    returns: one.returns.map((request, index) => {
      if (index < one.returns.length - 1) return request;
      const { rung, reason, decideBy } = escalated;
      return { ...request, rung, decideBy, steps: [...(request.steps ?? []), { rung, reason, at }] };
    }),
  }));

/** A milestone that was reached stays reached when the plan is changed around it. */
const setPlan: FoldOf<HandoverEvents>['plan.set'] = (state, { assignmentId, ...plan }, at) =>
  onAssignment(state, assignmentId, (one) => {
    const kept = (title: string) => one.plan?.milestones.find((old) => old.title === title && old.doneAt);
    const milestones = plan.milestones.map((given): Milestone => {
      const { doneAt = null, note = null, evidence = [] } = kept(given.title) ?? {};
      return { ...given, doneAt, note, evidence };
    });
    return { ...one, plan: { ...plan, milestones, version: (one.plan?.version ?? 0) + 1, at } };
  });

const completeMilestone: FoldOf<HandoverEvents>['milestone.completed'] = (state, done, at) =>
  onAssignment(state, done.assignmentId, (one) => {
    if (!one.plan) return one;
    const { milestoneId, note, evidence } = done;
    const milestones = one.plan.milestones.map((each) =>
      each.milestoneId === milestoneId ? { ...each, note, evidence, doneAt: at } : each,
    );
    return { ...one, plan: { ...one.plan, milestones } };
  });

export const HANDOVER_FOLDS: FoldOf<HandoverEvents> = {
  'matters.split': (_, { matters }) => ({ matters }),
  'allocation.answered': answerAllocation,
  'responsible.named': (state, { assignmentId, fields, deadline }, at) =>
    onAssignment(state, assignmentId, (one) => ({ ...one, responsible: { fields, deadline, at } })),
  'assignment.head_signed': (state, { assignmentId }, at) =>
    onAssignment(state, assignmentId, (one) => ({ ...one, headSignedAt: at })),
  'return.escalated': escalate,
  'lead.changed': changeLead,
  'plan.set': setPlan,
  'milestone.completed': completeMilestone,
  'progress.reported': (state, { assignmentId, text }, at) =>
    onAssignment(state, assignmentId, (one) => ({
      ...one,
      progressReports: [...one.progressReports, { text, at }],
    })),
  'assignment.filed': (state, { assignmentId, reason, reviewBy }, at) =>
    onAssignment(state, assignmentId, (one) => ({ ...one, filing: { reason, reviewBy, at } })),
};

/** A unit that takes another's place answers for its matters; without one they are the others' that share them. */
export const moveMatters = (
  state: CaseState,
  from: string,
  to: string | null,
): Pick<CaseState, 'matters'> => ({
  matters: state.matters.map((matter) => ({
    ...matter,
    unitIds: matter.unitIds.flatMap((unitId) => (unitId !== from ? [unitId] : to === null ? [] : [to])),
  })),
});
