import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type DowngradeEntry = CommandPayloads['entry.downgrade'];

/** 降类: no longer feasible, with a reason. */
export const downgradeEntry = caseCommand<DowngradeEntry, 'entry.downgrade'>({
  action: 'entry:downgrade',
  notFound: 'ENTRY_NOT_FOUND',
  find: (cases, { entryId }) => cases.findByEntry(entryId),
  command: ({ entryId, class: local, reason }) => ({
    kind: 'entry.downgrade',
    entryId,
    class: local,
    reason,
  }),
});
