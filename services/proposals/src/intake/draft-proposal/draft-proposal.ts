import { useCase, type Viewer } from '@duban/kernel';
import type { CommandPayloads } from '../../case/commands.js';
import { type CommandMeta, decideOn, type Receipt, record } from '../../case-command/case-command.js';
import type { CommandDeps } from '../../store/proposal.store.js';

export type DraftProposal = Omit<CommandPayloads['proposal.draft'], 'proposalId'>;

/** 起草: a new case, seen by its author alone until it is submitted. An office drafts what came on paper. */
export const draftProposal = useCase<CommandDeps, DraftProposal & CommandMeta, Receipt>({
  action: 'proposal:draft',
  async execute(deps: CommandDeps, viewer: Viewer, input: DraftProposal & CommandMeta) {
    const { expectedVersion: _, occurredAt, onPaper, ...draft } = input;
    const file = deps.cases.blank(deps.newId());
    const command = { kind: 'proposal.draft', proposalId: file.proposalId, ...draft } as const;
    const decision = await decideOn(deps, viewer, file, command, { occurredAt, onPaper });
    return decision.accepted ? record(deps, [decision.value]) : decision;
  },
});
