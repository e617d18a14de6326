import { accept, type Outcome, refuse, useCase, type Viewer } from '@duban/kernel';
import type { CommandPayloads } from '../../case/commands.js';
import { maySee } from '../../case/visibility.js';
import {
  type CommandMeta,
  checkVersion,
  decideOn,
  type Receipt,
  record,
} from '../../case-command/case-command.js';
import type { CaseChange, CommandDeps } from '../../store/proposal.store.js';

export type DecideReview = CommandPayloads['review.decide'] & { readonly proposalId: string };

/**
 * 作出审查意见: one reviewer's verdict at one stage. When the stages side by side come to a merge, the
 * case that takes this one in says so in the same transaction.
 */
export const decideReview = useCase<CommandDeps, DecideReview & CommandMeta, Receipt>({
  action: 'review:decide',
  async execute(deps: CommandDeps, viewer: Viewer, input: DecideReview & CommandMeta) {
    const { proposalId, expectedVersion: _, occurredAt, onPaper, ...verdict } = input;
    const file = await deps.cases.find(proposalId);
    if (!file || !maySee(file.state, viewer)) return refuse('PROPOSAL_NOT_FOUND');
    const stale = checkVersion(file, input);
    if (stale) return stale;
    const meta = { occurredAt, onPaper };
    const decided = await decideOn(deps, viewer, file, { kind: 'review.decide', ...verdict }, meta);
    if (!decided.accepted) return decided;
    const absorbed = await absorbedBy(deps, viewer, decided.value, meta);
    return absorbed.accepted ? record(deps, [decided.value, ...absorbed.value]) : absorbed;
  },
});

/** The other half of a merge, if that is what the review came to. */
async function absorbedBy(
  deps: CommandDeps,
  viewer: Viewer,
  { file, events }: CaseChange,
  meta: CommandMeta,
): Promise<Outcome<CaseChange[]>> {
  const merged = events.find((event) => event.type === 'proposal.merged');
  if (!merged) return accept([]);
  const into = await deps.cases.find(merged.payload.intoId);
  if (!into || !maySee(into.state, viewer)) return refuse('PROPOSAL_NOT_FOUND');
  const absorb = { kind: 'proposal.absorb', fromId: file.proposalId } as const;
  const absorbed = await decideOn(deps, viewer, into, absorb, meta);
  return absorbed.accepted ? accept([absorbed.value]) : absorbed;
}
