import type { GrantEvents } from './events-grants.js';

/** What another locality may see of the case and give to it, and until when. */
export type CaseGrant = Required<GrantEvents['grant.given']> & {
  readonly givenAt: string;
  readonly revokedAt: string | null;
};

export type GrantState = {
  readonly grants: readonly CaseGrant[];
  /** Opinions of other localities that were taken. */
  readonly takenOpinions: readonly string[];
};
