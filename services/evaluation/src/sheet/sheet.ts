import type { DerivedValues } from '@duban/kernel';
import type { FlagWords } from '../flags/flag.js';
import type { SignRules } from '../gaming/sign-rule.js';
import type { RatingRules } from '../ratings/rating-rules.js';
import type { Reports } from '../report/report.js';
import type { Adjustment } from './adjustment.js';
import type { Award } from './award.js';
import type { Example } from './example.js';
import type { Indicator } from './indicator.js';
import type { Grade, Group, Target, Ties } from './standing.js';
import type { Veto } from './veto.js';
import type { Decimal, Label, Population, ScoreRounding } from './words.js';

/** Whom a sheet scores. */
export const SUBJECTS = ['UNIT', 'SECTION', 'PROPOSAL', 'LOCALITY'] as const;
export type SubjectKind = (typeof SUBJECTS)[number];

/** A score sheet (考核细则): what is measured, what it is worth, and what follows from it. */
export type Sheet = {
  readonly name: Label;
  /** The rule document it follows. */
  readonly source?: string;
  readonly subject: SubjectKind;
  /** What the weights of all indicators sum to: 100, 120, 2 … */
  readonly maximum: Decimal;
  readonly rounding: ScoreRounding;
  /** Which cases are looked at at all; indicators may narrow it. */
  readonly population?: Population;
  /** Subjects with fewer cases are not assessed. */
  readonly assessedFrom?: number;
  /** Subjects with fewer cases get a score and no rank. */
  readonly rankedFrom?: number;
  /** Scores below are listed (点名). */
  readonly listedBelow?: Decimal;
  /** The score is not below, and not above. Left out: not below 0, and without a ceiling. */
  readonly floor?: Decimal;
  readonly cap?: Decimal;
  /** Headings that indicators stand under, such as process and result. */
  readonly parts?: Readonly<Record<string, { readonly name: Label }>>;
  readonly derived?: DerivedValues;
  readonly indicators: Readonly<Record<string, Indicator>>;
  readonly adjustments?: Readonly<Record<string, Adjustment>>;
  readonly vetoes?: Readonly<Record<string, Veto>>;
  readonly grades?: readonly Grade[];
  readonly groups?: readonly Group[];
  readonly ties?: Ties;
  readonly targets?: Readonly<Record<string, Target>>;
  readonly examples?: readonly Example[];
};

/** Who publishes changes of the sheets themselves: whoever of these roles did not write them. */
export type SheetPublishing = { readonly approvers: readonly string[] };

/** Everything one locality scores by, and how it words and watches its figures. */
export type Sheets = {
  readonly version: string;
  readonly publishing?: SheetPublishing;
  readonly sheets: Readonly<Record<string, Sheet>>;
  /** Left out in a version stored before there were any: then those of the base hold. */
  readonly reports?: Reports;
  readonly ratings?: RatingRules;
  readonly signs?: SignRules;
  readonly awards?: Readonly<Record<string, Award>>;
  /** 标识: the words for what may be noted of somebody's handling; left out: what the sheets read, and nothing else. */
  readonly flags?: FlagWords;
};

/** Where no level says who approves, another administrator does. */
export const approversOf = ({ publishing }: Sheets): readonly string[] =>
  publishing?.approvers ?? ['TENANT_ADMIN'];

/** What every locality has, whether it scores or not. */
export type Standards = Required<Omit<Sheets, 'version' | 'publishing' | 'sheets' | 'awards' | 'flags'>>;
