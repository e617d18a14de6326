import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type RollOverEntry = CommandPayloads['entry.roll_over'];

/** 结转: what is not done at the end of the year is carried over. */
export const rollOverEntry = caseCommand<RollOverEntry, 'entry.roll_over'>({
  action: 'entry:roll-over',
  notFound: 'ENTRY_NOT_FOUND',
  find: (cases, { entryId }) => cases.findByEntry(entryId),
  command: ({ entryId, toYear }) => ({ kind: 'entry.roll_over', entryId, toYear }),
});
