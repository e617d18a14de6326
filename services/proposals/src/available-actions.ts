import type { RefusalParams, Viewer } from '@duban/kernel';
import type { CommandKind } from './commands.js';
import type { CaseContext } from './context.js';
import type { Process } from './process.js';
import type { ProposalAction } from './proposal.access.js';
import type { RefusalCode } from './refusals.js';
import type { CaseState } from './state.js';
import type { ReplyKind } from './vocabulary.js';

/** One thing that may be tried now, or why not. Told by the same functions that decide. */
export type AvailableAction = {
  readonly action: ProposalAction;
  readonly command: CommandKind;
  /** For replies: each kind has its own conditions. */
  readonly variant?: ReplyKind;
  readonly possible: boolean;
  readonly refusalCode?: RefusalCode;
  readonly params?: RefusalParams;
  readonly assignmentId?: string;
  readonly replyId?: string;
  readonly entryId?: string;
};

/**
 * For the whole case, each assignment, each reply and each entry: every command, and whether some
 * input to it would be accepted. `context` may hold no more than the viewer's own mandate.
 */
export function availableActions(
  state: CaseState,
  process: Process,
  viewer: Viewer,
  now: string,
  context: CaseContext,
): readonly AvailableAction[] {
  throw new Error(`not yet: ${[state, process, viewer, now, context].length}`);
}
