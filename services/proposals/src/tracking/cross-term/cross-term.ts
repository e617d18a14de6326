import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type CrossTerm = CommandPayloads['entry.cross_term'];

/** 跨届续办: carries a promise into the next term. */
export const crossTerm = caseCommand<CrossTerm, 'entry.cross_term'>({
  action: 'entry:cross-term',
  notFound: 'ENTRY_NOT_FOUND',
  find: (cases, { entryId }) => cases.findByEntry(entryId),
  command: ({ entryId, toTerm }) => ({ kind: 'entry.cross_term', entryId, toTerm }),
});
