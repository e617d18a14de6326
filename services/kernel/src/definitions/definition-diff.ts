import { isMapping, valueAt } from '../layers/layer.js';
import type { Lock } from '../layers/locks.js';
import type { DefinitionLabels } from './definition-labels.js';
import { type TreePath, writtenPath } from './definition-tree.js';
import type { Label } from './label.js';
import type { ValueWords } from './value-words.js';

/** How changes of a definition are told: names of its parts, and words for their values. */
export type Speech = { readonly labels: DefinitionLabels; readonly words: ValueWords };

export type ChangeKind = 'ADDED' | 'REMOVED' | 'CHANGED';

/** One place where two definitions differ. */
export type DefinitionChange = {
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

/** Where two definitions differ, in the order of their paths, in plain words. */
export function diffTrees(from: unknown, to: unknown, { labels, words }: Speech): DefinitionChange[] {
  return differences(from, to, [])
    .map(({ path, kind }) => {
      const [before, after] = [valueAt(from, path), valueAt(to, path)];
      const label = labels.of(path, kind === 'REMOVED' ? from : to);
      const entry = kind === 'CHANGED' ? entryOf(path, to) : null;
      const sentence = entry
        ? changed(
            labels.of(entry, to),
            limitWords(valueAt(from, entry), words),
            limitWords(valueAt(to, entry), words),
          )
        : SENTENCES[kind](label, words.of(before), words.of(after), listChange(before, after, words));
      return { path, kind, from: before, to: after, label, sentence };
    })
    .sort(byPath);
}

export const LOCKS = 'locks';

/** What may not be changed below any more, and what may again. */
export function diffLocks(
  from: readonly Lock[],
  to: readonly Lock[],
  definition: unknown,
  labels: DefinitionLabels,
): DefinitionChange[] {
  const paths = (locks: readonly Lock[]) => new Set(locks.map(({ path }) => path));
  const [before, after] = [paths(from), paths(to)];
  const change = (path: string, kind: 'ADDED' | 'REMOVED'): DefinitionChange => {
    const label = labels.of(path.split('.'), definition);
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

const byPath = (one: DefinitionChange, other: DefinitionChange): number =>
  writtenPath(one.path) < writtenPath(other.path) ? -1 : 1;

type Difference = { readonly path: TreePath; readonly kind: ChangeKind };

function differences(from: unknown, to: unknown, path: TreePath): Difference[] {
  if (path.length === 1 && SILENT.has(path[0] as string)) return [];
  if (isMapping(from) && isMapping(to)) {
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
  return told && valueAt(definition, [...entry, 'unit']) !== undefined ? entry : null;
}

const limitWords = (rule: unknown, words: ValueWords): Label => {
  const [amount, unit] = [valueAt(rule, ['amount']), valueAt(rule, ['unit'])];
  return typeof amount === 'number' && typeof unit === 'string' ? words.amount(amount, unit) : words.of(rule);
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
  /^-?\d+(\.\d+)?$/.test(zh) ? { zh, en } : { zh: `“${zh}”`, en: `"${en}"` };

/** A list by what came and what went; the order alone is told as a whole. */
function listChange(from: unknown, to: unknown, words: ValueWords): Label | null {
  if (!Array.isArray(from) || !Array.isArray(to)) return null;
  const has = (list: readonly unknown[], item: unknown) =>
    list.some((one) => JSON.stringify(one) === JSON.stringify(item));
  const added = to.filter((item) => !has(from, item));
  const removed = from.filter((item) => !has(to, item));
  if (added.length + removed.length === 0) return null;
  const [come, gone] = [words.of(added), words.of(removed)];
  const zh = [added.length > 0 ? `增加${come.zh}` : '', removed.length > 0 ? `去掉${gone.zh}` : ''];
  const en = [added.length > 0 ? `${come.en} added` : '', removed.length > 0 ? `${gone.en} removed` : ''];
  return { zh: zh.filter(Boolean).join('，'), en: en.filter(Boolean).join(', ') };
}

/** Every sentence once, in order: the whole difference to be read. */
export const toldChanges = (changes: readonly DefinitionChange[]): Label => ({
  zh: [...new Set(changes.map(({ sentence }) => sentence.zh))].join('；'),
  en: [...new Set(changes.map(({ sentence }) => sentence.en))].join('; '),
});
