import { dateInShanghai, type Viewer } from '@duban/kernel';
import { type AvailableAction, availableActions } from '../../case/available-actions.js';
import type { ProposalKind } from '../../case/vocabulary.js';
import type { CaseFile, CommandDeps, ProcessVersion } from '../../store/proposal.store.js';

/** What a viewer may do next on each of some cases, and why not; as many statements for fifty cases as for one. */
export async function listActions(
  deps: Pick<CommandDeps, 'processes' | 'facts' | 'now'>,
  viewer: Viewer,
  files: readonly CaseFile[],
): Promise<readonly (readonly AvailableAction[])[]> {
  const now = deps.now();
  const states = files.map(({ state }) => state);
  const contextOf = await deps.facts.around(states, viewer, now);
  const inForce = new Map<ProposalKind, Promise<ProcessVersion>>();
  const versionOf = ({ state: { kind, processVersion } }: CaseFile): Promise<ProcessVersion> => {
    if (processVersion !== null) return deps.processes.get(processVersion, kind);
    const known = inForce.get(kind) ?? deps.processes.getInForce(dateInShanghai(now), kind);
    inForce.set(kind, known);
    return known;
  };
  const lists: (readonly AvailableAction[])[] = [];
  for (const file of files) {
    const version = await versionOf(file);
    const all = availableActions(
      file.state,
      version.process,
      viewer,
      now,
      await contextOf(version, file.state),
    );
    // Of a case that is there, drafting it is no question.
    lists.push(all.filter(({ command }) => command !== 'proposal.draft'));
  }
  return lists;
}
