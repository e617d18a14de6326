import { accept, type Outcome, useCase, type Viewer } from '@duban/kernel';
import type { DefinitionDeps } from '../definition-deps.js';
import { withdrawApproval as decide } from '../draft-rules.js';
import { approvalFacts, type DraftReceipt } from '../drafting.js';

export type WithdrawApproval = { readonly draftId: string; readonly reason: string };

/** 撤销批准: before its day. What would hold without it is stored again from that day on; nothing is deleted. */
export const withdrawApproval = useCase({
  action: 'process:approve',
  async execute(
    deps: DefinitionDeps,
    viewer: Viewer,
    input: WithdrawApproval,
  ): Promise<Outcome<DraftReceipt>> {
    const { definitions } = deps;
    const { draftId } = input;
    const [state, facts] = [await definitions.drafts(), await approvalFacts(deps)];
    const possible = decide(state, viewer, { ...input, restored: '' }, facts);
    if (!possible.accepted) return possible;
    const { effectiveFrom } = state.drafts.get(draftId) ?? {};
    if (!effectiveFrom) throw new Error('an approved draft comes into force on a day');
    const restored = await definitions.restore(draftId, effectiveFrom);
    const decision = decide(state, viewer, { ...input, restored }, facts);
    if (!decision.accepted) return decision;
    await definitions.append(state, [decision.value]);
    return accept({ draftId });
  },
});
