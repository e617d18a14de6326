import { addUnits, dateInShanghai } from '@duban/kernel';
import type { ReviewStage } from '../process/review.js';
import { circumstancesOf } from './condition-facts.js';
import type { DueDate, StageOpening } from './deadline.js';
import { dueFor } from './deadline-rules.js';
import type { CodedStage } from './review-progress.js';
import type { Scene } from './rule.js';

/** Stages that open at the moment of the scene, each with its clock. */
export const openingOf = (scene: Scene, group: readonly CodedStage[]): StageOpening[] =>
  group.map(([code, stage]) => ({ stage: code, due: dueOf(scene, code, stage) }));

/** The stage's own time limit, else the one for reviews in general. */
function dueOf(scene: Scene, code: string, { timeLimit }: ReviewStage): DueDate | null {
  const { process, at, context } = scene;
  if (!timeLimit) return dueFor(process, 'REVIEW', circumstancesOf(scene), at, context);
  const anchorDate = dateInShanghai(at);
  const { amount, unit } = timeLimit;
  const date = addUnits(anchorDate, amount, unit, context.calendar);
  const rule = `review.stages.${code}`;
  return { date, rule, anchor: 'REVIEW_STAGE', anchorDate, amount, unit, extensions: [] };
}
