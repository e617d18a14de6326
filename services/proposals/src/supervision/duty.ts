import type { Label } from '../process/label.js';
import type { DutyKind } from '../process/supervision.js';

/** Who holds a duty: a person by name (with ids where known), or an organ of the locality by its code. */
export type DutyHolder = {
  readonly kind: 'PERSON' | 'ORGAN';
  readonly name: string;
  readonly organ: string | null;
  readonly mandateId: string | null;
  readonly personId: string | null;
};

export type DutyEvents = {
  'duty.assigned': {
    readonly dutyId: string;
    readonly duty: DutyKind;
    readonly tier: string | null;
    readonly canonicalTier: string | null;
    readonly holder: DutyHolder;
    /** The routing rule that added it; null when somebody assigned it. */
    readonly rule: string | null;
    readonly label: Label | null;
    /** The unit that a routing rule looked at. */
    readonly unitId: string | null;
  };
  'duty.ended': {
    readonly dutyId: string;
    readonly reason: string | null;
    /** The work record it ended with. */
    readonly reportId: string | null;
  };
};

/** One supervisor or leader on a case (督办、领办、包案); a person may hold several. */
export type Duty = DutyEvents['duty.assigned'] & {
  readonly since: string;
  readonly endedAt: string | null;
  readonly endReason: string | null;
  readonly reportId: string | null;
};

/** Tells holders apart: the mandate or person where known, else the name. */
export const holderKey = ({ kind, name, organ, mandateId, personId }: DutyHolder): string =>
  kind === 'ORGAN' ? `organ:${organ}` : `person:${mandateId ?? personId ?? name}`;

/** A duty in the whole locality, as quotas count it. */
export type HeldDuty = {
  readonly holder: DutyHolder;
  readonly duty: DutyKind;
  readonly tier: string | null;
  readonly proposalId: string;
  readonly reported: boolean;
};
