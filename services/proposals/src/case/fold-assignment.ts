import type { HandedOverAssignment } from './events-handling.js';
import type { Assignment, CaseState } from './state.js';
import type { AssignmentOrigin } from './vocabulary.js';

/** What units are chosen with; the rest comes when the assignment leaves the office. */
type Chosen = Pick<HandedOverAssignment, 'assignmentId' | 'unitId' | 'role'> & Partial<HandedOverAssignment>;

/** An assignment of which nothing has happened yet. Written out: spreading costs ten times as much, and each reading of a case makes some. */
function newAssignment(chosen: Chosen, origin: AssignmentOrigin, previousId: string | null): Assignment {
  return {
    assignmentId: chosen.assignmentId,
    unitId: chosen.unitId,
    role: chosen.role,
    round: chosen.round ?? 1,
    origin,
    previousId,
    reopened: null,
    phase: chosen.handedOverAt === undefined ? 'PENDING' : 'HANDED_OVER',
    handedOverAt: chosen.handedOverAt ?? null,
    due: chosen.due ?? null,
    acknowledgeBy: chosen.acknowledgeBy ?? null,
    returnBy: chosen.returnBy ?? null,
    contactBy: chosen.contactBy ?? null,
    planBy: chosen.planBy ?? null,
    acknowledgedAt: null,
    returns: [],
    extensions: [],
    opinions: [],
    repliedAt: null,
    ratedAt: null,
    closedAt: null,
    receipt: null,
    responsible: null,
    headSignedAt: null,
    plan: null,
    progressReports: [],
    filing: null,
  };
}

/** A unit that was chosen; nothing runs yet. */
export const chooseUnit = (chosen: Chosen): Assignment => newAssignment(chosen, 'HANDOVER', null);

/** An assignment whose clock has just started. */
export const startAssignment = (
  handed: HandedOverAssignment,
  origin: AssignmentOrigin,
  previousId: string | null,
): Assignment => newAssignment(handed, origin, previousId);

export const onAssignment = (
  state: Pick<CaseState, 'assignments'>,
  assignmentId: string,
  change: (one: Assignment) => Assignment,
): Pick<CaseState, 'assignments'> => ({
  assignments: state.assignments.map((one) => (one.assignmentId === assignmentId ? change(one) : one)),
});
