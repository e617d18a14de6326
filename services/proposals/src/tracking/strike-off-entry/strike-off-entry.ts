import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type StrikeOffEntry = CommandPayloads['entry.strike_off'];

/** 销号: only what was confirmed leaves the register as kept. */
export const strikeOffEntry = caseCommand<StrikeOffEntry, 'entry.strike_off'>({
  action: 'entry:strike-off',
  notFound: 'ENTRY_NOT_FOUND',
  find: (cases, { entryId }) => cases.findByEntry(entryId),
  command: ({ entryId }) => ({ kind: 'entry.strike_off', entryId }),
});
