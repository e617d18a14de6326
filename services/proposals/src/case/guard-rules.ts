import type { Guard, GuardRequirement } from '../process/guard.js';
import type { CommandKind } from './commands.js';
import type { GuardCheck, GuardedTarget, GuardTable } from './guard.js';
import { ANSWERING_GUARDS } from './guard-answering.js';
import { DUTY_GUARDS } from './guard-duties.js';
import { FACT_GUARDS, standing, undecided } from './guard-facts.js';
import { HANDLING_GUARDS } from './guard-handling.js';
import { INTAKE_GUARDS } from './guard-intake.js';
import { RECORD_GUARDS } from './guard-records.js';
import type { Refusal, Scene } from './rule.js';
import type { ReplyKind } from './vocabulary.js';

/** Every kind of requirement with its check. */
const CHECKS: GuardTable<GuardRequirement['kind']> = {
  ...HANDLING_GUARDS,
  ...FACT_GUARDS,
  ...ANSWERING_GUARDS,
  ...RECORD_GUARDS,
  ...INTAKE_GUARDS,
  ...DUTY_GUARDS,
};

const SORTED = new WeakMap<object, readonly [string, Guard][]>();

/** By code, so that the answer does not depend on how the definition was stored. A definition never changes. */
function byCode(guards: Readonly<Record<string, Guard>>): readonly [string, Guard][] {
  const known = SORTED.get(guards);
  if (known) return known;
  const sorted = Object.entries(guards).sort(([one], [other]) => (one < other ? -1 : 1));
  SORTED.set(guards, sorted);
  return sorted;
}

const DEFAULT_VARIANT: ReplyKind = 'FORMAL';

const isBefore = (guard: Guard, kind: CommandKind, variant: string | undefined): boolean =>
  guard.mode !== 'OFF' &&
  guard.before === kind &&
  (kind !== 'reply.issue' || variant === undefined || variant === (guard.variant ?? DEFAULT_VARIANT));

/** Why a guard is not met; null when it is, or does not apply. */
function unmet(scene: Scene, guard: Guard, target: GuardedTarget): Refusal | null {
  const applies = standing(scene, guard, guard.when, target);
  if (applies === false || applies === 'OPEN') return null;
  if (applies === 'UNKNOWN') return undecided(guard);
  const check = CHECKS[guard.require.kind] as GuardCheck<GuardRequirement['kind']>;
  return check(scene, guard.require as never, target, guard);
}

/**
 * The process's guards before a command: the first in mode BLOCK that is not met refuses; those in
 * mode WARN are named, and recorded with the command's first event. A source may switch guards off as a whole.
 */
export function checkGuards(
  scene: Scene,
  kind: CommandKind,
  target: GuardedTarget,
  variant?: string,
): { readonly refusal: Refusal | null; readonly warnings: readonly string[] } {
  const warnings: string[] = [];
  if (scene.source.guards === 'OFF') return { refusal: null, warnings };
  for (const [id, guard] of byCode(scene.process.guards)) {
    const refusal = isBefore(guard, kind, variant) ? unmet(scene, guard, target) : null;
    if (refusal && guard.mode === 'BLOCK') return { refusal, warnings };
    if (refusal) warnings.push(id);
  }
  return { refusal: null, warnings };
}
