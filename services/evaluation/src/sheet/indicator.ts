import type { Axis, RoundChoice } from '../facts/vocabulary.js';
import type { MetricName } from '../figures/metrics.js';
import type { Assessment } from './assessment.js';
import type { Decimal, Label, Population, ScoredRole, ScoreRounding } from './words.js';

/**
 * What is measured. SHARE: cases for which `that` holds, of all that count. RATIO: one sum over
 * another. MEAN: the mean of `value` over the cases. COUNT: how many cases, or the sum
 * of `value`. METRIC: a figure of the platform, by its name. MANUAL, SURVEY: grades somebody gave, with
 * evidence. FLAGS: how often something was noted.
 */
export const MEASURES = ['SHARE', 'RATIO', 'MEAN', 'COUNT', 'METRIC', 'MANUAL', 'SURVEY', 'FLAGS'] as const;
export type MeasureKind = (typeof MEASURES)[number];

export type Measure = {
  readonly kind: MeasureKind;
  /** CEL, true or false: SHARE, COUNT. */
  readonly that?: string;
  /** CEL, a whole number: MEAN, COUNT. */
  readonly value?: string;
  /** CEL, whole numbers: RATIO. */
  readonly numerator?: string;
  readonly denominator?: string;
  readonly metric?: MetricName;
  readonly axis?: Axis;
  readonly round?: RoundChoice;
  /** The code under which grades, ratings and flags are recorded; left out, the indicator's own. */
  readonly code?: string;
  /** What counts as full for MEAN, MANUAL and SURVEY: 100 when left out. */
  readonly full?: Decimal;
  /** MANUAL: who grades; the office that scores when left out. */
  readonly assessment?: Assessment;
};

/** How a value (in per cent, or a number of cases) becomes points. */
export const MAPPINGS = [
  'LINEAR',
  'STEP',
  'PER_POINT_DEDUCTION',
  'ALL_OR_NOTHING',
  'COUNT_DEDUCTION',
] as const;
export type MappingKind = (typeof MAPPINGS)[number];

export type Step = { readonly atLeast: Decimal; readonly points: Decimal };

export type PointMapping = {
  readonly kind: MappingKind;
  /** LINEAR: nothing at `from` (0), everything at `to` (100). */
  readonly from?: Decimal;
  readonly to?: Decimal;
  /** STEP: the first step that is reached, from the highest down. */
  readonly steps?: readonly Step[];
  /** PER_POINT_DEDUCTION: short of `below` (100) each percentage point costs `per`. COUNT_DEDUCTION: each case costs `per`. */
  readonly below?: Decimal;
  readonly per?: Decimal;
  /** COUNT_DEDUCTION: so many cost nothing. */
  readonly free?: number;
  /** ALL_OR_NOTHING: everything from here (100). */
  readonly atLeast?: Decimal;
};

/**
 * What happens when there is nothing to measure, say no rated case. EXCLUDE_AND_RENORMALISE: its weight
 * goes to the others in proportion. FULL, ZERO: all or none of its points. NOT_ASSESSED: the subject
 * gets no score.
 */
export const MISSING_POLICIES = ['EXCLUDE_AND_RENORMALISE', 'FULL', 'ZERO', 'NOT_ASSESSED'] as const;
export type MissingPolicy = (typeof MISSING_POLICIES)[number];

export type Indicator = {
  readonly name: Label;
  readonly source?: string;
  /** The heading it stands under. */
  readonly part?: string;
  /** Left out or null: somebody has to enter it before the sheet can be published. */
  readonly weight?: Decimal;
  readonly population?: Population;
  /** CEL: which cases count. */
  readonly when?: string;
  readonly measure: Measure;
  readonly mapping: PointMapping;
  readonly missing: MissingPolicy;
  /** A case whose facts do not tell: NOT_MET counts against, LEFT_OUT does not count. */
  readonly unknown?: 'NOT_MET' | 'LEFT_OUT';
  /** What a case weighs by the unit's role in it; 1 when left out. */
  readonly roleWeights?: Readonly<Partial<Record<ScoredRole, Decimal>>>;
  readonly floor?: Decimal;
  readonly cap?: Decimal;
  readonly rounding?: ScoreRounding;
};
