import { accept, refuse } from '@duban/kernel';
import { holds } from '../process/condition.js';
import type { Process } from '../process/process.js';
import { asOneOf, checkTyped } from './actor-rules.js';
import { latest, yearOf } from './clock.js';
import { circumstancesOf } from './condition-facts.js';
import { dueFor } from './deadline-rules.js';
import type { NewCaseEvent } from './events.js';
import { formalReply } from './facts.js';
import { entryNumberOf } from './numbering.js';
import {
  type Decision,
  firstRefusal,
  happened,
  type Refusal,
  type Rule,
  type RuleTable,
  type Scene,
} from './rule.js';
import type { Assignment, Reply, TrackingEntry } from './state.js';
import type { CanonicalOutcome } from './vocabulary.js';

/** Whether a promise of this class goes on the register until it is kept. */
export const isTracked = ({ tracking }: Process, outcomes: readonly CanonicalOutcome[]): boolean =>
  outcomes.some((one) => tracking.trackIf.includes(one));

/** Not solved, and the locality tracks it for another reason than its class. */
function isTrackedBesides(scene: Scene, reply: Reply, outcomes: readonly CanonicalOutcome[]): boolean {
  const solved = outcomes.every((one) => one === 'SOLVED');
  const circumstances = circumstancesOf(scene, { reply });
  const also = Object.values(scene.process.tracking.also);
  return !solved && also.some(({ when }) => holds(when, circumstances) === true);
}

const openEntry = ({ state }: Scene, unitId: string): TrackingEntry | undefined =>
  state.entries.find((one) => one.unitId === unitId && one.endedAt === null);

const superseded = ({ state }: Scene, { assignmentId }: Assignment): boolean =>
  state.assignments.some((one) => one.previousId === assignmentId);

function register(
  scene: Scene,
  reply: Reply,
  local: string,
  outcomes: readonly CanonicalOutcome[],
): NewCaseEvent {
  const { process, context, at } = scene;
  const { assignmentId, replyId, unitId } = reply;
  const year = yearOf(at);
  const registerNumber = entryNumberOf(process.tracking.numberPattern, year, context.nextEntrySerial);
  const due = dueFor(process, 'TRACKING', circumstancesOf(scene, { reply }), at, context);
  const what = { registerNumber, year, class: local, outcomes, due };
  return happened(scene, 'entry.registered', {
    entryId: context.newId(),
    assignmentId,
    replyId,
    unitId,
    ...what,
  });
}

function checkClass(scene: Scene, assignment: Assignment, reply: Reply, local: string): Refusal | null {
  const known = scene.process.outcomes.classes[local];
  if (!known) return refuse('CLASS_UNKNOWN', { class: local });
  if (reply.confirmedClass === local) return refuse('CLASS_UNCHANGED', { class: local });
  // What is on the register leaves it by being struck off or downgraded, not by a new letter.
  const entry = openEntry(scene, assignment.unitId);
  const leaves = entry?.assignmentId === assignment.assignmentId && !isTracked(scene.process, known.outcomes);
  return leaves ? refuse('ENTRY_STILL_OPEN') : null;
}

/** Some class must be left that it could be given. */
function checkAnyClass(scene: Scene, assignment: Assignment): Refusal | null {
  const reply = formalReply(scene.state, assignment.assignmentId);
  if (!reply) return refuse('FORMAL_REPLY_MISSING');
  const classes = Object.keys(scene.process.outcomes.classes);
  const refusals = classes.map((local) => checkClass(scene, assignment, reply, local));
  if (refusals.includes(null)) return null;
  return refusals.find((one) => one?.code === 'ENTRY_STILL_OPEN') ?? refusals[0] ?? null;
}

const confirmClass: Rule<'class.confirm', 'ASSIGNMENT'> = {
  action: 'class:confirm',
  on: 'ASSIGNMENT',
  may: (scene, assignment) =>
    firstRefusal(
      () => asOneOf(scene, scene.process.outcomes.confirmers),
      () => checkAnyClass(scene, assignment),
    ),
  since: ({ state }, { assignmentId }) => {
    const reply = formalReply(state, assignmentId);
    return latest(reply?.issuedAt, reply?.classHistory.at(-1)?.at);
  },
  decide(scene, assignment, command): Decision {
    const { class: local, reason = null } = command;
    const reply = formalReply(scene.state, assignment.assignmentId);
    if (!reply) return refuse('FORMAL_REPLY_MISSING');
    const refusal = firstRefusal(
      () => checkClass(scene, assignment, reply, local),
      () => checkTyped(scene, 'reason', reason),
    );
    if (refusal) return refusal;
    const outcomes = scene.process.outcomes.classes[local]?.outcomes ?? [];
    const { assignmentId, round } = assignment;
    const previousClass = reply.confirmedClass ?? reply.claimedClass;
    const about = { assignmentId, replyId: reply.replyId, round };
    const confirmed = happened(scene, 'class.confirmed', {
      ...about,
      class: local,
      outcomes,
      previousClass,
      reason,
    });
    const registers =
      (isTracked(scene.process, outcomes) || isTrackedBesides(scene, reply, outcomes)) &&
      !openEntry(scene, assignment.unitId) &&
      !superseded(scene, assignment);
    return accept(registers ? [confirmed, register(scene, reply, local, outcomes)] : [confirmed]);
  },
};

export const CLASS_RULES: RuleTable<'class.confirm'> = { 'class.confirm': confirmClass };
