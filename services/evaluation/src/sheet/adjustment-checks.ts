import type { CheckContext } from './check-context.js';
import type { Sheet } from './sheet.js';

function isWhole(
  given: object,
  parts: readonly string[],
  path: readonly string[],
  { report }: CheckContext,
): boolean {
  const absent = parts.filter((part) => !(part in given));
  for (const key of absent) report('PART_MISSING', path, `缺少“${key}”。`, `"${key}" is missing.`);
  return absent.length === 0;
}

/** Ways to say what counts; exactly one is written. */
function checkTrigger(
  given: { readonly that?: string; readonly flag?: string; readonly manual?: string },
  path: readonly string[],
  { report, expression }: CheckContext,
): void {
  const ways = ['that', 'flag', 'manual'].filter((key) => key in given);
  if (ways.length === 0) report('PART_MISSING', path, ...NO_TRIGGER);
  if (ways.length > 1) report('PART_NOT_USED', [...path, ways[1] ?? ''], ...TWO_TRIGGERS);
  if (given.that !== undefined) expression([...path, 'that'], given.that, 'bool');
}

const NO_TRIGGER = [
  '须写明什么情形计入:that(条件)、flag(标记)之一。',
  'say what counts: one of that (a condition) or flag (something noted).',
] as const;
const TWO_TRIGGERS = ['只能写一种计入的情形。', 'only one way of counting can be written.'] as const;

export function checkAdjustments({ adjustments = {} }: Sheet, context: CheckContext): void {
  const { report, number } = context;
  const places = new Map<number, string>();
  for (const [code, adjustment] of Object.entries(adjustments)) {
    const path = ['adjustments', code];
    if (!isWhole(adjustment, ['name', 'kind', 'order'], path, context)) continue;
    checkTrigger(adjustment, path, context);
    const { kind, order, per, cap, toZero = false, manual } = adjustment;
    number([...path, 'per'], per, { above: 0 });
    number([...path, 'cap'], cap, { above: 0 });
    if (per === undefined && !toZero && manual === undefined) report('PART_MISSING', path, ...NO_POINTS);
    if (toZero && kind === 'BONUS') report('PART_NOT_USED', [...path, 'toZero'], ...NO_BONUS);
    const other = places.get(order);
    if (other !== undefined)
      report(
        'ORDER_NOT_UNIQUE',
        [...path, 'order'],
        `与“${other}”的顺序相同,先后不明。请另写一个数。`,
        `"${other}" has the same order, so it is not clear which comes first. Write another number.`,
      );
    places.set(order, code);
  }
}

const NO_POINTS = ['须写明每次几分(per)。', 'say how many points each one counts (per).'] as const;
const NO_BONUS = ['加分不能扣到零。', 'a bonus takes nothing away.'] as const;

export function checkVetoes({ vetoes = {}, grades = [] }: Sheet, context: CheckContext): void {
  const { report, expression } = context;
  for (const [code, veto] of Object.entries(vetoes)) {
    const path = ['vetoes', code];
    if (!isWhole(veto, ['name', 'scope', 'effect', 'period'], path, context)) continue;
    checkTrigger(veto, path, context);
    if (veto.liftedBy !== undefined) expression([...path, 'liftedBy'], veto.liftedBy, 'bool');
    if (veto.effect === 'GRADE_CAP' && veto.grade === undefined) report('PART_MISSING', path, ...NO_GRADE);
    if (veto.grade !== undefined && !grades.some((grade) => grade.code === veto.grade))
      report(
        'UNKNOWN_NAME',
        [...path, 'grade'],
        `没有等次“${veto.grade}”。`,
        `there is no grade "${veto.grade}".`,
      );
  }
}

const NO_GRADE = [
  '须写明最高只能评为哪一等次(grade)。',
  'say which grade is the best possible (grade).',
] as const;
