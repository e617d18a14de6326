import type { CalendarDate, DateUnit } from '@duban/kernel';

/**
 * What a clock starts from. All but the last three are moments of the case itself: SUBMISSION is when
 * the office received it, RECEIPT when the unit acknowledged it (until then counted from the handover).
 */
export const DEADLINE_ANCHORS = [
  'INVITATION',
  'SUBMISSION',
  'DOCKETING',
  'REVIEW_STAGE',
  'HANDOVER',
  'RECEIPT',
  'ALLOCATION',
  'FILING',
  'RETURN_REQUEST',
  'REPLY',
  'REGISTRATION',
  'REPLY_DUE',
  'RECORD',
  'SESSION_CLOSE',
  'FIXED_DATE',
] as const;
export type DeadlineAnchor = (typeof DEADLINE_ANCHORS)[number];

export type DeadlineStep =
  | 'COSIGN'
  | 'HANDOVER'
  | 'CONTACT'
  | 'REVIEW'
  | 'ACKNOWLEDGE'
  | 'RETURN'
  | 'RETURN_DECISION'
  | 'CO_OPINION'
  | 'REPLY'
  | 'REHANDLING'
  | 'FEEDBACK'
  | 'TRACKING'
  /** Its date is the one that the letter names, not one of a rule. */
  | 'COMMITMENT'
  | 'PRECHECK'
  | 'PLAN'
  | 'FILING_REVIEW'
  /** Their dates are the ones that the unit's plan and the unit itself name. */
  | 'MILESTONE'
  | 'UNIT_DEADLINE'
  /** The date that a work record has to be answered by, and those of the steps of a promise on the register. */
  | 'RECORD_ANSWER'
  | 'ENTRY_MILESTONE';

/** One approved prolongation inside a due date's explanation. */
export type DueExtension = {
  readonly amount: number;
  readonly unit: DateUnit;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly decidedAt: string;
};

/**
 * A due date that can explain itself: `date` is the last day on which the step is in time
 * (Asia/Shanghai); the rest says which rule of process.yaml gave it, counted from what.
 */
export type DueDate = {
  readonly date: CalendarDate;
  readonly rule: string;
  readonly anchor: DeadlineAnchor;
  readonly anchorDate: CalendarDate;
  readonly amount: number;
  readonly unit: DateUnit;
  readonly extensions: readonly DueExtension[];
  /** Rules that might have applied, had a fact been known. */
  readonly undecided?: readonly string[];
  /** Set by hand: the date that the rule alone would have given. */
  readonly instead?: CalendarDate;
};

/** A stage of the review that waits for its reviewers, and until when. */
export type StageOpening = { readonly stage: string; readonly due: DueDate | null };
