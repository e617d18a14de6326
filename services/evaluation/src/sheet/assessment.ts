import { addDays, type CalendarDate, type Role } from '@duban/kernel';
import type { Decimal } from './words.js';

/** Who gives a grade: the unit about itself, another unit, those who took part, or the office that scores. */
export const ASSESSORS = ['SELF', 'PEER', 'PARTICIPANTS', 'ORGANISER'] as const;
export type Assessor = (typeof ASSESSORS)[number];

/** What the grades of one kind of assessor weigh among those given, and who may give them. */
export type AssessorRule = { readonly weight: Decimal; readonly roles?: readonly Role[] };

/** From a day of the assessed year, or of the year after it, for so many days. */
export type AssessmentWindow = {
  /** Month and day: `12-01`. */
  readonly from: string;
  readonly days: number;
  readonly yearAfter?: boolean;
};

/** Who grades whom for a manual indicator (自评、互评、参与者评、主办方评), and how a unit may object. */
export type Assessment = {
  /** Left out: the organiser alone. */
  readonly by?: Readonly<Partial<Record<Assessor, AssessorRule>>>;
  /** Left out: at any time. */
  readonly window?: AssessmentWindow;
  /** Days after the one on which a grade was recorded; left out: no objections. */
  readonly objectionDays?: number;
  /** Who decides on objections; left out: whoever may be an organiser. */
  readonly decidedBy?: readonly Role[];
};

const UNIT_ROLES = ['UNIT_HEAD', 'UNIT_DEPUTY_HEAD', 'SECTION_HEAD', 'UNIT_HANDLER'] as const;

/** Offices that grade others and decide on objections. */
export const ORGANISERS: readonly Role[] = [
  'EVALUATOR',
  'DEPUTY_AFFAIRS_OFFICER',
  'PROPOSAL_COMMITTEE_OFFICER',
  'GOV_HANDOVER_OFFICER',
];

/** The widest circle of each kind; a sheet may narrow it. */
export const MAY_ASSESS: Readonly<Record<Assessor, readonly Role[]>> = {
  SELF: UNIT_ROLES,
  PEER: UNIT_ROLES,
  PARTICIPANTS: [
    'DEPUTY',
    'CPPCC_MEMBER',
    'LEAD_PROPOSER',
    'COSIGNER',
    'LEADING_OFFICIAL',
    'SUPERVISING_LEADER',
    'COMMITTEE_SUPERVISOR',
    'STANDING_COMMITTEE_MEMBER',
    'SUPERVISION_GROUP_MEMBER',
    'DEPUTY_CORE_GROUP_MEMBER',
    'STREET_COMMITTEE_OFFICER',
  ],
  ORGANISER: ORGANISERS,
};

/** A unit speaks through its head where a sheet says nothing else. */
const BY_DEFAULT: Readonly<Record<Assessor, readonly Role[]>> = {
  ...MAY_ASSESS,
  SELF: ['UNIT_HEAD', 'UNIT_DEPUTY_HEAD'],
  PEER: ['UNIT_HEAD', 'UNIT_DEPUTY_HEAD'],
};

const ORGANISER_ALONE = { ORGANISER: { weight: 1 } } as const;

export const assessorsOf = (assessment: Assessment | undefined): NonNullable<Assessment['by']> =>
  assessment?.by ?? ORGANISER_ALONE;

/** Roles that may give a grade as this kind of assessor; none where the sheet does not ask it. */
export function rolesOf(assessment: Assessment | undefined, assessor: Assessor): readonly Role[] {
  const rule = assessorsOf(assessment)[assessor];
  return rule ? (rule.roles ?? BY_DEFAULT[assessor]) : [];
}

export const decidersOf = ({ decidedBy = ORGANISERS }: Assessment): readonly Role[] => decidedBy;

export type Days = { readonly from: CalendarDate; readonly to: CalendarDate };

/** The first and the last day of a year's window. */
export function daysOf({ from, days, yearAfter = false }: AssessmentWindow, year: number): Days {
  const first = `${year + (yearAfter ? 1 : 0)}-${from}`;
  return { from: first, to: addDays(first, days - 1) };
}
