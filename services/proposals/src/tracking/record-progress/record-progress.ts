import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type RecordProgress = CommandPayloads['entry.progress'];

/** 记录进展: the unit notes what was done towards the promise. */
export const recordProgress = caseCommand<RecordProgress, 'entry.progress'>({
  action: 'entry:progress',
  notFound: 'ENTRY_NOT_FOUND',
  find: (cases, { entryId }) => cases.findByEntry(entryId),
  command: ({ entryId, text, milestone }) => ({ kind: 'entry.progress', entryId, text, milestone }),
});
