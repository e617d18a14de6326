import { type ExpressionLanguage, type Judged, type PinnedLayer, valueAt } from '@duban/kernel';
import { effectiveSheets, type JudgeSheet } from '../sheet/effective-sheets.js';
import type { Sheets } from '../sheet/sheet.js';
import { isIncomplete, type SheetProblem } from '../sheet/sheet-problem.js';

/**
 * Everything that keeps sheets from being published: weights that do not sum to the maximum or that
 * nobody entered, facts nobody knows, what a level above locks, examples that come to something else. A
 * sheet that a level above has not finished, and that this one says nothing of, waits for that level.
 */
export function judgeSheets(
  layers: readonly PinnedLayer[],
  language: ExpressionLanguage,
  examples: JudgeSheet,
): Judged<Sheets> {
  const { sheets, problems } = effectiveSheets(layers, language, examples);
  const own = layers.at(-1)?.document;
  const wrong = problems.filter((problem) => !isIncomplete(problem) || speaksOf(own, problem));
  return { definition: wrong.length > 0 ? null : sheets, problems: wrong };
}

const speaksOf = (document: unknown, { path }: SheetProblem): boolean =>
  valueAt(document, path.slice(0, 2)) !== undefined;

/** What is still to be entered in the sheets that documents make. */
export const openIn = (layers: readonly PinnedLayer[], language: ExpressionLanguage): SheetProblem[] =>
  effectiveSheets(layers, language, () => undefined).problems.filter(isIncomplete);
