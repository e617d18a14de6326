import { DUTY_KINDS } from '../process/supervision.js';
import type { AttemptTable } from './course.js';

/** Somebody takes on every kind of duty, of the case's own tier where it has one. */
export const DUTY_ATTEMPTS: AttemptTable = {
  'duty.assign': ({ state }) => {
    const tier = state.keyDesignations.at(-1)?.tier ?? null;
    return DUTY_KINDS.map((duty) => ({ kind: 'duty.assign', duty, tier, name: '甲' }));
  },
};
