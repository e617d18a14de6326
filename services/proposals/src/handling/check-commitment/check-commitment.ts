import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type CheckCommitment = CommandPayloads['commitment.check'];

/** 核实承诺事项: the office looks whether what a letter promised was done. */
export const checkCommitment = caseCommand<CheckCommitment, 'commitment.check'>({
  action: 'commitment:check',
  notFound: 'COMMITMENT_NOT_OPEN',
  find: (cases, { commitmentId }) => cases.findByCommitment(commitmentId),
  command: ({ commitmentId, fulfilled, note }) => ({
    kind: 'commitment.check',
    commitmentId,
    fulfilled,
    note,
  }),
});
