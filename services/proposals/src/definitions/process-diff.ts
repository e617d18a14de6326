import type { Lock } from '@duban/kernel';
import type { ProposalKind } from '../case/vocabulary.js';
import { type ProcessOfKinds, processFor } from '../process/effective-process.js';
import type { Label } from '../process/label.js';
import type { ProcessLabels } from './process-labels.js';
import { at, isTree, type TreePath, written } from './process-tree.js';
import { amountWords, wordsOf } from './value-words.js';

export type ChangeKind = 'ADDED' | 'REMOVED' | 'CHANGED';

/** One place where two definitions differ. */
export type ProcessChange = {
  readonly path: TreePath;
  readonly kind: ChangeKind;
  /** What stood there and what stands there now; undefined where nothing does. */
  readonly from: unknown;
  readonly to: unknown;
  readonly label: Label;
  /** The change in one sentence, such as 答复时限由 3 个月改为 2 个月. */
  readonly sentence: Label;
};

/** What no person changed: the names of versions. */
const SILENT = new Set(['version', '$schema']);

/**
 * Where two definitions differ, in the order of their paths, in plain words: what all kinds share,
 * then what is different for one kind alone.
 */
export function diffProcesses(
  from: ProcessOfKinds,
  to: ProcessOfKinds,
  labels: ProcessLabels,
): ProcessChange[] {
  const { byKind: before, ...shared } = from;
  const { byKind: after, ...sharedNow } = to;
  const common = diffTrees(shared, sharedNow, labels);
  const known = new Set(common.map(said));
  const kinds = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])] as ProposalKind[];
  const own = kinds.flatMap((kind) =>
    diffTrees(processFor(from, kind), processFor(to, kind), labels)
      .filter((change) => !known.has(said(change)))
      .map((change) => forKind(change, kind)),
  );
  return [...common, ...own];
}

const said = ({ path, from, to }: ProcessChange): string => JSON.stringify([path, from, to]);

function forKind(change: ProcessChange, kind: ProposalKind): ProcessChange {
  const name = wordsOf(kind);
  const of = ({ zh, en }: Label): Label => ({ zh: `${name.zh}：${zh}`, en: `${name.en}: ${en}` });
  return {
    ...change,
    path: ['byKind', kind, ...change.path],
    label: of(change.label),
    sentence: of(change.sentence),
  };
}

function diffTrees(from: unknown, to: unknown, labels: ProcessLabels): ProcessChange[] {
  return differences(from, to, [])
    .map(({ path, kind }) => {
      const [before, after] = [at(from, path), at(to, path)];
      const label = labels.of(path, kind === 'REMOVED' ? from : to);
      const entry = kind === 'CHANGED' ? entryOf(path, to) : null;
      const sentence = entry
        ? changed(labels.of(entry, to), limitWords(at(from, entry)), limitWords(at(to, entry)))
        : SENTENCES[kind](label, wordsOf(before), wordsOf(after), listChange(before, after));
      return { path, kind, from: before, to: after, label, sentence };
    })
    .sort(byPath);
}

export const LOCKS = 'locks';

/** What may not be changed below any more, and what may again. */
export function diffLocks(
  from: readonly Lock[],
  to: readonly Lock[],
  process: ProcessOfKinds,
  labels: ProcessLabels,
): ProcessChange[] {
  const paths = (locks: readonly Lock[]) => new Set(locks.map(({ path }) => path));
  const [before, after] = [paths(from), paths(to)];
  const change = (path: string, kind: 'ADDED' | 'REMOVED'): ProcessChange => {
    const label = labels.of(path.split('.'), process);
    const [zh, en] =
      kind === 'ADDED' ? ['已锁定，下级不能改动', 'is locked'] : ['不再锁定', 'is no longer locked'];
    const sentence = { zh: `${label.zh}${zh}`, en: `${label.en} ${en}` };
    const [was, is] = kind === 'ADDED' ? [undefined, path] : [path, undefined];
    return { path: [LOCKS, ...path.split('.')], kind, from: was, to: is, label, sentence };
  };
  return [
    ...[...after].filter((path) => !before.has(path)).map((path) => change(path, 'ADDED')),
    ...[...before].filter((path) => !after.has(path)).map((path) => change(path, 'REMOVED')),
  ];
}

const byPath = (one: ProcessChange, other: ProcessChange): number =>
  written(one.path) < written(other.path) ? -1 : 1;

type Difference = { readonly path: TreePath; readonly kind: ChangeKind };

function differences(from: unknown, to: unknown, path: TreePath): Difference[] {
  if (path.length === 1 && SILENT.has(path[0] as string)) return [];
  if (isTree(from) && isTree(to)) {
    const keys = [...new Set([...Object.keys(to), ...Object.keys(from)])];
    return keys.flatMap((key) => differences(from[key], to[key], [...path, key]));
  }
  if (JSON.stringify(from) === JSON.stringify(to)) return [];
  return [{ path, kind: from === undefined ? 'ADDED' : to === undefined ? 'REMOVED' : 'CHANGED' }];
}

/** The rule whose amount or unit is at a path: told as a whole, three months and not three and months. */
function entryOf(path: TreePath, definition: unknown): TreePath | null {
  const last = path.at(-1);
  const entry = path.slice(0, -1);
  const told = (last === 'amount' || last === 'unit') && entry.length > 0;
  return told && at(definition, [...entry, 'unit']) !== undefined ? entry : null;
}

const limitWords = (rule: unknown): Label => {
  const [amount, unit] = [at(rule, ['amount']), at(rule, ['unit'])];
  return typeof amount === 'number' && typeof unit === 'string' ? amountWords(amount, unit) : wordsOf(rule);
};

const changed = ({ zh, en }: Label, from: Label, to: Label): Label => ({
  zh: `${zh}由 ${from.zh} 改为 ${to.zh}`,
  en: `${en}: from ${from.en} to ${to.en}`,
});

type Sentence = (label: Label, from: Label, to: Label, list: Label | null) => Label;

const SENTENCES: Readonly<Record<ChangeKind, Sentence>> = {
  ADDED: ({ zh, en }, _, to) => ({ zh: `新增${zh}：${to.zh}`, en: `${en} is new: ${to.en}` }),
  REMOVED: ({ zh, en }, from) => ({
    zh: `取消${zh}（原为 ${from.zh}）`,
    en: `${en} is taken away (was ${from.en})`,
  }),
  CHANGED: (label, from, to, list) =>
    list
      ? { zh: `${label.zh}：${list.zh}`, en: `${label.en}: ${list.en}` }
      : changed(label, quoted(from), quoted(to)),
};

const quoted = ({ zh, en }: Label): Label =>
  /^-?\d+$/.test(zh) ? { zh, en } : { zh: `“${zh}”`, en: `"${en}"` };

/** A list by what came and what went; the order alone is told as a whole. */
function listChange(from: unknown, to: unknown): Label | null {
  if (!Array.isArray(from) || !Array.isArray(to)) return null;
  const has = (list: readonly unknown[], item: unknown) =>
    list.some((one) => JSON.stringify(one) === JSON.stringify(item));
  const added = to.filter((item) => !has(from, item));
  const removed = from.filter((item) => !has(to, item));
  if (added.length + removed.length === 0) return null;
  const [come, gone] = [wordsOf(added), wordsOf(removed)];
  const zh = [added.length > 0 ? `增加${come.zh}` : '', removed.length > 0 ? `去掉${gone.zh}` : ''];
  const en = [added.length > 0 ? `${come.en} added` : '', removed.length > 0 ? `${gone.en} removed` : ''];
  return { zh: zh.filter(Boolean).join('，'), en: en.filter(Boolean).join(', ') };
}

/** Every sentence once, in order: the whole difference to be read. */
export const toldChanges = (changes: readonly ProcessChange[]): Label => ({
  zh: [...new Set(changes.map(({ sentence }) => sentence.zh))].join('；'),
  en: [...new Set(changes.map(({ sentence }) => sentence.en))].join('; '),
});

export const isUnder = (path: TreePath, above: string): boolean =>
  above === '' || written(path) === above || written(path).startsWith(`${above}.`);
