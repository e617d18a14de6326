import type { Assignment, CaseState } from '../case/state.js';

/** Units that owe the proposer an answer and have not given it. */
export const answering = (state: CaseState): readonly Assignment[] =>
  state.assignments.filter(
    ({ role, phase, handedOverAt, repliedAt, closedAt }) =>
      role !== 'CO' &&
      handedOverAt !== null &&
      repliedAt === null &&
      closedAt === null &&
      phase !== 'REASSIGNED' &&
      phase !== 'ENDED',
  );
