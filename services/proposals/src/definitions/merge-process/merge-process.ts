import { accept, dateInShanghai, type Outcome, refuse, useCase, type Viewer } from '@duban/kernel';
import type { DefinitionDeps } from '../definition-deps.js';
import type { DraftReceipt } from '../draft-process/draft-process.js';
import { draft } from '../draft-rules.js';
import { aboveOf } from '../drafting.js';
import { planMerge } from '../merge-offers.js';
import { offersFor } from '../offers.js';

export type MergeProcess = {
  readonly source: string;
  /** Paths of the offer that are taken; left out, all that the locality has not set itself. */
  readonly take?: readonly string[] | null;
  readonly note?: string | null;
};

/**
 * Takes chosen changes of a level above (or of the own file) into a draft. What is not taken stays
 * as it was, because the draft says it itself.
 */
export const mergeProcess = useCase({
  action: 'process:draft',
  async execute(deps: DefinitionDeps, viewer: Viewer, input: MergeProcess): Promise<Outcome<DraftReceipt>> {
    const { definitions, texts } = deps;
    const latest = await definitions.latest();
    const offers = await offersFor(deps, latest, dateInShanghai(deps.now()));
    const offer = offers.find(({ current }) => current.source === input.source);
    if (!offer) return refuse('PROCESS_OFFER_NOT_FOUND', { source: input.source.slice(0, 100) });
    const plan = planMerge(offer, aboveOf(latest), input.take ?? null);
    if (!plan.accepted) return plan;
    const [state, [file]] = [await definitions.drafts(), await definitions.ownFiles()];
    const own = latest.origin === 'PUBLISHED' ? await definitions.ownText() : (file?.text ?? '');
    const text = plan.value.edits.length > 0 ? texts.edit(own, plan.value.edits) : own;
    const above = plan.value.above.map(({ locality, hash }) => ({ locality, hash }));
    const draftId = deps.newId();
    const { note = null } = input;
    const decision = draft(state, viewer, { draftId, text, note, above, fileHash: file?.hash ?? null });
    if (!decision.accepted) return decision;
    await definitions.append(state, [decision.value]);
    return accept({ draftId });
  },
});
