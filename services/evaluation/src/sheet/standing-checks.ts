import type { CheckContext } from './check-context.js';
import { decimal, isDecimal } from './decimal.js';
import type { Sheet } from './sheet.js';

/** Grades, groups, ties and targets name what there is, and fall from the best down. */
export function checkStanding(
  { grades = [], groups = [], ties, targets = {}, indicators }: Sheet,
  { report, number }: CheckContext,
): void {
  falling('grades', grades, report, number);
  falling('groups', groups, report, number);
  const unknown = (path: readonly (string | number)[], code: string) => {
    if (indicators[code]) return;
    report('UNKNOWN_NAME', path, `没有指标“${code}”。`, `there is no indicator "${code}".`);
  };
  for (const [index, code] of (ties?.by ?? []).entries()) unknown(['ties', 'by', index], code);
  for (const [code, { indicator, atLeast }] of Object.entries(targets)) {
    unknown(['targets', code, 'indicator'], indicator);
    number(['targets', code, 'atLeast'], atLeast);
  }
}

function falling(
  name: string,
  entries: readonly { readonly code: string; readonly atLeast: number | string }[],
  report: CheckContext['report'],
  number: CheckContext['number'],
): void {
  for (const [index, { code, atLeast }] of entries.entries()) {
    const path = [name, index];
    if (entries.findIndex((entry) => entry.code === code) < index)
      report('UNKNOWN_NAME', [...path, 'code'], `“${code}”写了两次。`, `"${code}" stands here twice.`);
    const before = entries[index - 1];
    if (!number([...path, 'atLeast'], atLeast) || !before || !isDecimal(before.atLeast)) continue;
    if (decimal(atLeast).gte(decimal(before.atLeast)))
      report('STEPS_NOT_FALLING', [...path, 'atLeast'], ...NOT_FALLING);
  }
}

const NOT_FALLING = ['须从高到低排列。', 'these go from the highest down.'] as const;
