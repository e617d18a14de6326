import { refuse } from '@duban/kernel';
import { type Condition, holds, readsOf } from '../process/condition.js';
import type { Guard } from '../process/guard.js';
import { circumstancesOf, OPEN_UNTIL_SAID } from './condition-facts.js';
import type { GuardedTarget, GuardTable } from './guard.js';
import type { Refusal, Scene } from './rule.js';

/**
 * Whether a guard's condition holds here. OPEN: the command has not been given yet, and it is the
 * command that will bring the fact.
 */
export function standing(
  scene: Scene,
  guard: Guard,
  condition: Condition | undefined,
  target: GuardedTarget,
): true | false | 'UNKNOWN' | 'OPEN' {
  if (condition === undefined) return true;
  const circumstances = circumstancesOf(scene, target);
  const open = target.command ? [] : (OPEN_UNTIL_SAID[guard.before] ?? []);
  const reads = open.length === 0 ? [] : readsOf(condition, circumstances);
  if (reads.some((fact) => open.some((start) => fact.startsWith(start)))) return 'OPEN';
  return holds(condition, circumstances);
}

export const undecided = ({ label }: Guard): Refusal =>
  refuse('GUARD_UNDECIDED', { guardZh: label.zh, guardEn: label.en });

export const FACT_GUARDS: GuardTable<'FACTS'> = {
  FACTS(scene, { that }, target, guard) {
    const met = standing(scene, guard, that, target);
    if (met === true || met === 'OPEN') return null;
    const { zh: guardZh, en: guardEn } = guard.label;
    return met === 'UNKNOWN' ? undecided(guard) : refuse('GUARD_NOT_MET', { guardZh, guardEn });
  },
};
