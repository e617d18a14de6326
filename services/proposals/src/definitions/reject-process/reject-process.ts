import { accept, type Outcome, useCase, type Viewer } from '@duban/kernel';
import type { DefinitionDeps } from '../definition-deps.js';
import { reject } from '../draft-rules.js';
import { approvalFacts, type DraftReceipt } from '../drafting.js';

export type RejectProcess = { readonly draftId: string; readonly reason: string };

/** Whoever could approve it says why not. */
export const rejectProcess = useCase({
  action: 'process:approve',
  async execute(deps: DefinitionDeps, viewer: Viewer, input: RejectProcess): Promise<Outcome<DraftReceipt>> {
    const state = await deps.definitions.drafts();
    const decision = reject(state, viewer, input, await approvalFacts(deps));
    if (!decision.accepted) return decision;
    await deps.definitions.append(state, [decision.value]);
    return accept({ draftId: input.draftId });
  },
});
