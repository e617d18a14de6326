import { type ConditionLanguage, readsOf } from './condition.js';
import { eachCondition } from './condition-checks.js';
import type { Process } from './process.js';

/** The facts that any condition of a process asks about, e.g. `case.hard`: nothing else makes a difference to it. */
export type AskedFacts = ReadonlySet<string>;

export function askedFacts(process: Process, conditions: ConditionLanguage): AskedFacts {
  const about = { facts: {}, derived: process.derived ?? {}, conditions };
  const asked = new Set<string>();
  eachCondition(process, (condition) => {
    for (const fact of readsOf(condition, about)) asked.add(fact);
  });
  return asked;
}
