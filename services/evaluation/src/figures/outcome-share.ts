import { percentages, type Rounding, ratio } from '@duban/kernel';
import { type CanonicalOutcome, type Outcomes, outcomesIn } from '../facts/vocabulary.js';
import { comparableTallies, localClasses } from './coverage.js';
import { emptyReason, shown, type ToldFigure } from './figure.js';
import { classified } from './metric-terms.js';
import { type Block, blockOf, commonPartition, isWithin } from './partition.js';
import type { Tally } from './tally.js';

/** Share of one part of the common partition. */
export type OutcomeShare = {
  readonly outcomes: readonly CanonicalOutcome[];
  /** Local classes in it, when one locality alone is in view. */
  readonly localClass: string | null;
  readonly label: string;
  readonly figure: ToldFigure;
  /** The outcomes of this part one by one, where some tell them apart; none where nobody does. */
  readonly finer: readonly FinerShare[];
};

/** Share of one outcome, over the localities that tell it apart from the others of its part. */
export type FinerShare = {
  readonly outcome: CanonicalOutcome;
  readonly label: string;
  /** How many localities that is. */
  readonly localities: number;
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
  const sums = parts.map(classifiedOf);
  const whole = sums.reduce((sum, each) => sum + each, 0);
  const shares = percentages(sums, whole, rounding);
  return partition.map((block, index) => ({
    outcomes: block,
    localClass: single ? localClasses(parts[index] ?? []) : null,
    label: labelOf(block),
    figure: shareOf(sums[index] ?? 0, whole, shares[index] ?? null),
    finer: block.length > 1 ? finerShares(block, counted, rounding) : [],
  }));
}

/** A part seen closer, by those that can: none of their classes joins two of its outcomes. */
function finerShares(block: Block, counted: readonly Tally[], rounding: Rounding): FinerShare[] {
  const within = counted.filter(({ outcomes }) => isWithin(outcomes ?? '', block));
  const joining = new Set(within.filter(({ outcomes }) => !isOne(outcomes)).map(({ tenant }) => tenant));
  const able = new Set(within.map(({ tenant }) => tenant).filter((tenant) => !joining.has(tenant)));
  if (able.size === 0) return [];
  const theirs = counted.filter(({ tenant }) => able.has(tenant));
  const whole = classifiedOf(theirs);
  return block.map((outcome) => {
    const sum = classifiedOf(theirs.filter(({ outcomes }) => outcomes === outcome));
    const [share = null] = percentages([sum, whole - sum], whole, rounding);
    return { outcome, label: LABELS[outcome], localities: able.size, figure: shareOf(sum, whole, share) };
  });
}

const isOne = (outcomes: Outcomes | null): boolean => outcomesIn(outcomes ?? '').length === 1;

const classifiedOf = (tallies: readonly Tally[]): number =>
  tallies.reduce((sum, tally) => sum + tally.classified, 0);

const shareOf = (numerator: number, denominator: number, share: Parameters<typeof shown>[0]): ToldFigure => ({
  numerator,
  denominator,
  value: ratio(numerator, denominator),
  display: shown(share),
  reason: denominator === 0 ? emptyReason(classified) : null,
});

const LABELS: Readonly<Record<CanonicalOutcome, string>> = {
  SOLVED: '已解决',
  IN_PROGRESS: '正在解决',
  PLANNED: '列入计划',
  DEFERRED: '暂不能解决',
  REFERENCE: '留作参考',
};

const labelOf = (block: Block): string => block.map((outcome) => LABELS[outcome]).join('、');
