import { refuse } from '@duban/kernel';
import { holds } from '../process/condition.js';
import { before, latest } from './clock.js';
import { circumstancesOf } from './condition-facts.js';
import { draftOf } from './draft-rules.js';
import { latestAnswering } from './facts.js';
import type { GuardCheck, GuardTable } from './guard.js';
import { roundsSoFar } from './round-rules.js';
import { firstRefusal, type Refusal, type Scene } from './rule.js';
import type { Assignment } from './state.js';

/** Whether a work record of a kind about this assignment, or the whole case, was made since a moment; signed by all who sign. */
function onRecord({ state, at }: Scene, kind: string, { assignmentId }: Assignment, since: string | null) {
  return state.records.some(
    (one) =>
      one.kind === kind &&
      (one.subject.assignmentId === null || one.subject.assignmentId === assignmentId) &&
      one.completedAt !== null &&
      !before(at, one.at) &&
      (since === null || !before(one.at, since)),
  );
}

function recordMissing({ process }: Scene, kind: string): Refusal {
  const label = process.records[kind]?.label ?? { zh: kind, en: kind };
  return refuse('RECORD_MISSING', { recordZh: label.zh, recordEn: label.en, min: 1, count: 0 });
}

/** The assignments that a guard speaks of: the one at hand, or all that answer. */
const concerned = ({ state }: Scene, assignment: Assignment | null): readonly Assignment[] =>
  assignment ? [assignment] : latestAnswering(state);

/** LN-22: in a later round every measure of the process is on record since that round began. */
const measuresTaken: GuardCheck<'MEASURES_TAKEN'> = (scene, _, { assignment }) =>
  firstRefusal(
    ...concerned(scene, assignment).map((one) => () => {
      const round = one.origin === 'REHANDLING' ? roundsSoFar(scene.state, one) : 1;
      const circumstances = circumstancesOf(scene, { assignment: one });
      const missing = Object.values(scene.process.rehandling.measures).find(
        ({ fromRound, record, when }) =>
          fromRound <= round &&
          holds(when, circumstances) !== false &&
          !onRecord(scene, record, one, one.handedOverAt),
      );
      return missing ? recordMissing(scene, missing.record) : null;
    }),
  );

/** After the last round that still did not satisfy, it is explained to the proposer. */
const explained: GuardCheck<'EXPLAINED'> = (scene, _, { assignment }) => {
  const { explanation, maxRounds, levels } = scene.process.rehandling;
  if (explanation === undefined) return null;
  const unexplained = concerned(scene, assignment).some((one) => {
    const given = scene.state.feedback.filter(({ assignmentId }) => assignmentId === one.assignmentId);
    const bad = given.some(({ canonicalLevel }) => levels.includes(canonicalLevel));
    const last = roundsSoFar(scene.state, one) >= maxRounds;
    return last && bad && !onRecord(scene, explanation, one, one.repliedAt);
  });
  return unexplained ? recordMissing(scene, explanation) : null;
};

/** What was promised is answered again when it is done: a follow-up, or the reply of a later round. */
const followUpGiven: GuardCheck<'FOLLOW_UP_GIVEN'> = ({ state, at }, _, { entry }) => {
  if (!entry) return null;
  const since = latest(entry.registeredAt);
  const told = state.replies.some(
    (one) =>
      one.unitId === entry.unitId &&
      one.kind !== 'INTERIM' &&
      one.replyId !== entry.replyId &&
      !before(at, one.issuedAt) &&
      (since === null || !before(one.issuedAt, since)),
  );
  return told ? null : refuse('FOLLOW_UP_MISSING');
};

/** LC-11 先征询、后行文: the proposer's opinion is on record since the draft was written. */
const askedOnDraft: GuardCheck<'ASKED_ON_DRAFT'> = ({ state, at }, _, { assignment }) => {
  if (!assignment) return null;
  const draft = draftOf(state, assignment.assignmentId);
  const asked = state.contacts.some(
    (one) =>
      one.assignmentId === assignment.assignmentId &&
      (one.phase === 'DURING' || one.phase === 'AT_REPLY') &&
      one.proposerOpinion !== null &&
      draft !== undefined &&
      !before(one.at, draft.draftedAt) &&
      !before(at, one.at),
  );
  return asked ? null : refuse('PROPOSER_NOT_ASKED');
};

export const ANSWERING_GUARDS: GuardTable<
  'MEASURES_TAKEN' | 'EXPLAINED' | 'FOLLOW_UP_GIVEN' | 'ASKED_ON_DRAFT'
> = {
  MEASURES_TAKEN: measuresTaken,
  EXPLAINED: explained,
  FOLLOW_UP_GIVEN: followUpGiven,
  ASKED_ON_DRAFT: askedOnDraft,
};
