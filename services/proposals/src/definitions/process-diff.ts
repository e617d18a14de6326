import { type DefinitionChange, type DefinitionLabels, diffTrees, type Label } from '@duban/kernel';
import type { ProposalKind } from '../case/vocabulary.js';
import { type ProcessOfKinds, processFor } from '../process/effective-process.js';
import { PROCESS_WORDS } from './value-words.js';

/**
 * Where two definitions differ, in the order of their paths, in plain words: what all kinds share,
 * then what is different for one kind alone.
 */
export function diffProcesses(
  from: ProcessOfKinds,
  to: ProcessOfKinds,
  labels: DefinitionLabels,
): DefinitionChange[] {
  const speech = { labels, words: PROCESS_WORDS };
  const { byKind: before, ...shared } = from;
  const { byKind: after, ...sharedNow } = to;
  const common = diffTrees(shared, sharedNow, speech);
  const known = new Set(common.map(said));
  const kinds = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])] as ProposalKind[];
  const own = kinds.flatMap((kind) =>
    diffTrees(processFor(from, kind), processFor(to, kind), speech)
      .filter((change) => !known.has(said(change)))
      .map((change) => forKind(change, kind)),
  );
  return [...common, ...own];
}

const said = ({ path, from, to }: DefinitionChange): string => JSON.stringify([path, from, to]);

function forKind(change: DefinitionChange, kind: ProposalKind): DefinitionChange {
  const name = PROCESS_WORDS.of(kind);
  const of = ({ zh, en }: Label): Label => ({ zh: `${name.zh}：${zh}`, en: `${name.en}: ${en}` });
  return {
    ...change,
    path: ['byKind', kind, ...change.path],
    label: of(change.label),
    sentence: of(change.sentence),
  };
}
