import { accept, refuse } from '@duban/kernel';
import { checkTyped } from './actor-rules.js';
import { latest } from './clock.js';
import { coUnitsOf } from './draft-rules.js';
import type { NewCaseEvent } from './events.js';
import type { HandedOverAssignment } from './events-handling.js';
import { formalReply } from './facts.js';
import { startClocks } from './handover.js';
import { ASSIGNMENT_PHASE_WORDS, worded } from './labels.js';
import {
  type Decision,
  firstRefusal,
  happened,
  type Refusal,
  type Rule,
  type RuleTable,
  type Scene,
} from './rule.js';
import type { Assignment, CaseState } from './state.js';
import type { RoundReason } from './vocabulary-answering.js';

/** Rounds of this handling so far: second handlings since it was last handed over in the ordinary way. */
export function roundsSoFar(state: CaseState, assignment: Assignment): number {
  const previous = state.assignments.find((one) => one.assignmentId === assignment.previousId);
  if (!previous || assignment.origin === 'REHAND') return 1;
  return roundsSoFar(state, previous) + (assignment.origin === 'REHANDLING' ? 1 : 0);
}

const isFollowed = (state: CaseState, { assignmentId }: Assignment): boolean =>
  state.assignments.some((one) => one.previousId === assignmentId);

type Why = { readonly reason: RoundReason; readonly trigger: string | null; readonly note: string | null };

/** Another round (二次办理), with a clock of its own. Nothing when it was opened already, or the last one has been. */
export function openRound(scene: Scene, assignment: Assignment, why: Why): NewCaseEvent[] {
  const { state, process } = scene;
  if (isFollowed(state, assignment) || roundsSoFar(state, assignment) >= process.rehandling.maxRounds)
    return [];
  const round = assignment.round + 1;
  const again = [assignment, ...(process.rehandling.withCoUnits ? coUnitsOf(state, assignment) : [])];
  const assignments = again
    .map(({ unitId, role }) =>
      startClocks(
        scene,
        { assignmentId: scene.context.newId(), unitId, role, round },
        state.hard,
        'REHANDLING',
      ),
    )
    .filter((one): one is HandedOverAssignment => one !== null);
  const previousIds = again.map((one) => one.assignmentId);
  return [happened(scene, 'round.opened', { round, ...why, previousIds, assignments })];
}

/** The triggers of the process that this viewer may find. */
const triggersFor = ({ process, viewer, source }: Scene) =>
  Object.entries(process.rehandling.triggers).filter(
    ([, { by }]) => source.actor === 'ANY' || by.includes(viewer.role),
  );

function checkAnother({ state, process }: Scene, assignment: Assignment): Refusal | null {
  if (!formalReply(state, assignment.assignmentId)) return refuse('FORMAL_REPLY_MISSING');
  if (isFollowed(state, assignment))
    return refuse('ASSIGNMENT_WRONG_PHASE', worded('phase', ASSIGNMENT_PHASE_WORDS, assignment.phase));
  const max = process.rehandling.maxRounds;
  return roundsSoFar(state, assignment) < max ? null : refuse('ROUNDS_EXHAUSTED', { max });
}

/** Handled again for another reason than the rating: an office finds it so (LN-21, LC-14, SY-26). */
const requireRound: Rule<'round.require', 'ASSIGNMENT'> = {
  action: 'round:require',
  on: 'ASSIGNMENT',
  may: (scene, assignment) =>
    firstRefusal(
      () => (triggersFor(scene).length > 0 ? null : refuse('NOT_APPROVER')),
      () => checkAnother(scene, assignment),
    ),
  since: ({ state }, assignment) =>
    latest(formalReply(state, assignment.assignmentId)?.issuedAt, assignment.ratedAt, state.closedAt),
  decide(scene, assignment, { trigger: code, note }): Decision {
    if (!scene.process.rehandling.triggers[code]) return refuse('REASON_UNKNOWN', { reason: code });
    const found = triggersFor(scene).find(([known]) => known === code);
    if (!found) return refuse('NOT_APPROVER');
    const refusal = checkTyped(scene, 'note', note);
    if (refusal) return refusal;
    return accept(openRound(scene, assignment, { reason: found[1].canonical, trigger: code, note }));
  },
};

export const ROUND_RULES: RuleTable<'round.require'> = { 'round.require': requireRound };
