import { percentages, type Rounding, ratio } from '@duban/kernel';
import type { CanonicalOutcome } from '../facts/vocabulary.js';
import { comparableTallies, localClasses } from './coverage.js';
import { emptyReason, shown, type ToldFigure } from './figure.js';
import { classified } from './metric-terms.js';
import { type Block, blockOf, commonPartition } from './partition.js';
import type { Tally } from './tally.js';

/** Share of one part of the common partition. */
export type OutcomeShare = {
  readonly outcomes: readonly CanonicalOutcome[];
  /** Local classes in it, when one locality alone is in view. */
  readonly localClass: string | null;
  readonly label: string;
  readonly figure: ToldFigure;
};

/** Classes by meaning, over the coarsest partition common to the localities that have any. */
export function outcomeShares(tallies: readonly Tally[], rounding: Rounding): OutcomeShare[] {
  const counted = comparableTallies(tallies).filter((tally) => tally.outcomes && tally.classified > 0);
  const partition = commonPartition(counted.map((tally) => tally.outcomes ?? ''));
  const single = new Set(counted.map((tally) => tally.tenant)).size === 1;
  const parts = partition.map((block) =>
    counted.filter((tally) => partition[blockOf(tally.outcomes ?? '', partition)] === block),
  );
  const sums = parts.map((part) => part.reduce((sum, tally) => sum + tally.classified, 0));
  const whole = sums.reduce((sum, each) => sum + each, 0);
  const shares = percentages(sums, whole, rounding);
  return partition.map((block, index) => ({
    outcomes: block,
    localClass: single ? localClasses(parts[index] ?? []) : null,
    label: labelOf(block),
    figure: {
      numerator: sums[index] ?? 0,
      denominator: whole,
      value: ratio(sums[index] ?? 0, whole),
      display: shown(shares[index] ?? null),
      reason: whole === 0 ? emptyReason(classified) : null,
    },
  }));
}

const LABELS: Readonly<Record<CanonicalOutcome, string>> = {
  SOLVED: '已解决',
  IN_PROGRESS: '正在解决',
  PLANNED: '列入计划',
  DEFERRED: '暂不能解决',
  REFERENCE: '留作参考',
};

const labelOf = (block: Block): string => block.map((outcome) => LABELS[outcome]).join('、');
