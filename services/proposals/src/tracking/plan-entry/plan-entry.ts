import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type PlanEntry = CommandPayloads['entry.plan'];

/** 制定推进计划: who sees to a promise, and by when what is done. */
export const planEntry = caseCommand<PlanEntry, 'entry.plan'>({
  action: 'entry:plan',
  notFound: 'ENTRY_NOT_FOUND',
  find: (cases, { entryId }) => cases.findByEntry(entryId),
  command: ({ entryId, responsible, milestones }) => ({
    kind: 'entry.plan',
    entryId,
    responsible,
    milestones,
  }),
});
