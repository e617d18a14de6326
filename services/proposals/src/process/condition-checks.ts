import type { DefinitionReport as Report } from '@duban/kernel';
import type { DeadlineStep } from '../case/deadline.js';
import { type Condition, type ConditionLanguage, readsOf } from './condition.js';
import type { Process } from './process.js';

/** Every expression of the process is typed against the fact table before anything runs on it. */
export function checkConditions(process: Process, conditions: ConditionLanguage, report: Report): void {
  const derived = process.derived ?? {};
  const wrong = conditions.checkDerived(derived);
  for (const [name, problems] of Object.entries(wrong)) {
    for (const { zh, en, line, column } of problems)
      report(['derived', name, 'value'], zh, en, { line, column });
  }
  // What uses a wrong value would only be told the same again.
  if (Object.keys(wrong).length > 0) return;
  eachCondition(process, (condition, path) => {
    const found = typeof condition === 'string' ? conditions.checkCondition(condition, derived) : [];
    for (const { zh, en, line, column } of found) report(path, zh, en, { line, column });
    if (found.length > 0 || !isBeforeUnits(process, path)) return;
    const about = { facts: {}, derived, conditions };
    const fact = readsOf(condition, about).find((one) => OF_UNITS.test(one));
    if (!fact) return;
    const zh = `此处还没有承办单位，“${fact}”永远不得而知，请改用件(case)的事实。`;
    report(path, zh, `no unit has the case there, so ${fact} is never known; ask for facts of the case.`);
  });
}

const OF_UNITS = /^(unit|assignment)\./;
const WITHOUT_UNIT: readonly DeadlineStep[] = ['COSIGN', 'HANDOVER', 'REVIEW', 'PRECHECK'];

/** Where a condition stands that is asked before any unit has the case: numbers, and time limits of the case itself. */
function isBeforeUnits({ deadlines }: Process, [part, code = '']: readonly string[]): boolean {
  if (part === 'numbering') return true;
  return part === 'deadlines' && WITHOUT_UNIT.includes(deadlines[code]?.step as DeadlineStep);
}

/** Every condition of a process, wherever it stands: under `when`, and as an expression under `that`. */
export function eachCondition(
  value: unknown,
  see: (condition: Condition, path: readonly string[]) => void,
  path: readonly string[] = [],
): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    const here = [...path, key];
    if (key === 'when' || (key === 'that' && typeof item === 'string')) see(item as Condition, here);
    else eachCondition(item, see, here);
  }
}
