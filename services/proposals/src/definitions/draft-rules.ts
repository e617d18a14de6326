import {
  accept,
  type CalendarDate,
  checkText,
  isCalendarDate,
  type Outcome,
  refuse,
  type Viewer,
} from '@duban/kernel';
import type { LayerRef, NewDraftEvent } from './draft-events.js';
import type { Draft, DraftPhase, DraftsState } from './draft-state.js';

/** A person may write at length; a whole process of the base is a tenth of it. */
export const LONGEST_TEXT = 200_000;
const LONGEST_NOTE = 2_000;

const PHASE_WORDS: Readonly<Record<DraftPhase, readonly [zh: string, en: string]>> = {
  DRAFT: ['在拟', 'being written'],
  CHECKED: ['已检查', 'checked'],
  APPROVED: ['已批准', 'approved'],
  REJECTED: ['已退回', 'rejected'],
  WITHDRAWN: ['已撤回', 'withdrawn'],
  REVOKED: ['批准已撤销', 'withdrawn after its approval'],
};

type Decision = Outcome<NewDraftEvent>;

const acted = (draftId: string, { personId }: Viewer) => ({ draftId, personId });

const decided = (event: NewDraftEvent): Decision => accept(event);

export type DraftToWrite = {
  readonly draftId: string;
  readonly text: string;
  readonly above: readonly LayerRef[];
  readonly fileHash: string | null;
  readonly note?: string | null;
};

export function draft(state: DraftsState, viewer: Viewer, input: DraftToWrite): Decision {
  const { draftId, text, above, fileHash, note = null } = input;
  const wrong = wrongText(text) ?? wrongNote('note', note);
  if (wrong) return wrong;
  const written = { text, above, fileHash, basis: state.publications, note };
  return decided({ type: 'process.drafted', payload: { ...acted(draftId, viewer), ...written } });
}

export function revise(state: DraftsState, viewer: Viewer, draftId: string, text: string): Decision {
  const found = openDraft(state, draftId);
  if (!found.accepted) return found;
  const wrong = wrongText(text);
  if (wrong) return wrong;
  const payload = { ...acted(draftId, viewer), text, basis: state.publications };
  return decided({ type: 'process.revised', payload });
}

/** `problems`: whatever the checks and the proof found. */
export function check(state: DraftsState, viewer: Viewer, draftId: string): Decision {
  const found = openDraft(state, draftId);
  return found.accepted ? decided({ type: 'process.checked', payload: acted(draftId, viewer) }) : found;
}

export type Approval = {
  readonly draftId: string;
  /** What it will be called. */
  readonly version: string;
  readonly effectiveFrom: CalendarDate;
  readonly note?: string | null;
};

type ApprovalFacts = { readonly today: CalendarDate; readonly approvers: readonly string[] };

/** Checked, not outdated, by somebody else, of a role that the process in force names, from today on. */
export function approve(state: DraftsState, viewer: Viewer, input: Approval, facts: ApprovalFacts): Decision {
  const { draftId, version, effectiveFrom, note = null } = input;
  const found = openDraft(state, draftId);
  if (!found.accepted) return found;
  const wrong = wrongApprover(found.value, viewer, facts) ?? wrongNote('note', note);
  if (wrong) return wrong;
  if (found.value.phase !== 'CHECKED') return refuse('PROCESS_NOT_CHECKED');
  if (found.value.basis !== state.publications) return refuse('PROCESS_DRAFT_OUTDATED');
  if (!isCalendarDate(effectiveFrom) || effectiveFrom < facts.today)
    return refuse('PROCESS_EFFECTIVE_DATE_PASSED', { date: effectiveFrom, today: facts.today });
  const payload = { ...acted(draftId, viewer), version, effectiveFrom, note };
  return decided({ type: 'process.approved', payload });
}

export function reject(
  state: DraftsState,
  viewer: Viewer,
  input: { readonly draftId: string; readonly reason: string },
  facts: ApprovalFacts,
): Decision {
  const { draftId, reason } = input;
  const found = openDraft(state, draftId);
  if (!found.accepted) return found;
  const wrong =
    wrongApprover(found.value, viewer, facts) ?? checkText('reason', reason, { max: LONGEST_NOTE });
  return wrong ?? decided({ type: 'process.rejected', payload: { ...acted(draftId, viewer), reason } });
}

export function withdraw(
  state: DraftsState,
  viewer: Viewer,
  input: { readonly draftId: string; readonly reason?: string | null },
): Decision {
  const { draftId, reason = null } = input;
  const found = openDraft(state, draftId);
  if (!found.accepted) return found;
  const payload = { ...acted(draftId, viewer), reason };
  return wrongNote('reason', reason) ?? decided({ type: 'process.withdrawn', payload });
}

export type ApprovalToWithdraw = {
  readonly draftId: string;
  readonly reason: string;
  /** The version that holds in its place. */
  readonly restored: string;
};

/** An approved version that is not in force yet, and that nothing was built upon; by an approver or an administrator. */
export function withdrawApproval(
  state: DraftsState,
  viewer: Viewer,
  { draftId, reason, restored }: ApprovalToWithdraw,
  { today, approvers }: ApprovalFacts,
): Decision {
  const found = state.drafts.get(draftId);
  if (!found) return refuse('PROCESS_DRAFT_NOT_FOUND');
  if (viewer.role !== 'TENANT_ADMIN' && !approvers.includes(viewer.role))
    return refuse('NOT_PROCESS_APPROVER', { roles: approvers.join(', ') });
  const { phase, effectiveFrom: date } = found;
  if (phase !== 'APPROVED' || date === null) return refuse('PROCESS_NOT_APPROVED');
  if (date <= today) return refuse('PROCESS_IN_FORCE', { date });
  const later = [...state.drafts.values()].some(
    (one) => one.phase === 'APPROVED' && approvedAt(one) > approvedAt(found),
  );
  if (later) return refuse('PROCESS_BUILT_UPON');
  const wrong = checkText('reason', reason, { max: LONGEST_NOTE });
  const payload = { ...acted(draftId, viewer), reason, restored };
  return wrong ?? decided({ type: 'process.approval_withdrawn', payload });
}

const approvedAt = ({ events }: Draft): number =>
  events.find(({ type }) => type === 'process.approved')?.streamVersion ?? 0;

/** A draft that has not ended. */
export function openDraft(state: DraftsState, draftId: string): Outcome<Draft> {
  const found = state.drafts.get(draftId);
  if (!found) return refuse('PROCESS_DRAFT_NOT_FOUND');
  if (found.phase === 'DRAFT' || found.phase === 'CHECKED') return accept(found);
  const [phaseZh, phaseEn] = PHASE_WORDS[found.phase];
  return refuse('PROCESS_DRAFT_ENDED', { phase: found.phase, phaseZh, phaseEn });
}

/** Another person than those who wrote it, also under another account. */
function wrongApprover(draft: Draft, viewer: Viewer, { approvers }: ApprovalFacts) {
  const own = draft.authors.some(
    ({ accountId, personId }) =>
      accountId === viewer.accountId || (personId !== null && personId === viewer.personId),
  );
  if (own) return refuse('PROCESS_OWN_APPROVAL');
  if (!approvers.includes(viewer.role))
    return refuse('NOT_PROCESS_APPROVER', { roles: approvers.join(', ') });
  return null;
}

const wrongText = (text: string) => checkText('text', text, { max: LONGEST_TEXT, min: 0 });

const wrongNote = (field: string, note: string | null) =>
  note === null ? null : checkText(field, note, { max: LONGEST_NOTE });
