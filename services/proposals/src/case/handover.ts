import { circumstancesOf } from './condition-facts.js';
import type { DeadlineStep, DueDate } from './deadline.js';
import { dueFor } from './deadline-rules.js';
import type { HandedOverAssignment } from './events-handling.js';
import type { Scene } from './rule.js';
import type { AssignmentRole } from './vocabulary.js';

type Handed = {
  readonly assignmentId: string;
  readonly unitId: string;
  readonly role: AssignmentRole;
  readonly round: number;
};

/**
 * Starts the clocks of one assignment at the scene's moment. Null when the process has no deadline
 * for it. A second round is not returned: it is the same unit's unfinished business.
 */
export function startClocks(
  scene: Scene,
  handed: Handed,
  hard: boolean,
  step: 'REPLY' | 'REHANDLING' = 'REPLY',
): HandedOverAssignment | null {
  const { process, at, context } = scene;
  const circumstances = circumstancesOf(scene, { starting: handed, hard });
  const dueOf = (wanted: DeadlineStep): DueDate | null => dueFor(process, wanted, circumstances, at, context);
  const due = (handed.role === 'CO' ? dueOf('CO_OPINION') : null) ?? dueOf(step) ?? dueOf('REPLY');
  if (!due) return null;
  const returnBy = step === 'REHANDLING' ? null : dueOf('RETURN');
  const clock = { handedOverAt: at, dueAt: due.date, due, acknowledgeBy: dueOf('ACKNOWLEDGE'), returnBy };
  return { ...handed, ...clock, contactBy: dueOf('CONTACT'), planBy: dueOf('PLAN') };
}
