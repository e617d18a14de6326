import { refuse, useCase, type Viewer } from '@duban/kernel';
import { maySee } from '../../case/visibility.js';
import {
  type CommandMeta,
  checkVersion,
  decideOn,
  type Receipt,
  record,
} from '../../case-command/case-command.js';
import type { CaseFile, CommandDeps } from '../../store/proposal.store.js';

export type MergeProposal = {
  readonly proposalId: string;
  readonly intoId: string;
  readonly reason?: string;
};

/** 并案: one case goes into another; both say so in the same transaction, and each author is answered. */
export const mergeProposal = useCase<CommandDeps, MergeProposal & CommandMeta, Receipt>({
  action: 'proposal:merge',
  async execute(deps: CommandDeps, viewer: Viewer, input: MergeProposal & CommandMeta) {
    const { proposalId, intoId, reason } = input;
    const files = await deps.cases.findMany([proposalId, intoId]);
    const seen = (file: CaseFile | undefined): file is CaseFile =>
      file !== undefined && maySee(file.state, viewer);
    const [file, into] = [files.get(proposalId), files.get(intoId)];
    if (!seen(file) || !seen(into)) return refuse('PROPOSAL_NOT_FOUND');
    const stale = checkVersion(file, input);
    if (stale) return stale;
    const merged = await decideOn(deps, viewer, file, { kind: 'proposal.merge', intoId, reason }, input);
    if (!merged.accepted) return merged;
    const absorbed = await decideOn(
      deps,
      viewer,
      into,
      { kind: 'proposal.absorb', fromId: proposalId },
      input,
    );
    return absorbed.accepted ? record(deps, [merged.value, absorbed.value]) : absorbed;
  },
});
