import type { Assignment, CaseState, Reply } from './state.js';

/** Assignments that owe a formal reply: not co-units, not moved to another unit, not ended. */
const answering = (state: CaseState): Assignment[] =>
  state.assignments.filter((one) => one.role !== 'CO' && one.phase !== 'REASSIGNED' && one.phase !== 'ENDED');

/** The latest round of each unit that answers: what counts in the end. */
export const latestAnswering = (state: CaseState): Assignment[] =>
  answering(state).filter((one) => !state.assignments.some((later) => follows(state, later, one)));

function follows(state: CaseState, later: Assignment, earlier: Assignment): boolean {
  if (later.previousId === earlier.assignmentId) return true;
  const between = state.assignments.find((one) => one.assignmentId === later.previousId);
  return between ? follows(state, between, earlier) : false;
}

/** The formal reply of an assignment, if given. */
export const formalReply = (state: CaseState, assignmentId: string): Reply | undefined =>
  state.replies.find((one) => one.assignmentId === assignmentId && one.kind === 'FORMAL');

/** The latest of the assignments that take this one's matter on; itself when none does. */
export function latestFollowing(state: CaseState, assignmentId: string): string {
  const later = state.assignments.find((one) => one.previousId === assignmentId);
  return later ? latestFollowing(state, later.assignmentId) : assignmentId;
}

/** The unit's latest formal reply on the matter of an assignment: what a promise kept or given up changes. */
export function standingReply(state: CaseState, assignmentId: string): Reply | undefined {
  const later = state.assignments.find((one) => one.previousId === assignmentId);
  const beyond = later ? standingReply(state, later.assignmentId) : undefined;
  return beyond ?? formalReply(state, assignmentId);
}

function allReplied(state: CaseState): boolean {
  const first = answering(state).filter((one) => one.handedOverAt !== null);
  return first.length > 0 && latestAnswering(state).every((one) => formalReply(state, one.assignmentId));
}

function allSolved(state: CaseState): boolean {
  if (!allReplied(state)) return false;
  const meansSolved = (reply: Reply | undefined): boolean =>
    reply?.confirmedClass != null && reply.outcomes.length === 1 && reply.outcomes[0] === 'SOLVED';
  const open = state.entries.some((one) => one.endedAt === null);
  return !open && latestAnswering(state).every((one) => meansSolved(formalReply(state, one.assignmentId)));
}

function allSatisfied(state: CaseState): boolean {
  const latest = latestAnswering(state);
  if (latest.length === 0) return false;
  return latest.every((one) => {
    const ratings = state.feedback.filter((given) => given.assignmentId === one.assignmentId);
    return ratings.length > 0 && ratings.every((given) => given.satisfied);
  });
}

/**
 * The facts with their dates. Answered is a past fact: once true it stays, also when a second round
 * opens. Solved and satisfied say what holds now, since when.
 */
export function withFacts(state: CaseState, at: string): CaseState {
  return {
    ...state,
    repliedAt: state.repliedAt ?? (allReplied(state) ? at : null),
    solvedAt: allSolved(state) ? (state.solvedAt ?? at) : null,
    satisfiedAt: allSatisfied(state) ? (state.satisfiedAt ?? at) : null,
  };
}
