import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type ClaimDone = CommandPayloads['entry.claim_done'];

/** 申请销号: the unit says that it is done and shows it. */
export const claimDone = caseCommand<ClaimDone, 'entry.claim_done'>({
  action: 'entry:claim-done',
  notFound: 'ENTRY_NOT_FOUND',
  find: (cases, { entryId }) => cases.findByEntry(entryId),
  command: ({ entryId, text, evidence }) => ({ kind: 'entry.claim_done', entryId, text, evidence }),
});
