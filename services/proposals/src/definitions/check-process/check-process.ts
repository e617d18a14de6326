import { accept, type Outcome, useCase, type Viewer } from '@duban/kernel';
import type { DefinitionDeps } from '../definition-deps.js';
import { check, openDraft } from '../draft-rules.js';
import { composeDraft, type DraftReceipt, type ProblemReport } from '../drafting.js';

export type CheckProcess = { readonly draftId: string; readonly report: ProblemReport };

/** Form, whole and proof. Only a draft without any problem counts as checked. */
export const checkProcess = useCase({
  action: 'process:draft',
  async execute(deps: DefinitionDeps, viewer: Viewer, input: CheckProcess): Promise<Outcome<DraftReceipt>> {
    const { draftId, report } = input;
    const state = await deps.definitions.drafts();
    const found = openDraft(state, draftId);
    if (!found.accepted) return found;
    const composed = await composeDraft(deps, found.value, report);
    if (!composed.accepted) return composed;
    const decision = check(state, viewer, draftId);
    if (!decision.accepted) return decision;
    await deps.definitions.append(state, [decision.value]);
    return accept({ draftId });
  },
});
