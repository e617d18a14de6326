import fc from 'fast-check';
import type { TrialEvent } from '../trial/trial-event.js';
import type { Choice, LifeStep } from './life-by-the-model.js';

/** One choice of a life by the model: what is done, after how many days, and whether it may lead nowhere. */
export const anyChoice: fc.Arbitrary<Choice> = fc.record({
  pick: fc.nat(9999),
  days: fc.oneof(fc.nat(3), fc.nat(40)),
  idle: fc.nat(3).map((one) => one === 0),
});

/** What a life left in the log. */
export const recordedIn = (steps: readonly LifeStep[]): TrialEvent[] =>
  steps.flatMap(({ viewer, events }) =>
    events.map((event) => ({ ...event, actorRole: viewer.role, actorId: viewer.accountId })),
  );
