import { accept, refuse } from '@duban/kernel';
import { asLeadProposer, checkMandate } from './actor-rules.js';
import { latest } from './clock.js';
import { joined } from './labels.js';
import { checkCosigners } from './proposer-rules.js';
import { openingOf } from './review-opening.js';
import { groupsOf, isReviewed, stagesOf } from './review-progress.js';
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

/** At least one proposer whose mandate is in force. */
function checkProposers(scene: Scene): Refusal | null {
  const { state } = scene;
  const confirmed = state.cosignatures.filter((one) => one.status === 'CONFIRMED');
  const proposers = [state.leadProposerId, ...confirmed.map((one) => one.mandateId)];
  const refusals = proposers.map((mandateId) => checkMandate(scene, mandateId));
  return refusals.includes(null) ? null : (refusals[0] ?? null);
}

/** What was sent back has to come back changed; what is to be written anew, with another text. */
function checkRevised({ state }: Scene): Refusal | null {
  const { phase, contentVersion, content } = state;
  if (phase !== 'REVISION_REQUESTED' && phase !== 'RETURNED') return null;
  const before = state.snapshot ?? state.preSubmission;
  if (before?.version === contentVersion) return refuse('NOT_REVISED');
  const anew = phase === 'RETURNED' || state.reviews.slice(state.reviewsFrom).some(isRewrite);
  return anew && before?.body === content.body ? refuse('NOT_REWRITTEN') : null;
}

const isRewrite = ({ verdict }: CaseState['reviews'][number]): boolean => verdict === 'REWRITE';

/** Stages of the pre-review (预审) that the case has to pass before its first submission. */
const preStages = (scene: Scene) =>
  scene.source.guards === 'OFF' || scene.state.snapshot !== null ? [] : stagesOf(scene, 'SUBMIT');

function checkPreReviewed(scene: Scene): Refusal | null {
  const { state } = scene;
  const stages = preStages(scene);
  const adopted = state.preReviewedVersion === state.contentVersion;
  const over = state.phase === 'PRE_SUBMITTED' && isReviewed(scene);
  if (stages.length === 0 || adopted || over) return null;
  const labels = stages.map(([, { label }]) => label);
  return refuse('PRE_REVIEW_NOT_FINISHED', {
    stageZh: joined(
      labels.map(({ zh }) => zh),
      '、',
    ),
    stageEn: joined(
      labels.map(({ en }) => en),
      ', ',
    ),
  });
}

const lastWritten = ({ state }: Scene): string | null =>
  latest(
    state.draftedAt,
    state.preSubmission?.at,
    state.reviews.at(-1)?.at,
    ...state.cosignatures.map((one) => one.answeredAt),
  );

const preSubmitProposal: Rule<'proposal.pre_submit', 'CASE'> = {
  action: 'proposal:pre-submit',
  on: 'CASE',
  may: (scene) =>
    firstRefusal(
      () => asLeadProposer(scene),
      () => (preStages(scene).length === 0 ? refuse('PRE_REVIEW_NOT_REQUIRED') : null),
      () => checkProposers(scene),
      () => checkRevised(scene),
    ),
  since: lastWritten,
  decide(scene): Decision {
    const { contentVersion: version, content: snapshot } = scene.state;
    const groups = groupsOf(preStages(scene));
    const opens = openingOf(scene, groups[0] ?? []);
    return accept([
      happened(scene, 'proposal.pre_submitted', { version, snapshot, stageCount: groups.length, opens }),
    ]);
  },
};

const submitProposal: Rule<'proposal.submit', 'CASE'> = {
  action: 'proposal:submit',
  on: 'CASE',
  may: (scene) =>
    firstRefusal(
      () => asLeadProposer(scene),
      () => checkProposers(scene),
      () => checkCosigners(scene),
      () => checkRevised(scene),
      () => checkPreReviewed(scene),
    ),
  since: lastWritten,
  decide(scene): Decision {
    const { state } = scene;
    const idsOf = (status: string) =>
      state.cosignatures.filter((one) => one.status === status).map((one) => one.mandateId);
    const groups = groupsOf(stagesOf(scene));
    return accept([
      happened(scene, 'proposal.submitted', {
        version: state.contentVersion,
        snapshot: state.content,
        leadProposerId: state.leadProposerId,
        cosignerIds: idsOf('CONFIRMED'),
        lapsedIds: idsOf('INVITED'),
        stageCount: groups.length,
        opens: openingOf(scene, groups[0] ?? []),
      }),
    ]);
  },
};

export const SUBMIT_RULES: RuleTable<'proposal.pre_submit' | 'proposal.submit'> = {
  'proposal.pre_submit': preSubmitProposal,
  'proposal.submit': submitProposal,
};
