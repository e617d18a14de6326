import { decimal, type Exact, HUNDRED, ZERO } from '../sheet/decimal.js';
import type { Indicator } from '../sheet/indicator.js';
import type { Sheet } from '../sheet/sheet.js';
import { narrowed, SCORED_ROLES } from '../sheet/words.js';
import type { Cell, FactColumns } from './fact-columns.js';
import { graded } from './graded.js';
import type { ScoreRow } from './score-input.js';
import type { CostReason } from './score-tree.js';
import { inOrder, type Measured, type Shortfall, type SubjectData } from './shortfall.js';

/** Cells of the two sides of an indicator for every row; a numerator that is not known is undefined. */
type Sides = { readonly num: readonly Cell[]; readonly den: readonly Cell[] | null };

export function measure(
  code: string,
  indicator: Indicator,
  sheet: Sheet,
  columns: FactColumns,
  data: SubjectData,
  explain: boolean,
): Measured {
  const { measure: of } = indicator;
  if (of.kind === 'MANUAL' || of.kind === 'SURVEY') return graded(of.code ?? code, indicator, data);
  if (of.kind === 'FLAGS') return flagged(of.code ?? code, data);
  const sides = sidesOf(indicator, sheet, columns);
  const mask = columns.within(narrowed(sheet.population, indicator.population));
  const when = indicator.when === undefined ? null : columns.expression(indicator.when, sheet.derived);
  const tally = new Tally(indicator, columns, explain);
  tally.addAll(data.rows, { ...sides, mask, when });
  return of.kind === 'COUNT' ? tally.count() : tally.share();
}

function sidesOf({ measure: of }: Indicator, { derived }: Sheet, columns: FactColumns): Sides {
  const cells = (written = '') => columns.expression(written, derived);
  if (of.kind === 'RATIO') return { num: cells(of.numerator), den: cells(of.denominator) };
  if (of.kind !== 'METRIC') return { num: cells(of.that ?? of.value), den: null };
  const { metric = 'REPLY_RATE', axis = 'RESULT', round = 'FINAL' } = of;
  const side = (name: 'numerator' | 'denominator') => columns.metric(metric, name, axis, round);
  return { num: side('numerator'), den: side('denominator') };
}

/** Beside the two sides, which rows count at all. */
type Counting = Sides & { readonly mask: Uint8Array; readonly when: readonly Cell[] | null };

/** Whole numbers per role until the end: decimals come in with the weights of the roles. */
class Tally {
  private readonly num = [0, 0, 0, 0];
  private readonly den = [0, 0, 0, 0];
  private cases = 0;
  private readonly short: { readonly row: number; readonly reason: CostReason; readonly by: number }[] = [];
  private readonly full: number;
  private readonly weights: readonly Exact[];

  constructor(
    private readonly indicator: Indicator,
    private readonly columns: FactColumns,
    private readonly explain: boolean,
  ) {
    this.weights = SCORED_ROLES.map((role) => decimal(indicator.roleWeights?.[role] ?? 1));
    // Values are whole numbers; a full value with decimals is brought in at the end.
    this.full = indicator.measure.kind === 'MEAN' ? Number(indicator.measure.full ?? 100) : 1;
  }

  /** One pass over a subject's rows; the hot loop of every score. */
  addAll(rows: readonly number[], { num, den, mask, when }: Counting): void {
    const { roles } = this.columns;
    const leftOut = this.indicator.unknown === 'LEFT_OUT';
    const eachOne = this.indicator.measure.kind === 'MEAN';
    for (const row of rows) {
      if (mask[row] !== 1 || (when !== null && when[row] !== true)) continue;
      const cell = num[row];
      if (leftOut && cell === undefined) continue;
      const of = den === null ? this.full : amount(den[row]);
      if (of === undefined || (den !== null && of === 0)) continue;
      const got = amount(cell) ?? 0;
      const role = roles[row] as number;
      (this.num[role] as number) += got;
      (this.den[role] as number) += eachOne ? 1 : of;
      this.cases += 1;
      if (this.explain) this.note(row, cell, got, of);
    }
  }

  private note(row: number, cell: Cell, got: number, of: number): void {
    if (this.indicator.measure.kind === 'COUNT') {
      if (got > 0) this.short.push({ row, reason: 'COUNTED', by: got });
    } else if (got < of) {
      const reason = cell === undefined ? 'UNKNOWN' : typeof cell === 'boolean' ? 'NOT_MET' : 'BELOW_FULL';
      this.short.push({ row, reason, by: of - got });
    }
  }

  share(): Measured {
    const [numerator, below] = [this.weighted(this.num), this.weighted(this.den)];
    const denominator =
      this.indicator.measure.kind === 'MEAN'
        ? below.times(decimal(this.indicator.measure.full ?? 100))
        : below;
    const value = denominator.eq(0) ? null : numerator.times(HUNDRED).div(denominator);
    return { numerator, denominator, value, cases: this.cases, shortfalls: this.shortfalls() };
  }

  count(): Measured {
    const value = this.weighted(this.num);
    return { numerator: value, denominator: null, value, cases: this.cases, shortfalls: this.shortfalls() };
  }

  private weighted(counts: readonly number[]): Exact {
    return this.weights.reduce(
      (sum, weight, role) => sum.plus(weight.times(decimal(counts[role] ?? 0))),
      ZERO,
    );
  }

  private shortfalls(): Shortfall[] {
    return this.short
      .map(({ row, reason, by }) => {
        const { caseId } = this.columns.rows[row] as ScoreRow;
        const weight = this.weights[this.columns.roles[row] as number] ?? ZERO;
        return { caseId, recordId: null, reason, by: weight.times(decimal(by)) };
      })
      .sort(inOrder);
  }
}

const amount = (cell: Cell): number | undefined => (typeof cell === 'boolean' ? (cell ? 1 : 0) : cell);

function flagged(code: string, { evidence }: SubjectData): Measured {
  const flags = evidence.filter((one) => one.source === 'FLAG' && one.code === code);
  const value = decimal(flags.length);
  const shortfalls = flags
    .map(({ caseId, recordId }): Shortfall => ({ caseId, recordId, reason: 'COUNTED', by: decimal(1) }))
    .sort(inOrder);
  return { numerator: value, denominator: null, value, cases: flags.length, shortfalls };
}
