import { dateInShanghai } from '@duban/kernel';
import type { CaseState } from '../case/state.js';
import { type Duty, holderKey } from '../supervision/duty.js';
import type { DutyRow } from './case-rows.js';

export const dutyRow = (state: CaseState, duty: Duty): DutyRow => ({
  id: duty.dutyId,
  proposal_id: state.proposalId,
  kind: duty.duty,
  tier: duty.tier,
  canonical_tier: duty.canonicalTier,
  holder: duty.holder,
  holder_key: holderKey(duty.holder),
  rule: duty.rule,
  label: duty.label,
  unit_id: duty.unitId,
  year: state.docketing?.year ?? Number(dateInShanghai(duty.since).slice(0, 4)),
  since_at: duty.since,
  ended_at: duty.endedAt,
  end_reason: duty.endReason,
  report_id: duty.reportId,
});
