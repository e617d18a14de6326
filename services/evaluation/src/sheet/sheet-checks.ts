import type { DerivedValues, ExpressionLanguage, ExpressionProblem } from '@duban/kernel';
import { checkAdjustments, checkVetoes } from './adjustment-checks.js';
import type { CheckContext, Range } from './check-context.js';
import { decimal, isDecimal, sumOf } from './decimal.js';
import { checkIndicators } from './indicator-checks.js';
import type { Sheet } from './sheet.js';
import type { SheetReport } from './sheet-problem.js';
import { checkStanding } from './standing-checks.js';
import type { Decimal } from './words.js';

/** Everything that is wrong with a merged sheet, examples apart. */
export function checkSheet(sheet: Sheet, language: ExpressionLanguage, report: SheetReport): void {
  const derived = sheet.derived ?? {};
  const context = contextOf(language, derived, report);
  const wrongDerived = Object.entries(language.checkDerived(derived));
  for (const [name, problems] of wrongDerived) {
    for (const problem of problems) tell(report, ['derived', name, 'value'], problem);
  }
  // What uses a wrong value would only be told the same again.
  const quiet = wrongDerived.length > 0 ? { ...context, expression: () => undefined } : context;
  checkNumbers(sheet, context);
  checkIndicators(sheet, quiet);
  checkWeights(sheet, report);
  checkAdjustments(sheet, quiet);
  checkVetoes(sheet, quiet);
  checkStanding(sheet, context);
}

function contextOf(language: ExpressionLanguage, derived: DerivedValues, report: SheetReport): CheckContext {
  return {
    report,
    expression: (path, written, type) => {
      for (const problem of language.checkValue(written, type, derived)) tell(report, path, problem);
    },
    number: (path, written, range = {}) => {
      if (written === undefined) return false;
      if (!isDecimal(written)) {
        report('NOT_A_DECIMAL', path, ...NOT_A_DECIMAL);
        return false;
      }
      if (within(written, range)) return true;
      report('NUMBER_OUT_OF_RANGE', path, ...outOfRange(written, range));
      return false;
    },
  };
}

function tell(report: SheetReport, path: readonly string[], problem: ExpressionProblem): void {
  const { code = 'WRONG_EXPRESSION', zh, en, line, column } = problem;
  report(code, path, zh, en, { line, column });
}

function within(written: Decimal, { from, above, to }: Range): boolean {
  const value = decimal(written);
  return (
    (from === undefined || value.gte(decimal(from))) &&
    (above === undefined || value.gt(decimal(above))) &&
    (to === undefined || value.lte(decimal(to)))
  );
}

const NOT_A_DECIMAL = [
  '须是十进制数,小数点前最多 12 位、后最多 8 位。',
  'this has to be a decimal with at most 12 digits before the point and 8 after it.',
] as const;

function outOfRange(written: Decimal, { from, above, to }: Range): readonly [zh: string, en: string] {
  const zh = [
    from === undefined ? '' : `不小于 ${from}`,
    above === undefined ? '' : `大于 ${above}`,
    to === undefined ? '' : `不大于 ${to}`,
  ];
  const en = [
    from === undefined ? '' : `at least ${from}`,
    above === undefined ? '' : `more than ${above}`,
    to === undefined ? '' : `at most ${to}`,
  ];
  const said = (words: readonly string[], between: string) => words.filter((one) => one !== '').join(between);
  return [`${written} 须${said(zh, '、')}。`, `${written} has to be ${said(en, ' and ')}.`];
}

function checkNumbers(sheet: Sheet, { number }: CheckContext): void {
  number(['maximum'], sheet.maximum, { above: 0 });
  number(['listedBelow'], sheet.listedBelow, { from: 0 });
  number(['floor'], sheet.floor);
  number(['cap'], sheet.cap, { from: sheet.floor ?? 0 });
}

/** Weights sum to the sheet's own maximum; one that is missing makes the sheet a draft for good. */
function checkWeights({ indicators, maximum }: Sheet, report: SheetReport): void {
  const entries = Object.entries(indicators);
  const missing = entries.filter(([, { weight }]) => weight === undefined);
  for (const [code] of missing) report('WEIGHT_MISSING', ['indicators', code, 'weight'], ...WEIGHT_MISSING);
  const weights = entries.map(([, { weight }]) => weight).filter((weight) => isDecimal(weight));
  if (missing.length > 0 || weights.length < entries.length || !isDecimal(maximum)) return;
  const sum = sumOf(weights.map((weight) => decimal(weight)));
  if (sum.eq(decimal(maximum))) return;
  report(
    'WEIGHTS_NOT_MAXIMUM',
    ['maximum'],
    `各指标分值之和为 ${sum.toFixed()},须等于满分 ${maximum}。`,
    `the weights of all indicators sum to ${sum.toFixed()}; they have to sum to the maximum, ${maximum}.`,
  );
}

const WEIGHT_MISSING = [
  '尚未填写分值。填写后方可发布。',
  'the weight has not been entered. Until it is, the sheet cannot be published.',
] as const;
