import { accept, type Outcome, refuse, useCase, type Viewer } from '@duban/kernel';
import type { DefinitionDeps } from '../definition-deps.js';
import type { DraftReceipt } from '../draft-process/draft-process.js';
import { draft } from '../draft-rules.js';
import { aboveOf } from '../drafting.js';
import { at } from '../process-tree.js';

export type LockProcess = { readonly paths: readonly string[]; readonly note?: string | null };

/**
 * Drafts what a level above does not let those below change: the own layer with these paths among
 * its locks. It is checked and approved like any other draft.
 */
export const lockProcess = useCase({
  action: 'process:draft',
  async execute(deps: DefinitionDeps, viewer: Viewer, input: LockProcess): Promise<Outcome<DraftReceipt>> {
    const { definitions, texts } = deps;
    const latest = await definitions.latest();
    const unknown = input.paths.find((path) => at(latest.process, path.split('.')) === undefined);
    if (unknown !== undefined || input.paths.length === 0)
      return refuse('PROCESS_PATH_UNKNOWN', { path: (unknown ?? '').slice(0, 100) });
    const [state, [file]] = [await definitions.drafts(), await definitions.ownFiles()];
    const own = latest.origin === 'PUBLISHED' ? await definitions.ownText() : (file?.text ?? '');
    const locks = [...new Set([...lockedIn(latest.layers.at(-1)?.document), ...input.paths])];
    const text = texts.edit(own, [{ path: ['locks'], value: locks }]);
    const above = aboveOf(latest).map(({ locality, hash }) => ({ locality, hash }));
    const draftId = deps.newId();
    const { note = null } = input;
    const decision = draft(state, viewer, { draftId, text, note, above, fileHash: file?.hash ?? null });
    if (!decision.accepted) return decision;
    await definitions.append(state, [decision.value]);
    return accept({ draftId });
  },
});

const lockedIn = (document: unknown): readonly string[] => {
  const locks = at(document, ['locks']);
  return Array.isArray(locks) ? locks.filter((path): path is string => typeof path === 'string') : [];
};
