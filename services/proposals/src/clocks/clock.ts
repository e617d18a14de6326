import type { DeadlineStep, DueDate } from '../case/deadline.js';
import type { Assignment, CaseState, Reply } from '../case/state.js';

/**
 * RUNNING until its last day; EXTENDED is running with a longer limit that was approved; MET was done
 * in time; MISSED has passed its last day, done since or not; ENDED is over without being asked for.
 */
export const CLOCK_STATES = ['RUNNING', 'EXTENDED', 'MET', 'MISSED', 'ENDED'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

export const SUBJECT_KINDS = [
  'CASE',
  'COSIGNATURE',
  'ASSIGNMENT',
  'REPLY',
  'ENTRY',
  'RECORD',
  'UNIT',
  'PERSON',
  'LOCALITY',
] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** What a clock or a warning is about; `assignmentId` and `unitId` where it belongs to one. */
export type Subject = {
  readonly kind: SubjectKind;
  /** Bare UUID, or a code where the subject has none. */
  readonly id: string;
  readonly assignmentId: string | null;
  readonly unitId: string | null;
};

export type Clock = {
  /** Names the clock within its case: the step and what it is about. */
  readonly key: string;
  readonly step: DeadlineStep;
  readonly subject: Subject;
  readonly due: DueDate;
  readonly state: ClockState;
  /** When what it asks for was done; null while it was not. */
  readonly doneAt: string | null;
  /** Calendar days to the last day, negative when it has passed; null when nothing is awaited any more. */
  readonly daysLeft: number | null;
};

/** A clock as the state has it, before anybody asks what time it is. */
export type SetClock = {
  readonly step: DeadlineStep;
  readonly subject: Subject;
  readonly due: DueDate;
  readonly doneAt: string | null;
  /** It is not asked for any more: the case was withdrawn, the unit exchanged, the entry given up. */
  readonly over: boolean;
};

export const caseSubject = ({ proposalId }: Pick<CaseState, 'proposalId'>): Subject => ({
  kind: 'CASE',
  id: proposalId,
  assignmentId: null,
  unitId: null,
});

export const assignmentSubject = ({ assignmentId, unitId }: Assignment): Subject => ({
  kind: 'ASSIGNMENT',
  id: assignmentId,
  assignmentId,
  unitId,
});

export const replySubject = ({ replyId, assignmentId, unitId }: Reply): Subject => ({
  kind: 'REPLY',
  id: replyId,
  assignmentId,
  unitId,
});
