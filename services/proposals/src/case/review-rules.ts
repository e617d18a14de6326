import { accept, refuse } from '@duban/kernel';
import type { ReviewStage } from '../process/review.js';
import { asOneOf, authorsOf, checkLine, checkTyped } from './actor-rules.js';
import { latest } from './clock.js';
import type { CommandOf } from './commands.js';
import { isPast } from './deadline-rules.js';
import type { NewCaseEvent } from './events.js';
import { joined } from './labels.js';
import { checkMergeTarget } from './merge-rules.js';
import { openingOf } from './review-opening.js';
import { type CodedStage, isPositive, type ReviewProgress, reviewProgress } from './review-progress.js';
import {
  type Decision,
  firstRefusal,
  happened,
  type Refusal,
  type Rule,
  type RuleTable,
  type Scene,
} from './rule.js';

type Verdict = Omit<CommandOf<'review.decide'>, 'kind' | 'stage' | 'occurredAt'>;

/** Stages in the locality's own words. */
const namesOf = (stages: readonly CodedStage[]) => ({
  stageZh: joined(
    stages.map(([, { label }]) => label.zh),
    '、',
  ),
  stageEn: joined(
    stages.map(([, { label }]) => label.en),
    ', ',
  ),
});

/** Who decides: one account decides once; from paper, the person named. */
const reviewerOf = ({ source, viewer }: Scene, { reviewerName }: Pick<Verdict, 'reviewerName'>): string =>
  source.actor === 'ANY' && reviewerName ? `name:${reviewerName}` : viewer.accountId;

function alreadyGiven(scene: Scene, code: string, reviewer: string): Refusal | null {
  const { reviews, reviewsFrom } = scene.state;
  const given = reviews.slice(reviewsFrom).some((one) => one.stage === code && one.reviewer === reviewer);
  return given ? refuse('REVIEW_ALREADY_GIVEN') : null;
}

/** Whether the viewer may decide at this stage at all. */
function mayReview(scene: Scene, [code, stage]: CodedStage): Refusal | null {
  const name = namesOf([[code, stage]]);
  if (scene.source.actor === 'ANY') return null;
  const refusal =
    stage.by === 'BELOW'
      ? refuse('REVIEW_BY_LOWER_LOCALITY', name)
      : asOneOf(scene, stage.roles, 'REVIEWER_NOT_OF_STAGE');
  return refusal ? { ...refusal, params: name } : alreadyGiven(scene, code, scene.viewer.accountId);
}

function checkReason(scene: Scene, stage: ReviewStage, command: Verdict): Refusal | null {
  const { verdict, reasonCode, reasonText } = command;
  if (stage.reasonRequired.includes(verdict) && !reasonCode) return refuse('REASON_REQUIRED');
  if (reasonCode && !scene.process.review.reasons[reasonCode])
    return refuse('REASON_UNKNOWN', { reason: reasonCode });
  return checkTyped(scene, 'reasonText', reasonText);
}

function checkVerdict(
  scene: Scene,
  [code, stage]: CodedStage,
  command: Verdict,
  reviewer: string,
): Refusal | null {
  const { verdict, convertedTo, mergeIntoId } = command;
  const given = { ...namesOf([[code, stage]]), verdict };
  return firstRefusal(
    () => (stage.verdicts.includes(verdict) ? null : refuse('VERDICT_NOT_ALLOWED', given)),
    () => checkReason(scene, stage, command),
    () => checkTyped(scene, 'convertedTo', convertedTo, 'title'),
    () => checkLine('reviewerName', command.reviewerName),
    () => alreadyGiven(scene, code, reviewer),
    () => (verdict === 'MERGE' && !mergeIntoId ? refuse('MERGE_TARGET_REQUIRED') : null),
    () => (verdict === 'MERGE' && mergeIntoId ? checkMergeTarget(scene, mergeIntoId) : null),
  );
}

/** The case that reviewers want this one to go into: as this command says, else as one before it said. */
export const mergeTargetOf = (
  { reviews, reviewsFrom }: Scene['state'],
  command: Pick<Verdict, 'mergeIntoId'>,
): string | null =>
  command.mergeIntoId ?? reviews.slice(reviewsFrom).findLast((one) => one.mergeIntoId)?.mergeIntoId ?? null;

/** The half of a merge that happens to this case, when the review comes to it. */
function mergeEvents(scene: Scene, command: Verdict): NewCaseEvent[] | Refusal {
  const intoId = mergeTargetOf(scene.state, command) ?? '';
  const refusal = checkMergeTarget(scene, intoId);
  if (refusal) return refusal;
  const intoCaseNumber = scene.context.other?.caseNumber ?? '';
  const reason = command.reasonText ?? null;
  const authorIds = authorsOf(scene.state);
  return [happened(scene, 'proposal.merged', { intoId, intoCaseNumber, reason, authorIds })];
}

function decidedEvent(
  scene: Scene,
  [stage, rule]: CodedStage,
  command: Verdict,
  reviewer: string,
  after: ReviewProgress,
) {
  const { verdict, reasonCode = null, reasonText = null, convertedTo = null, mergeIntoId = null } = command;
  const canonicalReason = reasonCode ? (scene.process.review.reasons[reasonCode]?.canonical ?? null) : null;
  const due = scene.state.openStages.find((one) => one.stage === stage)?.due ?? null;
  const goesOn = after.verdict !== null && isPositive(after.verdict);
  return happened(scene, 'review.decided', {
    ...{ stage, stageIndex: after.at, stageCount: after.groups.length, verdict },
    ...{ reasonCode, canonicalReason, reasonText, convertedTo, mergeIntoId },
    reviewer,
    reviewerName: command.reviewerName ?? null,
    body: rule.body ?? null,
    groupVerdict: after.verdict,
    onTime: due ? !isPast(due, scene.at) : null,
    opens: goesOn ? openingOf(scene, after.groups[after.at + 1] ?? []) : [],
  });
}

/** What follows from a verdict at an open stage, whoever gave it. */
export function reviewAs(scene: Scene, current: CodedStage, given: Verdict, reviewer: string): Decision {
  const refusal = checkVerdict(scene, current, given, reviewer);
  if (refusal) return refusal;
  const after = reviewProgress(scene, [{ stage: current[0], verdict: given.verdict }]);
  const decided = decidedEvent(scene, current, given, reviewer, after);
  if (after.verdict !== 'MERGE') return accept([decided]);
  const merged = mergeEvents(scene, given);
  return Array.isArray(merged) ? accept([decided, ...merged]) : (merged as Refusal);
}

const reviewProposal: Rule<'review.decide', 'CASE'> = {
  action: 'review:decide',
  on: 'CASE',
  may(scene) {
    const { open } = reviewProgress(scene);
    const refusals = open.map((stage) => mayReview(scene, stage));
    if (refusals.includes(null)) return null;
    const given = refusals.find((one) => one?.code === 'REVIEW_ALREADY_GIVEN');
    return given ?? refusals[0] ?? refuse('REVIEW_STAGE_WRONG', namesOf([]));
  },
  since: ({ state }) =>
    latest(
      state.preSubmission?.at,
      state.snapshot?.submittedAt,
      ...state.openStages.map((one) => one.openedAt),
    ),
  decide(scene, _, command): Decision {
    const { open } = reviewProgress(scene);
    const current = open.find(([code]) => code === command.stage);
    if (!current) return refuse('REVIEW_STAGE_WRONG', namesOf(open));
    const reviewer = reviewerOf(scene, command);
    return mayReview(scene, current) ?? reviewAs(scene, current, command, reviewer);
  },
};

export const REVIEW_RULES: RuleTable<'review.decide'> = { 'review.decide': reviewProposal };
