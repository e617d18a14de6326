import { dateInShanghai, type Outcome, refuse, useCase, type Viewer } from '@duban/kernel';
import type { DefinitionDeps } from '../definition-deps.js';
import { aboveOf, type DraftReceipt, writeDraft } from '../drafting.js';
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
    const { edits, above } = plan.value;
    const own = await definitions.ownText();
    const text = edits.length > 0 ? texts.edit(own, edits) : own;
    return writeDraft(deps, viewer, { text, above, note: input.note });
  },
});
