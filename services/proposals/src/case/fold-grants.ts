import type { GrantEvents } from './events-grants.js';
import type { FoldOf } from './fold-intake.js';

export const GRANT_FOLDS: FoldOf<GrantEvents> = {
  'grant.given': (state, given, at) => {
    const { grantId, kind, granteeId, relation, sees, does, until, endsAt, reason } = given;
    const grant = { grantId, kind, granteeId, relation, sees, does, until, endsAt, reason };
    return { ...state, grants: [...state.grants, { ...grant, givenAt: at, revokedAt: null }] };
  },
  'grant.revoked': (state, { grantId }, at) => ({
    ...state,
    grants: state.grants.map((one) => (one.grantId === grantId ? { ...one, revokedAt: at } : one)),
  }),
  'opinion.taken': (state, { opinionId }) => ({
    ...state,
    takenOpinions: [...state.takenOpinions, opinionId],
  }),
};
