import { type Outcome, refuse, useCase, type Viewer } from '@duban/kernel';
import type { DefinitionDeps } from '../definition-deps.js';
import { aboveOf, type DraftReceipt, writeDraft } from '../drafting.js';
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
    const locks = [...new Set([...lockedIn(latest.layers.at(-1)?.document), ...input.paths])];
    const text = texts.edit(await definitions.ownText(), [{ path: ['locks'], value: locks }]);
    return writeDraft(deps, viewer, { text, above: aboveOf(latest), note: input.note });
  },
});

const lockedIn = (document: unknown): readonly string[] => {
  const locks = at(document, ['locks']);
  return Array.isArray(locks) ? locks.filter((path): path is string => typeof path === 'string') : [];
};
