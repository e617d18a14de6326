import { accept, type CalendarDate, type Outcome, useCase, type Viewer } from '@duban/kernel';
import type { DefinitionDeps } from '../definition-deps.js';
import { approve, openDraft } from '../draft-rules.js';
import { approvalFacts, composeDraft, type DraftReceipt, type ProblemReport } from '../drafting.js';

export type ApproveProcess = {
  readonly draftId: string;
  readonly effectiveFrom: CalendarDate;
  readonly note?: string | null;
  readonly report: ProblemReport;
};

/**
 * Another person publishes a checked draft from a date on. The version keeps the documents of the
 * levels above that it was checked with; cases that were handed over before keep their version.
 */
export const approveProcess = useCase({
  action: 'process:approve',
  async execute(deps: DefinitionDeps, viewer: Viewer, input: ApproveProcess): Promise<Outcome<DraftReceipt>> {
    const { draftId, effectiveFrom, report } = input;
    const { definitions } = deps;
    const [state, facts] = [await definitions.drafts(), await approvalFacts(deps)];
    const possible = approve(state, viewer, { ...input, version: '' }, facts);
    if (!possible.accepted) return possible;
    const found = openDraft(state, draftId);
    if (!found.accepted) return found;
    const composed = await composeDraft(deps, found.value, report);
    if (!composed.accepted) return composed;
    const { process, layers } = composed.value;
    if (!process) throw new Error('a process without problems is a process');
    const { text } = found.value;
    const version = await definitions.publish({ draftId, process, layers, text, effectiveFrom });
    const decision = approve(state, viewer, { ...input, version }, facts);
    if (!decision.accepted) return decision;
    await definitions.append(state, [decision.value]);
    return accept({ draftId });
  },
});
