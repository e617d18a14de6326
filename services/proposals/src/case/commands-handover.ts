import type { CalendarDate } from '@duban/kernel';
import type { PlanKind } from '../process/plans.js';
import type { FieldValue } from '../process/typed-field.js';
import type { Evidence } from './evidence.js';
import type { HandoverValue, ReceiptOpinion } from './state-handover.js';

type OnAssignment = { readonly assignmentId: string };

export type HandoverPayloads = {
  /** Left out, `fields` are none. `batchId` only from a batch. */
  'proposal.hand_over': {
    readonly hard?: boolean;
    readonly noticeNumber?: string | null;
    readonly fields?: readonly HandoverValue[];
    readonly batchId?: string;
  };
  'matters.split': {
    readonly matters: readonly { readonly text: string; readonly unitIds: readonly string[] }[];
  };
  'allocation.answer': {
    readonly agrees: boolean;
    readonly reason?: string | null;
    readonly proposedUnitId?: string | null;
  };
  'assignment.acknowledge': OnAssignment & {
    readonly note?: string | null;
    readonly opinion?: ReceiptOpinion | null;
  };
  'responsible.name': OnAssignment & { readonly fields: readonly FieldValue[] };
  'assignment.sign_read': OnAssignment & { readonly note?: string | null };
  'return.decide': OnAssignment & {
    readonly decision: 'APPROVE' | 'REFUSE' | 'ESCALATE';
    readonly reason?: string | null;
    /** Left out on approval: the unit that was proposed. */
    readonly unitId?: string | null;
  };
  'plan.set': OnAssignment & {
    readonly planKind: PlanKind;
    readonly fields: readonly FieldValue[];
    readonly milestones?: readonly { readonly title: string; readonly dueOn: CalendarDate }[];
  };
  'milestone.complete': OnAssignment & {
    readonly milestoneId: string;
    readonly note?: string | null;
    readonly evidence?: readonly Evidence[];
  };
  'progress.report': OnAssignment & { readonly text: string };
  'assignment.file': OnAssignment & { readonly reason: string };
};
