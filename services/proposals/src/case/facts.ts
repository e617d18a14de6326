import type { Assignment, CaseState, Reply } from './state.js';

/** Assignments that owe a formal reply: not co-units, not moved to another unit, not ended. */
const answering = (state: CaseState): Assignment[] =>
  state.assignments.filter((one) => one.role !== 'CO' && one.phase !== 'REASSIGNED' && one.phase !== 'ENDED');

/** The latest round of each unit that answers: what counts in the end. */
export const latestAnswering = (state: CaseState): Assignment[] =>
  state.assignments.length === 1
    ? answering(state)
    : answering(state).filter((one) => !state.assignments.some((later) => follows(state, later, one)));

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

const meansSolved = (reply: Reply | undefined): boolean =>
  reply?.confirmedClass != null && reply.outcomes.length === 1 && reply.outcomes[0] === 'SOLVED';

function satisfies({ feedback }: CaseState, { assignmentId }: Assignment): boolean {
  const ratings = feedback.filter((given) => given.assignmentId === assignmentId);
  return ratings.length > 0 && ratings.every((given) => given.satisfied);
}

type CaseFacts = Pick<CaseState, 'repliedAt' | 'solvedAt' | 'satisfiedAt'>;

/**
 * The facts with their dates. Answered is a past fact: once true it stays, also when a second round
 * opens. Solved and satisfied say what holds now, since when. A withdrawal ends what is owed and
 * answers nothing: what was answered before it stays so, and nothing is solved by it.
 */
export function factsOf(state: CaseState, at: string): CaseFacts {
  const { repliedAt, solvedAt, satisfiedAt, withdrawal } = state;
  if (state.assignments.length === 0 || withdrawal !== null)
    return { repliedAt, solvedAt: null, satisfiedAt: null };
  const latest = latestAnswering(state);
  const replies = latest.map((one) => formalReply(state, one.assignmentId));
  const handedOver = answering(state).some((one) => one.handedOverAt !== null);
  const replied = handedOver && replies.every((reply) => reply !== undefined);
  const solved = replied && replies.every(meansSolved) && state.entries.every((one) => one.endedAt !== null);
  const satisfied = latest.length > 0 && latest.every((one) => satisfies(state, one));
  return {
    repliedAt: repliedAt ?? (replied ? at : null),
    solvedAt: solved ? (solvedAt ?? at) : null,
    satisfiedAt: satisfied ? (satisfiedAt ?? at) : null,
  };
}
