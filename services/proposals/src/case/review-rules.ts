import { accept, refuse } from '@duban/kernel';
import type { Process, ReviewStage } from '../process/process.js';
import { asOneOf, checkTyped } from './actor-rules.js';
import { latest } from './clock.js';
import type { CommandOf } from './commands.js';
import {
  type Decision,
  firstRefusal,
  happened,
  type Refusal,
  type Rule,
  type RuleTable,
  type Scene,
} from './rule.js';

/** The stages in their order. */
export const stagesOf = (process: Process): readonly (readonly [code: string, stage: ReviewStage])[] =>
  Object.entries(process.review.stages).sort(([, one], [, other]) => one.order - other.order);

/** The stage in the locality's own words. */
const nameOf = (stage: ReviewStage | undefined) => ({
  stageZh: stage?.label.zh ?? '-',
  stageEn: stage?.label.en ?? '-',
});

const currentStage = ({ process, state }: Scene) => stagesOf(process)[state.reviewStage];

function checkReason(scene: Scene, stage: ReviewStage, command: CommandOf<'review.decide'>): Refusal | null {
  const { verdict, reasonCode, reasonText } = command;
  if (stage.reasonRequired.includes(verdict) && !reasonCode) return refuse('REASON_REQUIRED');
  if (reasonCode && !scene.process.review.reasons[reasonCode])
    return refuse('REASON_UNKNOWN', { reason: reasonCode });
  return checkTyped(scene, 'reasonText', reasonText);
}

const reviewProposal: Rule<'review.decide', 'CASE'> = {
  action: 'review:decide',
  on: 'CASE',
  may(scene) {
    const current = currentStage(scene);
    if (!current) return refuse('REVIEW_STAGE_WRONG', nameOf(undefined));
    const refusal = asOneOf(scene, current[1].roles, 'REVIEWER_NOT_OF_STAGE');
    return refusal && { ...refusal, params: nameOf(current[1]) };
  },
  since: ({ state }) => latest(state.snapshot?.submittedAt, state.reviews.at(-1)?.at),
  decide(scene, _, command): Decision {
    const current = currentStage(scene);
    if (!current || current[0] !== command.stage) return refuse('REVIEW_STAGE_WRONG', nameOf(current?.[1]));
    const [stage, rule] = current;
    const { verdict, reasonCode = null, reasonText = null, convertedTo = null } = command;
    if (!rule.verdicts.includes(verdict)) return refuse('VERDICT_NOT_ALLOWED', { ...nameOf(rule), verdict });
    const refusal = firstRefusal(
      () => checkReason(scene, rule, command),
      () => checkTyped(scene, 'convertedTo', convertedTo, 'title'),
    );
    if (refusal) return refusal;
    const canonicalReason = reasonCode ? (scene.process.review.reasons[reasonCode]?.canonical ?? null) : null;
    const place = { stage, stageIndex: scene.state.reviewStage, stageCount: stagesOf(scene.process).length };
    const why = { reasonCode, canonicalReason, reasonText, convertedTo };
    return accept([happened(scene, 'review.decided', { ...place, verdict, ...why })]);
  },
};

export const REVIEW_RULES: RuleTable<'review.decide'> = { 'review.decide': reviewProposal };
