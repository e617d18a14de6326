import type { DateUnit, Role } from '@duban/kernel';
import type { CanonicalLevel, FeedbackAxis } from '../case/vocabulary.js';
import type { Label } from './label.js';

/** What a work record is about. Those about a case, an assignment or an entry are events of the case. */
export const RECORD_ABOUTS = ['CASE', 'ASSIGNMENT', 'ENTRY', 'UNIT', 'PERSON', 'LOCALITY'] as const;
export type RecordAbout = (typeof RECORD_ABOUTS)[number];

/** From when on a case may have records of a kind. */
export const RECORD_MOMENTS = ['DRAFT', 'SUBMISSION', 'DOCKETING', 'HANDOVER', 'REPLY'] as const;
export type RecordMoment = (typeof RECORD_MOMENTS)[number];

/** What kinds of work records mean everywhere; a locality's own kinds map to these. */
export const CANONICAL_RECORDS = [
  'MEETING',
  'CONSULTATION',
  'INSPECTION',
  'ON_SITE_SUPERVISION',
  'INTERVIEW',
  'LISTED_SUPERVISION',
  'JOINT_CONFIRMATION',
  'SELF_INSPECTION',
  'SUPERVISION_PLAN',
  'SUPERVISION_REPORT',
  'REPORT',
  'WORK_PROMPT',
  'INQUIRY',
  'SATISFACTION_VOTE',
  'DELIBERATION_OPINION',
  'COMMITMENT_CHECK',
  'CONVERSION',
  'PUBLICITY',
  'DISCLOSURE',
  'PRESS_CONFERENCE',
  'TRAINING',
  'RULE_DOCUMENT',
  'AWARD',
  'LIAISON',
  'PUBLIC_OPINION',
  'ACCOUNTABILITY',
  'CAMPAIGN',
  'OTHER',
] as const;
export type CanonicalRecord = (typeof CANONICAL_RECORDS)[number];

/** TEXT is free text; UNITS, PERSONS, CASES, EVIDENCE are lists; BALLOTS counts votes by choice. */
export const RECORD_FIELD_TYPES = [
  'TEXT',
  'DATE',
  'NUMBER',
  'CHOICE',
  'YES_NO',
  'UNITS',
  'PERSONS',
  'CASES',
  'EVIDENCE',
  'BALLOTS',
] as const;
export type RecordFieldType = (typeof RECORD_FIELD_TYPES)[number];

export type RecordFieldRule = {
  readonly label: Label;
  readonly type: RecordFieldType;
  readonly required?: boolean;
  /** For CHOICE and BALLOTS: codes with their words. */
  readonly choices?: Readonly<Record<string, Label>>;
  /** Characters of a text, a number itself, or items of a list. */
  readonly min?: number;
  readonly max?: number;
};

export type RecordSigner = { readonly label: Label; readonly roles: readonly Role[] };

/**
 * Somebody has to answer the record: until `due` counted from the day of the record, or until the
 * date that one of its fields names. An answer after that day is taken and marked late.
 */
export type RecordAnswerRule = {
  readonly by: readonly Role[];
  readonly required?: boolean;
  readonly due?: { readonly amount: number; readonly unit: DateUnit } | { readonly field: string };
};

/**
 * A vote's verdict: PASSED when the ballots of the `passing` choices are more than (or at least) the
 * share of all valid ballots, or of the number that the field `of` gives (all members).
 */
export type RecordVerdictRule = {
  readonly ballots: string;
  readonly passing: readonly string[];
  /** A share as a number, or exactly as a fraction such as `2/3`. */
  readonly moreThan?: number | string;
  readonly atLeast?: number | string;
  readonly of?: string;
  /** Choices that are abstentions, and ballots that count for nothing. */
  readonly abstained?: readonly string[];
  readonly invalid?: readonly string[];
  /** What the vote says as a rating: the first level of which the share is reached, DISSATISFIED when none is; left out: PASSED is satisfied. */
  readonly levels?: readonly RecordLevelRule[];
};

/** Ballots of these choices have to be more than (or at least) a share of the same base as the verdict. */
export type RecordLevelRule = {
  readonly level: CanonicalLevel;
  readonly passing: readonly string[];
  readonly moreThan?: number | string;
  readonly atLeast?: number | string;
};

export const RATED_SOURCES = ['VERIFICATION', 'THIRD_PARTY', 'LAST_YEAR_B'] as const;

/**
 * What a record says of a reply: it counts as a rating from that side once it is complete. Its level is a
 * choice whose codes are the locality's levels of satisfaction; or the share of a sample that was
 * satisfied, more than (or at least) which means satisfied.
 */
export type RecordRatingRule = {
  readonly source: (typeof RATED_SOURCES)[number];
  /** Left out: OVERALL. */
  readonly axis?: Exclude<FeedbackAxis, 'OTHER'>;
  readonly level?: string;
  readonly share?: {
    readonly of: string;
    readonly has: string;
    readonly moreThan?: number | string;
    readonly atLeast?: number | string;
  };
  /** The field that names who was entrusted with it. */
  readonly agency?: string;
  /** It is the lead proposer who was asked; left out: nobody by name. */
  readonly rater?: 'LEAD_PROPOSER';
};

/** 标识: what a record says of the handling, for scores: always, or where a CHOICE field has this value. */
export type RecordFlagRule = { readonly field?: string; readonly value?: string };

/** A kind of work record (工作记录): a new mechanism is one more of these, and no code. */
export type RecordRule = {
  readonly label: Label;
  readonly canonical: CanonicalRecord;
  readonly about: RecordAbout;
  readonly enteredBy: readonly Role[];
  /** On a case: from which of its moments on; from the submission when left out. */
  readonly from?: RecordMoment;
  readonly fields?: Readonly<Record<string, RecordFieldRule>>;
  /** The record is complete when each of these has signed. */
  readonly signers?: Readonly<Record<string, RecordSigner>>;
  readonly answer?: RecordAnswerRule;
  readonly verdict?: RecordVerdictRule;
  /** By the code under which score sheets know it. */
  readonly flags?: Readonly<Record<string, RecordFlagRule>>;
  readonly rating?: RecordRatingRule;
  /** Beside the offices and leaders, and whoever enters, signs or answers it. */
  readonly visibleTo?: readonly ('PROPOSERS' | 'UNITS')[];
};

export type RecordRules = Readonly<Record<string, RecordRule>>;

/** Records of a kind must be on the case: so many, signed by all, answered, made since a step. */
export type RecordRequirement = {
  readonly kind: 'RECORD';
  /** Code of the kind in `records`. */
  readonly record: string;
  readonly min?: number;
  readonly signed?: boolean;
  readonly answered?: boolean;
  /** Only those that took place since the handover or the formal reply of the assignment (of the case when it is about the whole). */
  readonly since?: 'HANDOVER' | 'REPLY';
};
