import type { Rounding } from '@duban/kernel';
import type { MetricName } from '../figures/metrics.js';
import type { Label } from '../sheet/words.js';
import type { Numeral } from './numeral.js';

/**
 * FOLLOWS: the records give this number, with the rounding named. DOES_NOT_FOLLOW: they give another.
 * INCONSISTENT: the text contradicts itself, by arithmetic alone. NOT_CHECKED: it cannot be told, and
 * why.
 */
export const VERDICTS = ['FOLLOWS', 'DOES_NOT_FOLLOW', 'INCONSISTENT', 'NOT_CHECKED'] as const;
export type VerdictName = (typeof VERDICTS)[number];

export type Verdict = {
  readonly verdict: VerdictName;
  readonly metrics: readonly MetricName[];
  /** How the exact value was cut or rounded to what is printed; null for whole numbers. */
  readonly rounding: Rounding | null;
  /** False where it follows only by another rounding than the locality's own. */
  readonly usual: boolean;
  /** What should stand there; null when nothing is known. */
  readonly expected: string | null;
  readonly reason: Label | null;
};

export type CheckedFigure = Verdict & { readonly numeral: Numeral };

const verdict = (name: VerdictName, more: Partial<Verdict>): Verdict => ({
  verdict: name,
  metrics: [],
  rounding: null,
  usual: true,
  expected: null,
  reason: null,
  ...more,
});

export const follows = (more: Partial<Verdict> = {}): Verdict => verdict('FOLLOWS', more);
export const differs = (more: Partial<Verdict>): Verdict => verdict('DOES_NOT_FOLLOW', more);
export const inconsistent = (expected: string | null, reason: Label): Verdict =>
  verdict('INCONSISTENT', { expected, reason });
export const notChecked = (why: keyof typeof WHY_NOT, more: Partial<Verdict> = {}): Verdict =>
  verdict('NOT_CHECKED', { reason: WHY_NOT[why], ...more });

export const WHY_NOT = {
  ABOUT: { zh: '是约数,不核对。', en: 'It is printed as about or at least so many.' },
  RANGE: { zh: '是一个范围,不是一个数。', en: 'It is a range and not one number.' },
  NO_SUBJECT: {
    zh: '文字没有说明它是哪一项指标,或系统没有这一指标。',
    en: 'The words do not say which metric it is, or there is none like it.',
  },
  OTHER_YEAR: { zh: '说的是另一年度。', en: 'It speaks of another year.' },
  OUTSIDE: {
    zh: '说的是本次核对口径以外的件。',
    en: 'It speaks of items that the check was not asked about.',
  },
  NO_RECORDS: { zh: '记录中没有可比的数。', en: 'The records hold nothing to compare it with.' },
  NARROWER: {
    zh: '说的可能只是其中一部分,记录不单独统计这一部分。',
    en: 'It may speak of a part only, which records do not count by itself.',
  },
  LOOSE: {
    zh: '这一名称各地算法不一,文字没有说明算法。',
    en: 'Places compute what they call so in different ways, and the text does not say how.',
  },
  INHERITED: {
    zh: '文字没有说明它数的是什么,只是接在前一个数之后。',
    en: 'The words do not say what it counts; it only stands behind another number.',
  },
} as const satisfies Record<string, Label>;
