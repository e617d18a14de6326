import { canonicalJson } from '@duban/kernel';
import type { ConditionLanguage } from '../process/condition.js';
import type { ProcessOfKinds } from '../process/effective-process.js';
import type { Counterexample } from './counterexample.js';
import { proveProcess } from './prove-process.js';

const KEPT = 300;
/** No story takes so many days: longer clocks all look the same to it. */
const LONG = 5;

/** What a proof looks at: names, version and the exact length of a clock make no difference to it. */
export function shapeOf(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => shapeOf(one));
  if (typeof value !== 'object' || value === null) return value;
  const { step, amount } = value as { readonly step?: unknown; readonly amount?: unknown };
  const entries = Object.entries(value).filter(([name]) => !NAMES.includes(name));
  const shape = Object.fromEntries(entries.map(([name, item]) => [name, shapeOf(item, name)]));
  // How long people may take to rate is waited for; every other clock is only set.
  const isClock = key !== '' && typeof amount === 'number' && step !== 'FEEDBACK';
  return isClock ? { ...shape, amount: Math.min(amount, LONG) } : shape;
}

const NAMES: readonly string[] = ['version', 'label', 'calendar', 'words'];

const PROVERS = new WeakMap<ConditionLanguage, ReturnType<typeof prover>>();

/** One prover, with one memory, for all who use the same language. */
export function proverWith(conditions: ConditionLanguage): ReturnType<typeof prover> {
  const known = PROVERS.get(conditions) ?? prover(conditions);
  PROVERS.set(conditions, known);
  return known;
}

/** Proves processes, and remembers the shapes of those that were fine: many localities differ in little. */
function prover(conditions: ConditionLanguage): (process: ProcessOfKinds) => readonly Counterexample[] {
  const fine = new Set<string>();
  return (process) => {
    const shape = canonicalJson(shapeOf(process));
    if (fine.has(shape)) return [];
    const found = proveProcess(process, conditions);
    if (found.length > 0) return found;
    const [oldest] = fine;
    if (fine.size >= KEPT && oldest !== undefined) fine.delete(oldest);
    fine.add(shape);
    return [];
  };
}
