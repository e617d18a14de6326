import type { Adjustment } from '../sheet/adjustment.js';
import { decimal, type Exact, rounded, smaller, text, ZERO } from '../sheet/decimal.js';
import type { Sheet } from '../sheet/sheet.js';
import { narrowed } from '../sheet/words.js';
import type { FactColumns } from './fact-columns.js';
import { costsOf } from './score-lines.js';
import type { AdjustmentLine } from './score-tree.js';
import { inOrder, type Shortfall, type SubjectData } from './shortfall.js';

export type Adjusted = { readonly lines: readonly AdjustmentLine[]; readonly total: Exact };

/**
 * Bonus and deduction, one after the other. A deduction takes at most what is above the sheet's floor
 * at that moment, a bonus adds at most up to its cap: so the order counts, and the sheet gives it.
 */
export function adjust(
  sheet: Sheet,
  before: Exact,
  columns: FactColumns,
  data: SubjectData,
  explain: boolean,
): Adjusted {
  const floor = decimal(sheet.floor ?? 0);
  const cap = sheet.cap === undefined ? null : decimal(sheet.cap);
  const entries = Object.entries(sheet.adjustments ?? {}).sort(([, a], [, b]) => a.order - b.order);
  let total = before;
  const lines = entries.map(([code, adjustment]): AdjustmentLine => {
    const causes = causesOf(adjustment, sheet, columns, data);
    const left = total.minus(floor);
    const asked = amountOf(adjustment, causes, left, sheet);
    const room = adjustment.kind === 'DEDUCTION' ? left : cap?.minus(total);
    const given = room === undefined ? asked : smaller(asked, room.lt(0) ? ZERO : room);
    const sign = decimal(adjustment.kind === 'DEDUCTION' ? -1 : 1);
    total = total.plus(given.times(sign));
    return {
      adjustment: code,
      count: causes.length,
      asked: text(asked.times(sign)),
      points: text(given.times(sign)),
      causes: explain ? costsOf(given.times(sign), causes, sheet.rounding.digits + 6) : [],
    };
  });
  return { lines, total };
}

function amountOf(
  { per, cap, toZero = false, manual }: Adjustment,
  causes: readonly Shortfall[],
  left: Exact,
  { rounding }: Sheet,
): Exact {
  if (causes.length === 0) return ZERO;
  if (toZero) return left.lt(0) ? ZERO : left;
  const asked =
    manual === undefined
      ? decimal(per ?? 0).times(decimal(causes.length))
      : causes.reduce((sum, { by }) => sum.plus(by), ZERO);
  return rounded(cap === undefined ? asked : smaller(asked, decimal(cap)), rounding);
}

function causesOf(
  { that, flag, manual, population }: Adjustment,
  sheet: Sheet,
  columns: FactColumns,
  { rows, evidence }: SubjectData,
): Shortfall[] {
  if (that !== undefined) {
    const cells = columns.expression(that, sheet.derived);
    const mask = columns.within(narrowed(sheet.population, population));
    return rows
      .filter((row) => mask[row] === 1 && cells[row] === true)
      .map((row): Shortfall => ({ ...caused, caseId: columns.rows[row]?.caseId ?? null }))
      .sort(inOrder);
  }
  const [source, code] = flag === undefined ? ['MANUAL', manual] : ['FLAG', flag];
  return evidence
    .filter((one) => one.source === source && one.code === code)
    .map(({ caseId, recordId, value }): Shortfall => {
      return { ...caused, caseId, recordId, by: manual === undefined ? ONE : decimal(value) };
    })
    .sort(inOrder);
}

const ONE = decimal(1);
const caused = { caseId: null, recordId: null, reason: 'COUNTED', by: ONE } as const;
