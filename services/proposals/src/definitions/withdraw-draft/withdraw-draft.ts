import { accept, type Outcome, useCase, type Viewer } from '@duban/kernel';
import type { DefinitionDeps } from '../definition-deps.js';
import { withdraw } from '../draft-rules.js';
import type { DraftReceipt } from '../drafting.js';

export type WithdrawDraft = { readonly draftId: string; readonly reason?: string | null };

/** The draft is not pursued. */
export const withdrawDraft = useCase({
  action: 'process:draft',
  async execute(
    { definitions }: DefinitionDeps,
    viewer: Viewer,
    input: WithdrawDraft,
  ): Promise<Outcome<DraftReceipt>> {
    const state = await definitions.drafts();
    const decision = withdraw(state, viewer, input);
    if (!decision.accepted) return decision;
    await definitions.append(state, [decision.value]);
    return accept({ draftId: input.draftId });
  },
});
