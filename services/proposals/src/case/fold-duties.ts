import type { DutyEvents } from '../supervision/duty.js';
import type { FoldOf } from './fold-intake.js';

export const DUTY_FOLDS: FoldOf<DutyEvents> = {
  'duty.assigned': (state, assigned, at) => ({
    duties: [...state.duties, { ...assigned, since: at, endedAt: null, endReason: null, reportId: null }],
  }),
  'duty.ended': (state, { dutyId, reason, reportId }, at) => ({
    duties: state.duties.map((one) =>
      one.dutyId === dutyId ? { ...one, endedAt: at, endReason: reason, reportId } : one,
    ),
  }),
};
