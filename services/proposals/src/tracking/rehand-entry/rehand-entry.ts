import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type RehandEntry = CommandPayloads['entry.rehand'];

/** 再次交办: with the same contact, procedure and rating as a new case. */
export const rehandEntry = caseCommand<RehandEntry, 'entry.rehand'>({
  action: 'entry:rehand',
  notFound: 'ENTRY_NOT_FOUND',
  find: (cases, { entryId }) => cases.findByEntry(entryId),
  command: ({ entryId }) => ({ kind: 'entry.rehand', entryId }),
});
