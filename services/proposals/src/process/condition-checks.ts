import type { DefinitionReport as Report } from '@duban/kernel';
import type { ConditionLanguage } from './condition.js';
import type { Process } from './process.js';

/** Keys under which a condition stands, wherever they are. */
const CONDITION_KEYS: readonly string[] = ['when', 'that'];

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
  eachCondition(process, [], (expression, path) => {
    for (const { zh, en, line, column } of conditions.checkCondition(expression, derived))
      report(path, zh, en, { line, column });
  });
}

function eachCondition(
  value: unknown,
  path: readonly string[],
  see: (expression: string, path: readonly string[]) => void,
): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    const here = [...path, key];
    if (typeof item === 'string' && CONDITION_KEYS.includes(key)) see(item, here);
    else eachCondition(item, here, see);
  }
}
