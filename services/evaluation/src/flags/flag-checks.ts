import type { Sheet } from '../sheet/sheet.js';
import type { SheetReport } from '../sheet/sheet-problem.js';
import type { FlagWord, FlagWords } from './flag.js';

/** What is wrong with one word of the vocabulary; the schema has looked at its parts. */
export function checkFlagWord(word: FlagWord, report: SheetReport): void {
  for (const key of ['label', 'meaning'] as const)
    if (word[key] === undefined) report('PART_MISSING', [], `缺少“${key}”。`, `"${key}" is missing.`);
}

/** Where there is a vocabulary, a sheet reads no other flags. */
export function checkFlagsOf(sheet: Sheet, words: FlagWords, report: SheetReport): void {
  for (const [path, code] of flagsRead(sheet)) {
    if (code === undefined || Object.hasOwn(words, code)) continue;
    const known = Object.keys(words);
    report(
      'UNKNOWN_NAME',
      path,
      `标识“${code}”不在 flags 中,可用:${known.join('、') || '—'}。`,
      `the flag "${code}" is not among flags; those there are: ${known.join(', ') || '—'}.`,
    );
  }
}

type Read = readonly [path: readonly string[], code: string | undefined];

const flagsRead = ({ indicators = {}, adjustments = {}, vetoes = {} }: Sheet): Read[] => [
  ...Object.entries(indicators)
    .filter(([, { measure }]) => measure?.kind === 'FLAGS')
    .map(([name, { measure }]): Read => [['indicators', name, 'measure'], measure.code ?? name]),
  ...Object.entries(adjustments).map(([name, { flag }]): Read => [['adjustments', name, 'flag'], flag]),
  ...Object.entries(vetoes).map(([name, { flag }]): Read => [['vetoes', name, 'flag'], flag]),
];
