import { METRIC_NAMES, metricOf } from '../figures/metrics.js';
import { checkAssessment } from './assessment-checks.js';
import type { CheckContext } from './check-context.js';
import { decimal, isDecimal } from './decimal.js';
import type { Indicator, MappingKind, MeasureKind } from './indicator.js';
import type { Sheet } from './sheet.js';

/** What each measure needs, one of them where there are alternatives. */
const NEEDS: Readonly<Record<MeasureKind, readonly (readonly (keyof Indicator['measure'])[])[]>> = {
  SHARE: [['that']],
  RATIO: [['numerator'], ['denominator']],
  MEAN: [['value']],
  COUNT: [['that', 'value']],
  METRIC: [['metric']],
  MANUAL: [],
  SURVEY: [],
  FLAGS: [],
};
const USES: Readonly<Record<MeasureKind, readonly string[]>> = {
  SHARE: ['that'],
  RATIO: ['numerator', 'denominator'],
  MEAN: ['value', 'full'],
  COUNT: ['that', 'value'],
  METRIC: ['metric', 'axis', 'round'],
  MANUAL: ['code', 'full', 'assessment'],
  SURVEY: ['code', 'full'],
  FLAGS: ['code'],
};
const MAPPING_NEEDS: Readonly<Record<MappingKind, readonly string[]>> = {
  LINEAR: [],
  STEP: ['steps'],
  PER_POINT_DEDUCTION: ['per'],
  ALL_OR_NOTHING: [],
  COUNT_DEDUCTION: ['per'],
};
const MAPPING_USES: Readonly<Record<MappingKind, readonly string[]>> = {
  LINEAR: ['from', 'to'],
  STEP: ['steps'],
  PER_POINT_DEDUCTION: ['below', 'per'],
  ALL_OR_NOTHING: ['atLeast'],
  COUNT_DEDUCTION: ['per', 'free'],
};

/** Measures that come to a number of cases and not to a share. */
export const COUNTS: readonly MeasureKind[] = ['COUNT', 'FLAGS'];

export function checkIndicators(sheet: Sheet, context: CheckContext): void {
  for (const [code, indicator] of Object.entries(sheet.indicators)) {
    const at = (...path: (string | number)[]) => ['indicators', code, ...path.map(String)];
    if (!isWhole(indicator, at(), context)) continue;
    checkMeasure(indicator, at, context);
    checkAssessment(indicator.measure.assessment, at('measure', 'assessment'), context);
    checkMapping(indicator, at, context);
    checkAmounts(indicator, at, context);
    if (indicator.part !== undefined && !sheet.parts?.[indicator.part])
      context.report(
        'UNKNOWN_NAME',
        at('part'),
        `没有“${indicator.part}”这一部分,请先写在 parts 下。`,
        `there is no part "${indicator.part}"; write it under parts first.`,
      );
  }
}

/** A layer may state a part of an indicator; all of them together state the whole. */
function isWhole(given: Indicator, path: string[], { report }: CheckContext): boolean {
  const { name, measure, mapping, missing } = given;
  const parts = {
    name,
    measure,
    'measure.kind': measure?.kind,
    mapping,
    'mapping.kind': mapping?.kind,
    missing,
  };
  const absent = Object.entries(parts).flatMap(([key, value]) => (value === undefined ? [key] : []));
  for (const key of absent) report('PART_MISSING', path, `缺少“${key}”。`, `"${key}" is missing.`);
  return absent.length === 0;
}

type At = (...path: (string | number)[]) => string[];

function checkMeasure({ when, measure }: Indicator, at: At, context: CheckContext): void {
  if (when !== undefined) context.expression(at('when'), when, 'bool');
  needed(NEEDS[measure.kind], measure, at('measure'), context);
  foreign(USES[measure.kind], measure, at('measure'), context);
  const { that, value, numerator, denominator } = measure;
  if (that !== undefined) context.expression(at('measure', 'that'), that, 'bool');
  for (const [key, written] of Object.entries({ value, numerator, denominator })) {
    if (written !== undefined) context.expression(at('measure', key), written, 'int');
  }
  const { metric, kind, full } = measure;
  if (metric !== undefined && !(METRIC_NAMES.includes(metric) && metricOf(metric).denominator))
    context.report('UNKNOWN_NAME', at('measure', 'metric'), ...NO_METRIC);
  if (kind === 'MEAN' && full !== undefined && !/^\d+$/.test(String(full)))
    context.report('NUMBER_OUT_OF_RANGE', at('measure', 'full'), ...WHOLE);
  if (isDecimal(full) && decimal(full).eq(0))
    context.report('DIVIDES_BY_ZERO', at('measure', 'full'), ...BY_ZERO);
  else context.number(at('measure', 'full'), full, { above: 0 });
}

const NO_METRIC = ['没有这一比率指标。', 'there is no such metric with a denominator.'] as const;
const WHOLE = ['条件得出整数,满值也须是整数。', 'values are whole numbers, so the full one is too.'] as const;
const BY_ZERO = ['不能为零:要用它作除数。', 'this cannot be zero: values are divided by it.'] as const;

function needed(
  wanted: readonly (readonly string[])[],
  given: object,
  path: string[],
  { report }: CheckContext,
): void {
  for (const choice of wanted) {
    if (choice.some((key) => key in given)) continue;
    const [zh, en] = [choice.join('”或“'), choice.join('" or "')];
    report('PART_MISSING', path, `缺少“${zh}”。`, `"${en}" is missing.`);
  }
}

function foreign(known: readonly string[], given: object, path: string[], { report }: CheckContext): void {
  for (const key of Object.keys(given)) {
    if (key === 'kind' || known.includes(key)) continue;
    const [zh, en] = [`这里用不到“${key}”,请删去。`, `"${key}" is not used here; remove it.`];
    report('PART_NOT_USED', [...path, key], zh, en);
  }
}

function checkMapping({ measure, mapping }: Indicator, at: At, context: CheckContext): void {
  needed(
    MAPPING_NEEDS[mapping.kind].map((key) => [key]),
    mapping,
    at('mapping'),
    context,
  );
  foreign(MAPPING_USES[mapping.kind], mapping, at('mapping'), context);
  if (COUNTS.includes(measure.kind) !== (mapping.kind === 'COUNT_DEDUCTION'))
    context.report('PART_NOT_USED', at('mapping', 'kind'), ...WRONG_MAPPING);
  const { from = 0, to = 100, per, below, atLeast } = mapping;
  for (const [key, written] of Object.entries({ from: mapping.from, to: mapping.to, below, atLeast }))
    context.number(at('mapping', key), written);
  context.number(at('mapping', 'per'), per, { above: 0 });
  if (isDecimal(from) && isDecimal(to)) checkSpan(from, to, at, context);
  checkSteps(mapping.steps ?? [], at, context);
}

const WRONG_MAPPING = [
  '件数(COUNT、FLAGS)只能用 COUNT_DEDUCTION 计分;比率不能用它。',
  'numbers of cases (COUNT, FLAGS) are mapped by COUNT_DEDUCTION, and shares never are.',
] as const;

function checkSpan(from: number | string, to: number | string, at: At, { report }: CheckContext): void {
  if (decimal(from).eq(decimal(to))) report('DIVIDES_BY_ZERO', at('mapping', 'to'), ...NO_SPAN);
  else if (decimal(from).gt(decimal(to))) report('NUMBER_OUT_OF_RANGE', at('mapping', 'to'), ...TURNED);
}

const NO_SPAN = ['from 与 to 相同,要除以零。', 'from and to are the same: this divides by zero.'] as const;
const TURNED = ['to 须大于 from。', 'to has to be greater than from.'] as const;

function checkSteps(
  steps: readonly { readonly atLeast: number | string; readonly points: number | string }[],
  at: At,
  context: CheckContext,
): void {
  const usable = steps.map(({ atLeast, points }, index) => {
    const threshold = context.number(at('mapping', 'steps', index, 'atLeast'), atLeast);
    return context.number(at('mapping', 'steps', index, 'points'), points, { from: 0 }) && threshold;
  });
  for (const [index, step] of steps.entries()) {
    const before = steps[index - 1];
    if (!before || !usable[index] || !usable[index - 1]) continue;
    const falls = decimal(step.atLeast).lt(decimal(before.atLeast));
    if (falls && decimal(step.points).lte(decimal(before.points))) continue;
    context.report('STEPS_NOT_FALLING', at('mapping', 'steps', index), ...NOT_FALLING);
  }
}

const NOT_FALLING = [
  '分档须从高到低:门槛依次降低,得分不能反而增加。',
  'steps go from the highest down: a lower threshold never earns more points.',
] as const;

function checkAmounts({ weight, floor, cap, roleWeights }: Indicator, at: At, context: CheckContext): void {
  context.number(at('weight'), weight, { above: 0 });
  context.number(at('floor'), floor, { from: 0 });
  context.number(at('cap'), cap, { from: floor ?? 0, ...(isDecimal(weight) && { to: weight }) });
  for (const [role, each] of Object.entries(roleWeights ?? {}))
    context.number(at('roleWeights', role), each, { from: 0 });
}
