import { refuse } from '@duban/kernel';
import type { Guard, GuardRequirement } from '../process/process.js';
import { isPast } from './deadline-rules.js';
import { formalReply, latestAnswering } from './facts.js';
import { CONTACT_PHASE_WORDS, worded } from './labels.js';
import { respondentsOf } from './respondents.js';
import type { Refusal, Scene } from './rule.js';
import type { Assignment, Reply } from './state.js';

type Check<Kind extends GuardRequirement['kind']> = (
  scene: Scene,
  requirement: Extract<GuardRequirement, { kind: Kind }>,
  assignment: Assignment | null,
) => Refusal | null;

const acknowledged: Check<'ACKNOWLEDGED'> = (_, __, assignment) =>
  assignment && !assignment.acknowledgedAt ? refuse('NOT_ACKNOWLEDGED') : null;

const contact: Check<'CONTACT'> = ({ state, at }, wanted, assignment) => {
  const count = state.contacts.filter(
    (one) =>
      one.assignmentId === assignment?.assignmentId &&
      one.phase === wanted.phase &&
      Date.parse(one.at) <= Date.parse(at) &&
      (wanted.channel === undefined || one.channel === wanted.channel) &&
      (!wanted.faceToFace || one.faceToFace) &&
      (!wanted.byHead || one.byHead),
  ).length;
  const phase = worded('phase', CONTACT_PHASE_WORDS, wanted.phase);
  return count >= wanted.min ? null : refuse('CONTACT_MISSING', { ...phase, min: wanted.min, count });
};

/** Co-units of the same round that still owe the lead their opinion. */
const coOpinions: Check<'CO_OPINIONS'> = ({ state }, _, assignment) => {
  if (assignment?.role !== 'LEAD') return null;
  const owing = state.assignments.filter(
    (one) =>
      one.role === 'CO' &&
      one.round === assignment.round &&
      one.opinions.length === 0 &&
      !['REASSIGNED', 'ENDED', 'CLOSED'].includes(one.phase),
  );
  return owing.length === 0 ? null : refuse('CO_OPINION_MISSING', { count: owing.length });
};

const latestReplies = ({ state }: Scene): Reply[] =>
  latestAnswering(state).flatMap((one) => formalReply(state, one.assignmentId) ?? []);

const classConfirmed: Check<'CLASS_CONFIRMED'> = (scene) => {
  const count = latestReplies(scene).filter((one) => one.confirmedClass === null).length;
  return count === 0 ? null : refuse('CLASS_NOT_CONFIRMED', { count });
};

const feedbackGiven: Check<'FEEDBACK_GIVEN_OR_LAPSED'> = (scene) => {
  const { state, at } = scene;
  const rated = (reply: Reply) =>
    respondentsOf(scene).every((mandateId) =>
      state.feedback.some((one) => one.replyId === reply.replyId && one.respondent === mandateId),
    );
  const waiting = latestReplies(scene).filter(
    (reply) => !rated(reply) && !(reply.feedbackBy && isPast(reply.feedbackBy, at)),
  );
  return waiting.length === 0 ? null : refuse('FEEDBACK_OUTSTANDING', { count: waiting.length });
};

const CHECKS: { readonly [Kind in GuardRequirement['kind']]: Check<Kind> } = {
  ACKNOWLEDGED: acknowledged,
  CONTACT: contact,
  CO_OPINIONS: coOpinions,
  CLASS_CONFIRMED: classConfirmed,
  FEEDBACK_GIVEN_OR_LAPSED: feedbackGiven,
};

/** By code, so that the answer does not depend on how the definition was stored. */
const byCode = <Value>(entries: Readonly<Record<string, Value>>): [string, Value][] =>
  Object.entries(entries).sort(([one], [other]) => (one < other ? -1 : 1));

/**
 * The process's guards before an action: the first in mode BLOCK that is not met refuses; those in
 * mode WARN are named, and recorded with the event. A source may switch guards off as a whole.
 */
export function checkGuards(
  scene: Scene,
  before: Guard['before'],
  assignment: Assignment | null = null,
): { readonly refusal: Refusal | null; readonly warnings: readonly string[] } {
  const warnings: string[] = [];
  if (scene.source.guards === 'OFF') return { refusal: null, warnings };
  for (const [id, guard] of byCode(scene.process.guards)) {
    if (guard.before !== before || guard.mode === 'OFF') continue;
    const check = CHECKS[guard.require.kind] as Check<GuardRequirement['kind']>;
    const refusal = check(scene, guard.require as never, assignment);
    if (refusal && guard.mode === 'BLOCK') return { refusal, warnings };
    if (refusal) warnings.push(id);
  }
  return { refusal: null, warnings };
}
