import type { FactColumns } from '../score/fact-columns.js';
import { measure } from '../score/measured.js';
import type { Points } from '../score/score-tree.js';
import type { SubjectData } from '../score/shortfall.js';
import { decimal, text } from '../sheet/decimal.js';
import type { Sheet } from '../sheet/sheet.js';
import type { Label } from '../sheet/words.js';

/** A target of a sheet, measured over everything that a locality has of a year. */
export type LocalityTarget = {
  readonly sheet: string;
  readonly target: string;
  readonly name: Label;
  readonly atLeast: Points;
  readonly numerator: Points | null;
  readonly denominator: Points | null;
  /** Per cent, or a number of cases; null with nothing to measure. */
  readonly value: Points | null;
  readonly attained: boolean | null;
  /** Cases that keep the value from being full. */
  readonly missing: readonly string[];
};

/** Targets need no weights: a sheet that scores nobody yet can say what is to be reached. */
export const localityTargets = (
  code: string,
  sheet: Sheet,
  columns: FactColumns,
  data: SubjectData,
): LocalityTarget[] =>
  Object.entries(sheet.targets ?? {}).flatMap(([target, { name, indicator, atLeast }]) => {
    const measured = sheet.indicators[indicator];
    if (!measured) return [];
    const { numerator, denominator, value, shortfalls } = measure(
      indicator,
      measured,
      sheet,
      columns,
      data,
      true,
    );
    return [
      {
        sheet: code,
        target,
        name,
        atLeast: text(decimal(atLeast)),
        numerator: numerator && text(numerator),
        denominator: denominator && text(denominator),
        value: value && text(value.round(12)),
        attained: value?.gte(decimal(atLeast)) ?? null,
        missing: [...new Set(shortfalls.flatMap(({ caseId }) => caseId ?? []))],
      },
    ];
  });
