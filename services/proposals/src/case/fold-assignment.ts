import type { HandedOverAssignment } from './events-handling.js';
import type { Assignment, CaseState } from './state.js';
import type { AssignmentOrigin } from './vocabulary.js';

/** What no assignment has when it begins. */
export const FRESH = {
  reopened: null,
  acknowledgedAt: null,
  returns: [],
  extensions: [],
  opinions: [],
  repliedAt: null,
  ratedAt: null,
  closedAt: null,
  contactBy: null,
  planBy: null,
  receipt: null,
  responsible: null,
  headSignedAt: null,
  plan: null,
  progressReports: [],
  filing: null,
} as const;

/** An assignment whose clock has just started. */
export function startAssignment(
  handed: HandedOverAssignment,
  origin: AssignmentOrigin,
  previousId: string | null,
): Assignment {
  const { assignmentId, unitId, role, round, handedOverAt, due, acknowledgeBy, returnBy } = handed;
  const { contactBy = null, planBy = null } = handed;
  const clock = { handedOverAt, due, acknowledgeBy, returnBy, contactBy, planBy };
  return { ...FRESH, ...clock, assignmentId, unitId, role, round, origin, previousId, phase: 'HANDED_OVER' };
}

export const onAssignment = (
  state: CaseState,
  assignmentId: string,
  change: (one: Assignment) => Assignment,
): CaseState => ({
  ...state,
  assignments: state.assignments.map((one) => (one.assignmentId === assignmentId ? change(one) : one)),
});
