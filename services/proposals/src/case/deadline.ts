import type { CalendarDate, DateUnit } from '@duban/kernel';

/** What a clock starts from. All but the last two are moments of the case itself. */
export const DEADLINE_ANCHORS = [
  'INVITATION',
  'HANDOVER',
  'RETURN_REQUEST',
  'REPLY',
  'REGISTRATION',
  'SESSION_CLOSE',
  'FIXED_DATE',
] as const;
export type DeadlineAnchor = (typeof DEADLINE_ANCHORS)[number];

export type DeadlineStep =
  | 'COSIGN'
  | 'ACKNOWLEDGE'
  | 'RETURN'
  | 'RETURN_DECISION'
  | 'CO_OPINION'
  | 'REPLY'
  | 'REHANDLING'
  | 'FEEDBACK'
  | 'TRACKING';

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
};
