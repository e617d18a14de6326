import type { ResponsibilityMeaning } from '../process/handover.js';
import type { PlanKind } from '../process/plans.js';
import type { FieldValue } from '../process/typed-field.js';
import type { DueDate } from './deadline.js';
import type { Evidence } from './evidence.js';
import type { Matter } from './state-handover.js';

/** Events between the choice of the units and the work itself. */
export type HandoverEvents = {
  /** All matters of the case; earlier ones are replaced. */
  'matters.split': { readonly matters: readonly Matter[] };
  'allocation.answered': {
    readonly unitId: string | null;
    readonly agrees: boolean;
    readonly reason: string | null;
    readonly proposedUnitId: string | null;
  };
  'responsible.named': {
    readonly assignmentId: string;
    /** With what each field means everywhere; those named before this was said have no meaning. */
    readonly fields: readonly (FieldValue & { readonly meaning?: ResponsibilityMeaning })[];
    readonly deadline: DueDate | null;
  };
  'assignment.head_signed': { readonly assignmentId: string; readonly note: string | null };
  /** It goes up one rung of the ladder: nobody has decided yet, and the unit keeps it. */
  'return.escalated': {
    readonly assignmentId: string;
    readonly rung: string;
    readonly reason: string | null;
    readonly decideBy: DueDate | null;
  };
  /** Lead and co-unit change places; each keeps its assignment, with the clock of its new role. */
  'lead.changed': {
    readonly assignmentId: string;
    readonly reason: string | null;
    readonly leadId: string;
    readonly leadDue: DueDate;
    readonly coDue: DueDate;
  };
  'plan.set': {
    readonly assignmentId: string;
    readonly planId: string;
    readonly kind: PlanKind;
    readonly fields: readonly FieldValue[];
    readonly milestones: readonly {
      readonly milestoneId: string;
      readonly title: string;
      readonly due: DueDate;
    }[];
    readonly openToProposer: boolean;
  };
  'milestone.completed': {
    readonly assignmentId: string;
    readonly milestoneId: string;
    readonly note: string | null;
    readonly evidence: readonly Evidence[];
  };
  /** Told to the proposers. */
  'progress.reported': { readonly assignmentId: string; readonly text: string };
  'assignment.filed': {
    readonly assignmentId: string;
    readonly reason: string;
    readonly reviewBy: DueDate | null;
  };
};
