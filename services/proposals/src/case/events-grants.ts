import type { GrantKind, GrantRelation, GrantSight, OpinionKind } from '../grants/grant.js';
import type { Label } from '../process/label.js';

export type GrantEvents = {
  'grant.given': {
    readonly grantId: string;
    readonly kind: GrantKind;
    /** Code and name of the form in the locality's process; absent where forms were not yet its own. */
    readonly form?: string;
    readonly label?: Label;
    readonly granteeId: number;
    readonly relation: GrantRelation;
    readonly sees: GrantSight;
    readonly does: readonly OpinionKind[];
    readonly until: string;
    /** The instant from which it no longer holds. */
    readonly endsAt: string;
    readonly reason: string;
  };
  'grant.revoked': { readonly grantId: string; readonly reason: string };
  'opinion.taken': { readonly grantId: string; readonly opinionId: string; readonly fromId: number };
};
