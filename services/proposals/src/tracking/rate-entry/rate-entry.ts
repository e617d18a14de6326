import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type RateEntry = CommandPayloads['entry.rate'];

/** 评价后续办理: rates what was done since for a promise of an earlier year. */
export const rateEntry = caseCommand<RateEntry, 'entry.rate'>({
  action: 'entry:rate',
  notFound: 'ENTRY_NOT_FOUND',
  find: (cases, { entryId }) => cases.findByEntry(entryId),
  command: ({ entryId, respondent, level, comment }) => ({
    kind: 'entry.rate',
    entryId,
    respondent,
    level,
    comment,
  }),
});
