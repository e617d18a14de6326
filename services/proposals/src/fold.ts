import type { CaseEvent } from './events.js';
import type { CaseState } from './state.js';

/** The state of a case after its events, in order. Never throws: an event it does not know changes nothing but the version. */
export function fold(events: readonly CaseEvent[]): CaseState {
  throw new Error(`not yet: ${events.length}`);
}

/** One event further. */
export function evolve(state: CaseState, event: CaseEvent): CaseState {
  throw new Error(`not yet: ${event.type} ${state.version}`);
}
