import type { GrantKind, GrantSight } from '../grants/grant.js';

/** Commands on what other localities may see of a case and give to it. */
export type GrantCommands = {
  'grant.give': {
    readonly grantKind: GrantKind;
    /** Code of a form of this kind in the locality's process; left out, the kind itself. */
    readonly form?: string;
    /** Number of the other locality. */
    readonly granteeId: number;
    readonly sees: GrantSight;
    /** Last calendar day on which it holds. */
    readonly until: string;
    readonly reason: string;
  };
  'grant.revoke': { readonly grantId: string; readonly reason: string };
  /** Takes the opinion of a lower locality's office as the decision of the stage that is its to review. */
  'opinion.take': { readonly opinionId: string };
};
