import type { Role } from '@duban/kernel';
import { ORGANISERS } from './assessment.js';
import type { Label } from './words.js';

export const AWARD_SUBJECTS = ['UNIT', 'PROPOSAL'] as const;
export type AwardSubject = (typeof AWARD_SUBJECTS)[number];

export const AWARD_LEVELS = ['OWN', 'CITY', 'PROVINCE', 'NATIONAL'] as const;

/** An award (评优): whom it is for, how many there are, and who nominates and decides. */
export type Award = {
  readonly name: Label;
  readonly source?: string;
  readonly subject: AwardSubject;
  /** Who gives it; OWN when left out. What a level above gave is recorded here. */
  readonly level?: (typeof AWARD_LEVELS)[number];
  /** So many in a year at most; left out: no limit. */
  readonly quota?: number;
  /** Who shares a rank of the sheet with one that has it may have it beyond the quota. */
  readonly tiesMayExceed?: boolean;
  /** The sheet whose vetoes keep somebody from it, and whose ranks tell equals. */
  readonly sheet?: string;
  /** Left out: offices that score. */
  readonly nominatedBy?: readonly Role[];
  readonly decidedBy?: readonly Role[];
};

const UNIT_HEADS: readonly Role[] = ['UNIT_HEAD', 'UNIT_DEPUTY_HEAD'];

/** Who can nominate at all; a unit nominates itself alone. */
export const MAY_NOMINATE: readonly Role[] = [
  ...ORGANISERS,
  ...UNIT_HEADS,
  'DEPUTY',
  'CPPCC_MEMBER',
  'COMMITTEE_SUPERVISOR',
  'STANDING_COMMITTEE_MEMBER',
];

export const MAY_DECIDE_AWARDS: readonly Role[] = [...ORGANISERS, 'LEADING_OFFICIAL', 'SUPERVISING_LEADER'];

export const nominatorsOf = ({ nominatedBy = ORGANISERS }: Award): readonly Role[] => nominatedBy;
export const awardDecidersOf = ({ decidedBy = ORGANISERS }: Award): readonly Role[] => decidedBy;
export const nominatesItself = (role: Role): boolean => UNIT_HEADS.includes(role);
