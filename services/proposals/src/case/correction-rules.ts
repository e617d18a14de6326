import { accept, addUnits, type CalendarDate, dateInShanghai, refuse } from '@duban/kernel';
import { checkTyped } from './actor-rules.js';
import type { CommandOf } from './commands.js';
import type { NewCaseEvent } from './events.js';
import { checkRatings, meaningOf, roundReasonOf } from './rating-rules.js';
import { openRound } from './round-rules.js';
import {
  type Decision,
  firstRefusal,
  happened,
  type Refusal,
  type Rule,
  type RuleTable,
  type Scene,
} from './rule.js';
import type { CaseState, Feedback, Reply } from './state.js';

type Correct = CommandOf<'feedback.correct'>;

/** What stands on a reply, of one person or of everybody who has rated. */
const standing = ({ feedback }: CaseState, { replyId }: Reply, respondent?: string): readonly Feedback[] =>
  feedback.filter(
    (one) => one.replyId === replyId && (respondent === undefined || one.respondent === respondent),
  );

/** Last day on which a form may be corrected: counted from the first one that its author gave on the reply. */
function lastDay({ state, process, context }: Scene, { replyId, respondent }: Feedback): CalendarDate {
  const { amount, unit } = process.feedback.correction.within;
  const given = [...state.formerFeedback, ...state.feedback]
    .filter((one) => one.replyId === replyId && one.respondent === respondent)
    .map(({ at }) => at)
    .sort();
  return addUnits(dateInShanghai(given[0] ?? ''), amount, unit, context.calendar);
}

/** Whether the process lets this viewer correct forms at all, and which: an office whatever was signed, others their own. */
function checkCorrector({ process, source, viewer }: Scene, { unitId }: Reply): Refusal | null {
  const { by } = process.feedback.correction;
  if (viewer.unitId !== null && viewer.unitId === unitId) return refuse('RATED_UNIT_MAY_NOT_RATE');
  if (source.actor !== 'ANY' && !viewer.mandateId) return refuse('NOT_RESPONDENT');
  return by.includes(source.actor === 'ANY' ? 'OFFICE' : 'RESPONDENT')
    ? null
    : refuse('FEEDBACK_NOT_CORRECTABLE');
}

function checkForms(scene: Scene, forms: readonly Feedback[]): Refusal | null {
  if (forms.length === 0) return refuse('FEEDBACK_NOT_GIVEN');
  if (scene.source.windows !== 'AS_SET') return null;
  const due =
    forms
      .map((one) => lastDay(scene, one))
      .sort()
      .at(-1) ?? '';
  return dateInShanghai(scene.at) > due ? refuse('FEEDBACK_CORRECTION_CLOSED', { due }) : null;
}

function corrected(scene: Scene, old: readonly Feedback[], { ratings, reason }: Correct): NewCaseEvent[] {
  const { context, viewer } = scene;
  const [{ formId: replacesForm, assignmentId, replyId, round, respondent }] = old as [Feedback];
  const formId = context.newId();
  const { unitId } = scene.state.replies.find((one) => one.replyId === replyId) as Reply;
  const collectedBy = viewer.mandateId === respondent ? null : viewer.role;
  return ratings.map((rating) => {
    const meaning = meaningOf(scene, rating);
    const same = old.find(({ axis, ownAxis }) => axis === meaning.axis && ownAxis === meaning.ownAxis);
    const about = { feedbackId: context.newId(), formId, assignmentId, replyId, unitId, round };
    const instead = { replacesForm, replaces: same?.feedbackId ?? null, reason };
    return happened(scene, 'feedback.corrected', {
      ...about,
      respondent,
      collectedBy,
      ...meaning,
      ...instead,
    });
  });
}

/**
 * 更正评价: another form takes the place of one that was given by mistake, with the reason; the one
 * before stays to be seen. Dissatisfied now, it opens the next round as any other; a round that the
 * form before opened goes on, for the unit has begun it.
 */
const correctFeedback: Rule<'feedback.correct', 'REPLY'> = {
  action: 'feedback:correct',
  on: 'REPLY',
  may(scene, reply) {
    const own = scene.source.actor === 'ANY' ? undefined : (scene.viewer.mandateId ?? '');
    return firstRefusal(
      () => checkCorrector(scene, reply),
      () => checkForms(scene, standing(scene.state, reply, own)),
    );
  },
  since: ({ state }, reply) =>
    standing(state, reply)
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? reply.issuedAt,
  decide(scene, reply, command): Decision {
    const { viewer, source, state } = scene;
    const asked = source.actor === 'ANY' ? command.respondent : undefined;
    const respondent = asked ?? viewer.mandateId ?? state.leadProposerId;
    const old = standing(state, reply, respondent);
    const refusal = firstRefusal(
      () => (command.respondent && command.respondent !== respondent ? refuse('NOT_RESPONDENT') : null),
      () => checkForms(scene, old),
      () => checkTyped(scene, 'reason', command.reason),
      () => checkRatings(scene, command),
    );
    if (refusal) return refusal;
    const assignment = state.assignments.find((one) => one.assignmentId === reply.assignmentId);
    const given = corrected(scene, old, command);
    const reason = roundReasonOf(scene, command);
    const next =
      assignment && reason ? openRound(scene, assignment, { reason, trigger: null, note: null }) : [];
    return accept([...given, ...next]);
  },
};

export const CORRECTION_RULES: RuleTable<'feedback.correct'> = { 'feedback.correct': correctFeedback };
