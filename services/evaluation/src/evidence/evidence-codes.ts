import { type Refused, refuse } from '@duban/kernel';
import type { Evidence } from '../score/score-input.js';
import type { Adjustment } from '../sheet/adjustment.js';
import { type Assessment, type Assessor, assessorsOf } from '../sheet/assessment.js';
import { decimal } from '../sheet/decimal.js';
import type { Indicator } from '../sheet/indicator.js';
import type { Sheet, Sheets } from '../sheet/sheet.js';

/** A code under which something may be recorded, and how much is full; a flag is there or not. */
export type EvidenceCode = {
  readonly source: Evidence['source'];
  readonly code: string;
  readonly full: string | null;
  /** Who grades, where the sheet says so. */
  readonly assessment?: Assessment;
};

/** Everything that the sheets of a locality ask people to record, and every flag it has a word for. */
export function codesIn({ sheets, flags = {} }: Sheets): EvidenceCode[] {
  const codes = [...Object.values(sheets).flatMap(codesOfSheet), ...Object.keys(flags).flatMap(flagOf)];
  const byName = Map.groupBy(codes, ({ source, code }) => `${source} ${code}`);
  return [...byName.values()].flatMap(largest);
}

/** Sheets that share a code may have different full grades; the largest is the bound. */
const largest = (same: readonly EvidenceCode[]): readonly EvidenceCode[] =>
  same.toSorted((a, b) => decimal(b.full ?? 0).cmp(decimal(a.full ?? 0))).slice(0, 1);

const codesOfSheet = ({ indicators, adjustments = {}, vetoes = {} }: Sheet): EvidenceCode[] => [
  ...Object.entries(indicators).flatMap(([name, indicator]) => codeOfIndicator(name, indicator)),
  ...Object.values(adjustments).flatMap(codesOfAdjustment),
  ...Object.values(vetoes).flatMap(({ flag }) => flagOf(flag)),
];

const flagOf = (code: string | undefined): EvidenceCode[] =>
  code === undefined ? [] : [{ source: 'FLAG', code, full: null }];

function codeOfIndicator(name: string, { measure }: Indicator): EvidenceCode[] {
  const code = measure.code ?? name;
  if (measure.kind === 'FLAGS') return flagOf(code);
  if (measure.kind !== 'MANUAL' && measure.kind !== 'SURVEY') return [];
  const { assessment } = measure;
  return [
    { source: measure.kind, code, full: String(measure.full ?? 100), ...(assessment && { assessment }) },
  ];
}

/** Points that somebody enters by hand are bounded by the most there is to give. */
const codesOfAdjustment = ({ flag, manual, cap }: Adjustment): EvidenceCode[] => [
  ...flagOf(flag),
  ...(manual === undefined ? [] : [{ source: 'MANUAL' as const, code: manual, full: String(cap ?? 100) }]),
];

/** What the sheets say about grades under a code; undefined where they ask for none. */
export const manualCode = (sheets: Sheets | null, code: string): EvidenceCode | undefined =>
  sheets ? codesIn(sheets).find((one) => one.source === 'MANUAL' && one.code === code) : undefined;

/** Refuses a grade by somebody whom the sheets do not ask. */
export const notAsked = (assessor: Assessor, code: string, assessment: Assessment | undefined): Refused =>
  refuse('ASSESSOR_NOT_ASKED', { assessor, code, asked: Object.keys(assessorsOf(assessment)).join('、') });
