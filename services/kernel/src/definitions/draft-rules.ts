import { type CalendarDate, isCalendarDate } from '../calendar.js';
import { accept, type Outcome, type RefusalParams, refuse } from '../refusal.js';
import { checkText } from '../text.js';
import type { Viewer } from '../viewer.js';
import {
  type DraftPayloads,
  type DraftVerb,
  draftVerbOf,
  type LayerRef,
  type NewDraftEvent,
} from './draft-events.js';
import type { DefinitionDraft, DraftPhase, DraftsState } from './draft-state.js';

/** A person may write at length; the whole process of the base is a tenth of it. */
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

const decided = <Verb extends DraftVerb>(
  { noun }: DraftsState,
  verb: Verb,
  payload: DraftPayloads[Verb],
): Decision => accept({ type: `${noun}.${verb}`, payload } as NewDraftEvent);

/** Refusals are called after what is drafted: PROCESS_NOT_CHECKED. */
const refused = ({ noun }: DraftsState, what: string, params: RefusalParams = {}) =>
  refuse(`${noun.toUpperCase()}_${what}`, params);

const notApprover = ({ noun }: DraftsState, { approvers }: ApprovalFacts) =>
  refuse(`NOT_${noun.toUpperCase()}_APPROVER`, { roles: approvers.join(', ') });

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
  return decided(state, 'drafted', { ...acted(draftId, viewer), ...written });
}

export function revise(state: DraftsState, viewer: Viewer, draftId: string, text: string): Decision {
  const found = openDraft(state, draftId);
  if (!found.accepted) return found;
  const wrong = wrongText(text);
  if (wrong) return wrong;
  const payload = { ...acted(draftId, viewer), text, basis: state.publications };
  return decided(state, 'revised', payload);
}

/** `problems`: whatever the checks and the proof found. */
export function check(state: DraftsState, viewer: Viewer, draftId: string): Decision {
  const found = openDraft(state, draftId);
  return found.accepted ? decided(state, 'checked', acted(draftId, viewer)) : found;
}

export type Approval = {
  readonly draftId: string;
  /** What it will be called. */
  readonly version: string;
  readonly effectiveFrom: CalendarDate;
  readonly note?: string | null;
};

type ApprovalFacts = { readonly today: CalendarDate; readonly approvers: readonly string[] };

/** Checked, not outdated, by somebody else, of a role that the definition in force names, from today on. */
export function approve(state: DraftsState, viewer: Viewer, input: Approval, facts: ApprovalFacts): Decision {
  const { draftId, version, effectiveFrom, note = null } = input;
  const found = openDraft(state, draftId);
  if (!found.accepted) return found;
  const wrong = wrongApprover(state, found.value, viewer, facts) ?? wrongNote('note', note);
  if (wrong) return wrong;
  if (found.value.phase !== 'CHECKED') return refused(state, 'NOT_CHECKED');
  if (found.value.basis !== state.publications) return refused(state, 'DRAFT_OUTDATED');
  if (!isCalendarDate(effectiveFrom) || effectiveFrom < facts.today)
    return refused(state, 'EFFECTIVE_DATE_PASSED', { date: effectiveFrom, today: facts.today });
  const payload = { ...acted(draftId, viewer), version, effectiveFrom, note };
  return decided(state, 'approved', payload);
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
    wrongApprover(state, found.value, viewer, facts) ?? checkText('reason', reason, { max: LONGEST_NOTE });
  return wrong ?? decided(state, 'rejected', { ...acted(draftId, viewer), reason });
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
  return wrongNote('reason', reason) ?? decided(state, 'withdrawn', payload);
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
  facts: ApprovalFacts,
): Decision {
  const { today, approvers } = facts;
  const found = state.drafts.get(draftId);
  if (!found) return refused(state, 'DRAFT_NOT_FOUND');
  if (viewer.role !== 'TENANT_ADMIN' && !approvers.includes(viewer.role)) return notApprover(state, facts);
  const { phase, effectiveFrom: date } = found;
  if (phase !== 'APPROVED' || date === null) return refused(state, 'NOT_APPROVED');
  if (date <= today) return refused(state, 'IN_FORCE', { date });
  const later = [...state.drafts.values()].some(
    (one) => one.phase === 'APPROVED' && approvedAt(one) > approvedAt(found),
  );
  if (later) return refused(state, 'BUILT_UPON');
  const wrong = checkText('reason', reason, { max: LONGEST_NOTE });
  const payload = { ...acted(draftId, viewer), reason, restored };
  return wrong ?? decided(state, 'approval_withdrawn', payload);
}

const approvedAt = ({ events }: DefinitionDraft): number =>
  events.find((event) => draftVerbOf(event) === 'approved')?.streamVersion ?? 0;

/** A draft that has not ended. */
export function openDraft(state: DraftsState, draftId: string): Outcome<DefinitionDraft> {
  const found = state.drafts.get(draftId);
  if (!found) return refused(state, 'DRAFT_NOT_FOUND');
  if (found.phase === 'DRAFT' || found.phase === 'CHECKED') return accept(found);
  const [phaseZh, phaseEn] = PHASE_WORDS[found.phase];
  return refused(state, 'DRAFT_ENDED', { phase: found.phase, phaseZh, phaseEn });
}

/** Another person than those who wrote it, also under another account. */
function wrongApprover(state: DraftsState, draft: DefinitionDraft, viewer: Viewer, facts: ApprovalFacts) {
  const own = draft.authors.some(
    ({ accountId, personId }) =>
      accountId === viewer.accountId || (personId !== null && personId === viewer.personId),
  );
  if (own) return refused(state, 'OWN_APPROVAL');
  if (!facts.approvers.includes(viewer.role)) return notApprover(state, facts);
  return null;
}

const wrongText = (text: string) => checkText('text', text, { max: LONGEST_TEXT, min: 0 });

const wrongNote = (field: string, note: string | null) =>
  note === null ? null : checkText(field, note, { max: LONGEST_NOTE });
