import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type ConfirmDone = CommandPayloads['entry.confirm'];

/** 核实落实: somebody other than the unit has seen that it is done. */
export const confirmDone = caseCommand<ConfirmDone, 'entry.confirm'>({
  action: 'entry:confirm',
  notFound: 'ENTRY_NOT_FOUND',
  find: (cases, { entryId }) => cases.findByEntry(entryId),
  command: ({ entryId, note }) => ({ kind: 'entry.confirm', entryId, note }),
});
