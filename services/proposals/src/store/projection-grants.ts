import type { CaseGrant, CaseState } from '../case/state.js';
import { FINAL_CASE_PHASES } from '../case/transitions.js';
import type { CaseGrantRow } from './case-rows.js';

/** A grant ends on its day, when it is revoked, or when the case comes to nothing. */
const endOf = (state: CaseState, { endsAt, revokedAt }: CaseGrant): string =>
  revokedAt ?? (FINAL_CASE_PHASES.includes(state.phase) ? (state.lastOccurredAt ?? endsAt) : endsAt);

export const caseGrantRow = (state: CaseState, grant: CaseGrant): CaseGrantRow => ({
  id: grant.grantId,
  proposal_id: state.proposalId,
  grantee_id: grant.granteeId,
  kind: grant.kind,
  form: grant.form,
  label: grant.label.zh,
  sees: grant.sees,
  does: grant.does,
  given_at: grant.givenAt,
  ends_at: endOf(state, grant),
  metadata: metadataOf(state),
});

/** Facts of a case without its texts. */
export const metadataOf = (state: CaseState) => ({
  ...{ kind: state.kind, period: state.period, phase: state.phase, title: state.content.title },
  caseNumber: state.docketing?.caseNumber ?? null,
  canonicalCategory: state.docketing?.canonicalCategory ?? null,
  key: state.keyDesignations.length > 0,
  submittedAt: state.snapshot?.submittedAt ?? null,
  docketedAt: state.docketing?.at ?? null,
  handedOverAt: state.handedOverAt,
  repliedAt: state.repliedAt,
  closedAt: state.closedAt,
});

export type GrantMetadata = ReturnType<typeof metadataOf>;
