import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type RefuseClaim = CommandPayloads['entry.refuse_claim'];

/** 退回销号申请: what was claimed is not so; the entry stays open. */
export const refuseClaim = caseCommand<RefuseClaim, 'entry.refuse_claim'>({
  action: 'entry:confirm',
  notFound: 'ENTRY_NOT_FOUND',
  find: (cases, { entryId }) => cases.findByEntry(entryId),
  command: ({ entryId, reason }) => ({ kind: 'entry.refuse_claim', entryId, reason }),
});
