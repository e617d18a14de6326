import { accept, refuse } from '@duban/kernel';
import { authorsOf, checkTyped } from './actor-rules.js';
import { latest } from './clock.js';
import {
  type Decision,
  firstRefusal,
  happened,
  type Refusal,
  type Rule,
  type RuleTable,
  type Scene,
} from './rule.js';
import type { CaseState } from './state.js';
import type { CasePhase } from './vocabulary.js';

export const lastIntakeStep = (state: CaseState): string | null =>
  latest(state.snapshot?.submittedAt, state.reviews.at(-1)?.at, state.docketing?.at);

const OPEN_FOR_MERGE: readonly CasePhase[] = ['DOCKETED', 'ALLOCATED', 'HANDED_OVER'];

export function checkMergeTarget({ state, context }: Scene, intoId: string): Refusal | null {
  const { other } = context;
  if (intoId === state.proposalId) return refuse('MERGE_INTO_ITSELF');
  if (other?.proposalId !== intoId) return refuse('PROPOSAL_NOT_FOUND');
  const fits = other.kind === state.kind && other.caseNumber !== null && OPEN_FOR_MERGE.includes(other.phase);
  return fits ? null : refuse('MERGE_TARGET_NOT_OPEN');
}

const mergeProposal: Rule<'proposal.merge', 'CASE'> = {
  action: 'proposal:merge',
  on: 'CASE',
  may: ({ state }) => (state.absorbed.length > 0 ? refuse('MERGE_HAS_MERGED') : null),
  since: ({ state }) => lastIntakeStep(state),
  decide(scene, _, { intoId, reason = null }): Decision {
    const refusal = firstRefusal(
      () => checkMergeTarget(scene, intoId),
      () => checkTyped(scene, 'reason', reason),
    );
    if (refusal) return refusal;
    const intoCaseNumber = scene.context.other?.caseNumber ?? '';
    const authorIds = authorsOf(scene.state);
    return accept([happened(scene, 'proposal.merged', { intoId, intoCaseNumber, reason, authorIds })]);
  },
};

const absorbProposal: Rule<'proposal.absorb', 'CASE'> = {
  action: 'proposal:merge',
  on: 'CASE',
  internal: true,
  may: () => null,
  since: ({ state }) => state.docketing?.at ?? null,
  decide(scene, _, { fromId }): Decision {
    const { other } = scene.context;
    if (other?.proposalId !== fromId) return refuse('PROPOSAL_NOT_FOUND');
    if (fromId === scene.state.proposalId) return refuse('MERGE_INTO_ITSELF');
    const { caseNumber: fromCaseNumber, authorIds } = other;
    return accept([happened(scene, 'proposal.absorbed', { fromId, fromCaseNumber, authorIds })]);
  },
};

const answerMerged: Rule<'merged.answer', 'CASE'> = {
  action: 'reply:issue',
  on: 'CASE',
  internal: true,
  may: () => null,
  since: ({ state }) => state.mergedInto?.at ?? null,
  decide(scene, _, { replyId, documentNumber }): Decision {
    const { state } = scene;
    if (state.answers.some((one) => one.replyId === replyId)) return refuse('MERGED_ALREADY_ANSWERED');
    const byId = state.mergedInto?.proposalId ?? '';
    const authorIds = authorsOf(state);
    return accept([happened(scene, 'merged.answered', { byId, replyId, documentNumber, authorIds })]);
  },
};

export const MERGE_RULES: RuleTable<'proposal.merge' | 'proposal.absorb' | 'merged.answer'> = {
  'proposal.merge': mergeProposal,
  'proposal.absorb': absorbProposal,
  'merged.answer': answerMerged,
};
