import type { GrantEvents } from './events-grants.js';
import type { FoldOf } from './fold-intake.js';

/** Forms were once the same everywhere: one of each kind. */
const onlyForm = ({ kind }: GrantEvents['grant.given']) => ({ form: kind, label: { zh: kind, en: kind } });

export const GRANT_FOLDS: FoldOf<GrantEvents> = {
  'grant.given': (state, given, at) => ({
    grants: [...state.grants, { ...onlyForm(given), ...given, givenAt: at, revokedAt: null }],
  }),
  'grant.revoked': (state, { grantId }, at) => ({
    grants: state.grants.map((one) => (one.grantId === grantId ? { ...one, revokedAt: at } : one)),
  }),
  'opinion.taken': (state, { opinionId }) => ({
    takenOpinions: [...state.takenOpinions, opinionId],
  }),
};
