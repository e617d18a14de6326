import { refuse } from '@duban/kernel';
import type { GuardTable } from './guard.js';
import { worded } from './labels.js';
import { DUTY_WORDS } from './labels-duties.js';

export const DUTY_GUARDS: GuardTable<'DUTIES'> = {
  DUTIES({ state }, { duties }) {
    const missing = duties.find(
      (duty) => !state.duties.some((one) => one.duty === duty && one.endedAt === null),
    );
    return missing === undefined ? null : refuse('DUTY_MISSING', worded('duty', DUTY_WORDS, missing));
  },
};
