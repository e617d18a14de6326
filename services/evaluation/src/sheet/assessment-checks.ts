import { isCalendarDate } from '@duban/kernel';
import { type Assessment, type Assessor, decidersOf, MAY_ASSESS, ORGANISERS } from './assessment.js';
import type { CheckContext } from './check-context.js';

/** Who grades: at least one kind of assessor, each with a weight and with roles that can be that kind. */
export function checkAssessment(
  assessment: Assessment | undefined,
  path: readonly string[],
  context: CheckContext,
): void {
  if (assessment === undefined) return;
  const { by, window } = assessment;
  if (by !== undefined && Object.keys(by).length === 0)
    context.report('PART_MISSING', [...path, 'by'], ...NOBODY);
  for (const [assessor, rule] of Object.entries(by ?? {})) {
    context.number([...path, 'by', assessor, 'weight'], rule.weight, { above: 0 });
    checkRoles(rule.roles ?? [], MAY_ASSESS[assessor as Assessor], [...path, 'by', assessor], context);
  }
  checkRoles(decidersOf(assessment), ORGANISERS, [...path, 'decidedBy'], context);
  if (window && !isCalendarDate(`2027-${window.from}`))
    context.report('NUMBER_OUT_OF_RANGE', [...path, 'window', 'from'], ...NO_DAY);
}

function checkRoles(
  roles: readonly string[],
  known: readonly string[],
  path: readonly string[],
  { report }: CheckContext,
): void {
  for (const role of roles) {
    if (known.includes(role)) continue;
    const [zh, en] = [known.join('、'), known.join(', ')];
    report(
      'UNKNOWN_NAME',
      path,
      `角色 ${role} 不能在此评分或裁定,可用:${zh}。`,
      `the role ${role} cannot do this; those that can: ${en}.`,
    );
  }
}

const NOBODY = ['至少写明一类评分人。', 'name at least one kind of assessor.'] as const;
const NO_DAY = [
  '须为每年都有的月日,如 12-01。',
  'a month and a day that every year has, such as 12-01.',
] as const;
