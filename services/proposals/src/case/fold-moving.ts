import type { MovedClass, MovedClock, MovingEvents } from './events-moving.js';
import { onAssignment } from './fold-assignment.js';
import type { FoldOf } from './fold-intake.js';
import type { CaseState } from './state.js';

const moveClock = (state: CaseState, { assignmentId, clock, to }: MovedClock): CaseState => ({
  ...state,
  ...onAssignment(state, assignmentId, (one) => ({ ...one, [clock]: to })),
});

function moveClass(state: CaseState, { on, id, to }: MovedClass): CaseState {
  if (on === 'ENTRY')
    return {
      ...state,
      entries: state.entries.map((one) => (one.entryId === id ? { ...one, class: to } : one)),
    };
  const field = on === 'CLAIMED' ? 'claimedClass' : 'confirmedClass';
  return {
    ...state,
    replies: state.replies.map((one) => (one.replyId === id ? { ...one, [field]: to } : one)),
  };
}

export const MOVING_FOLDS: FoldOf<MovingEvents> = {
  'process.moved': (state, moved, at) => {
    const clocks = moved.clocks.reduce(moveClock, state);
    const classes = moved.classes.reduce(moveClass, clocks);
    return { ...classes, processVersion: moved.toVersion, moves: [...state.moves, { ...moved, at }] };
  },
};
