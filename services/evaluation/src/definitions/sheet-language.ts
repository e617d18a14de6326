import {
  type DefinitionChange,
  type DefinitionLabels,
  type DefinitionLanguage,
  diffTrees,
  type EffectiveValue,
  type ExpressionLanguage,
  effectiveValues,
  type PinnedLayer,
} from '@duban/kernel';
import { effectiveSheets } from '../sheet/effective-sheets.js';
import { approversOf, type Sheets } from '../sheet/sheet.js';
import { isIncomplete } from '../sheet/sheet-problem.js';
import { SHEET_WORDS } from './sheet-words.js';

/** Examples are run when a draft is checked, and need not be run to compare documents. */
const NO_EXAMPLES = (): void => undefined;

/** Score sheets as definitions that are drafted, compared and offered. */
export const sheetLanguage = (
  labels: DefinitionLabels,
  language: ExpressionLanguage,
): DefinitionLanguage<Sheets> => ({
  noun: 'sheet',
  labels,
  make: (layers) => {
    const { sheets, problems, locks } = effectiveSheets(layers, language, NO_EXAMPLES);
    return { definition: problems.every(isIncomplete) ? sheets : null, locks };
  },
  diff: (from, to) => diffSheets(from, to, labels),
  approvers: approversOf,
});

/** Where two versions of the sheets differ, in plain words. */
export const diffSheets = (from: Sheets, to: Sheets, labels: DefinitionLabels): DefinitionChange[] =>
  diffTrees(from, to, { labels, words: SHEET_WORDS }).map(shortened);

/** Examples are told to have changed, and not one by one with all their cases. */
function shortened(change: DefinitionChange): DefinitionChange {
  const { path, label, kind } = change;
  if (path.at(-1) !== 'examples' || kind !== 'CHANGED') return change;
  return { ...change, sentence: { zh: `${label.zh}有改动`, en: `${label.en} have changed` } };
}

/** Every value of the sheets, each with the level that said it last; under `below`, when it is given. */
export function sheetValues(
  sheets: Sheets,
  layers: readonly PinnedLayer[],
  labels: DefinitionLabels,
  language: ExpressionLanguage,
  below: string | null,
): EffectiveValue[] {
  const { origins, locks } = effectiveSheets(layers, language, NO_EXAMPLES);
  return effectiveValues({ tree: sheets, layers, origins, locks }, { labels, words: SHEET_WORDS }, { below });
}
