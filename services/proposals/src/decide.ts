import type { Outcome, Viewer } from '@duban/kernel';
import type { Command } from './commands.js';
import type { CaseContext } from './context.js';
import type { NewCaseEvent } from './events.js';
import type { Process } from './process.js';
import type { RefusalCode } from './refusals.js';
import type { CaseState } from './state.js';

/**
 * What follows from a command: events, or why not. Pure: `now` (ISO instant) and every outside fact
 * come in. The case's own process is the one it was handed over under; the caller picks it.
 */
export function decide(
  state: CaseState,
  command: Command,
  process: Process,
  viewer: Viewer,
  now: string,
  context: CaseContext,
): Outcome<NewCaseEvent[], RefusalCode> {
  throw new Error(`not yet: ${[state, command, process, viewer, now, context].length}`);
}
