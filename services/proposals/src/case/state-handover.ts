import type { HandlingMode } from '../process/handover.js';
import type { PlanKind } from '../process/plans.js';
import type { FieldValue } from '../process/typed-field.js';
import type { DueDate } from './deadline.js';
import type { Evidence } from './evidence.js';

/** One matter of a case (事项): numbered, with the units that answer for it. */
export type Matter = {
  readonly matterId: string;
  readonly number: number;
  readonly text: string;
  readonly unitIds: readonly string[];
};

/** What a proposer or a unit said of the units that were proposed (预交办). */
export type AllocationAnswer = {
  /** Null: the proposer. */
  readonly unitId: string | null;
  readonly agrees: boolean;
  readonly reason: string | null;
  readonly proposedUnitId: string | null;
  readonly at: string;
};

/** The asking about the proposed units; answers are to the latest proposal. */
export type Precheck = {
  readonly round: number;
  readonly answerBy: DueDate | null;
  readonly answers: readonly AllocationAnswer[];
};

/** A field's value at the handover; `unitId` for what is given for each unit. */
export type HandoverValue = FieldValue & { readonly unitId: string | null };

export type HandoverDetails = {
  readonly mode: HandlingMode;
  readonly noticeNumber: string | null;
  readonly fields: readonly HandoverValue[];
  /** The meeting or notice that handed it over together with others. */
  readonly batchId: string | null;
};

export const RECEIPT_OPINIONS = ['AGREES', 'HAS_PROBLEM'] as const;
export type ReceiptOpinion = (typeof RECEIPT_OPINIONS)[number];
export type HandoverReceipt = {
  readonly opinion: ReceiptOpinion | null;
  readonly note: string | null;
  readonly at: string;
};

/** Who is responsible in the unit, and by when it wants to be ready. */
export type Responsible = {
  readonly fields: readonly FieldValue[];
  readonly deadline: DueDate | null;
  readonly at: string;
};

export type Milestone = {
  readonly milestoneId: string;
  readonly title: string;
  readonly due: DueDate;
  readonly doneAt: string | null;
  readonly note: string | null;
  readonly evidence: readonly Evidence[];
};

export type Plan = {
  readonly planId: string;
  /** 1 at first, one more each time it is changed. */
  readonly version: number;
  readonly kind: PlanKind;
  readonly fields: readonly FieldValue[];
  readonly milestones: readonly Milestone[];
  readonly openToProposer: boolean;
  readonly at: string;
};

export type Filing = { readonly reason: string; readonly reviewBy: DueDate | null; readonly at: string };

/** What the handling of one assignment is made of beside its clock and its reply. */
export type AssignmentWork = {
  readonly contactBy: DueDate | null;
  readonly planBy: DueDate | null;
  readonly receipt: HandoverReceipt | null;
  readonly responsible: Responsible | null;
  readonly headSignedAt: string | null;
  readonly plan: Plan | null;
  readonly progressReports: readonly { readonly text: string; readonly at: string }[];
  /** 备案: cannot be handled now, filed and looked at again. */
  readonly filing: Filing | null;
};

export type CaseHandover = {
  readonly matters: readonly Matter[];
  readonly precheck: Precheck | null;
  readonly handover: HandoverDetails | null;
};
