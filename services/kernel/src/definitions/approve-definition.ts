import type { CalendarDate } from '../calendar.js';
import { accept, type Outcome } from '../refusal.js';
import type { Viewer } from '../viewer.js';
import type { DefinitionDesk } from './definition-desk.js';
import { approve, openDraft, reject, withdrawApproval } from './draft-rules.js';
import { approvalFacts, composeDraft, type DraftReceipt, type ProblemReport } from './drafting.js';

export type ApproveDraft = {
  readonly draftId: string;
  readonly effectiveFrom: CalendarDate;
  readonly note?: string | null;
  readonly report: ProblemReport;
};

/**
 * Another person publishes a checked draft from a date on. The version keeps the documents of the
 * levels above that it was checked with.
 */
export async function approveDefinition<Definition>(
  desk: DefinitionDesk<Definition>,
  viewer: Viewer,
  input: ApproveDraft,
): Promise<Outcome<DraftReceipt>> {
  const { draftId, effectiveFrom, report } = input;
  const { definitions } = desk;
  const [state, facts] = [await definitions.drafts(), await approvalFacts(desk)];
  const possible = approve(state, viewer, { ...input, version: '' }, facts);
  if (!possible.accepted) return possible;
  const found = openDraft(state, draftId);
  if (!found.accepted) return found;
  const composed = await composeDraft(desk, found.value, report);
  if (!composed.accepted) return composed;
  const { definition, layers } = composed.value;
  if (!definition) throw new Error('a definition without problems is a definition');
  const { text } = found.value;
  const version = await definitions.publish({ draftId, definition, layers, text, effectiveFrom });
  const decision = approve(state, viewer, { ...input, version }, facts);
  if (!decision.accepted) return decision;
  await definitions.append(state, [decision.value]);
  return accept({ draftId });
}

export type RejectDraft = { readonly draftId: string; readonly reason: string };

/** Whoever could approve it says why not. */
export async function rejectDefinition<Definition>(
  desk: DefinitionDesk<Definition>,
  viewer: Viewer,
  input: RejectDraft,
): Promise<Outcome<DraftReceipt>> {
  const state = await desk.definitions.drafts();
  const decision = reject(state, viewer, input, await approvalFacts(desk));
  if (!decision.accepted) return decision;
  await desk.definitions.append(state, [decision.value]);
  return accept({ draftId: input.draftId });
}

export type WithdrawApproval = { readonly draftId: string; readonly reason: string };

/** 撤销批准: before its day. What would hold without it is stored again from that day on; nothing is deleted. */
export async function withdrawDefinitionApproval<Definition>(
  desk: DefinitionDesk<Definition>,
  viewer: Viewer,
  input: WithdrawApproval,
): Promise<Outcome<DraftReceipt>> {
  const { definitions } = desk;
  const { draftId } = input;
  const [state, facts] = [await definitions.drafts(), await approvalFacts(desk)];
  const possible = withdrawApproval(state, viewer, { ...input, restored: '' }, facts);
  if (!possible.accepted) return possible;
  const { effectiveFrom } = state.drafts.get(draftId) ?? {};
  if (!effectiveFrom) throw new Error('an approved draft comes into force on a day');
  const restored = await definitions.restore(draftId, effectiveFrom);
  const decision = withdrawApproval(state, viewer, { ...input, restored }, facts);
  if (!decision.accepted) return decision;
  await definitions.append(state, [decision.value]);
  return accept({ draftId });
}
