import { refuse } from '@duban/kernel';
import type { ProposerRule } from '../process/submission.js';
import type { CommandOf } from './commands.js';
import { PROPOSER_TYPE_WORDS, worded } from './labels.js';
import type { Refusal, Scene } from './rule.js';
import type { ProposalKind, ProposerType } from './vocabulary.js';

function ruleFor({ process, source }: Scene, type: ProposerType): ProposerRule | undefined {
  // A ledger tells who proposed then, whatever may be proposed now.
  return source.guards === 'OFF' ? {} : process.submission.proposers[type];
}

const mayPropose = (rule: ProposerRule | undefined, kind: ProposalKind): rule is ProposerRule =>
  rule !== undefined && (rule.kinds === undefined || rule.kinds.includes(kind));

/** Whether the locality takes cases of this kind from this sort of proposer. */
export function checkProposerType(scene: Scene, draft: CommandOf<'proposal.draft'>): Refusal | null {
  const { proposerType, proposalKind, collective } = draft;
  const rule = ruleFor(scene, proposerType);
  if (!mayPropose(rule, proposalKind))
    return refuse('PROPOSER_TYPE_NOT_ALLOWED', worded('type', PROPOSER_TYPE_WORDS, proposerType));
  return rule.collectiveRequired && !collective?.trim() ? refuse('COLLECTIVE_REQUIRED') : null;
}

/** How many must have signed, and may, when it is submitted. */
export function checkCosigners(scene: Scene): Refusal | null {
  const { state } = scene;
  const { minCosigners: min = 0, maxCosigners: max } = ruleFor(scene, state.proposerType) ?? {};
  const count = state.cosignatures.filter((one) => one.status === 'CONFIRMED').length;
  if (count < min) return refuse('COSIGNERS_TOO_FEW', { min, count });
  return max !== undefined && count > max ? refuse('COSIGNERS_TOO_MANY', { max, count }) : null;
}
