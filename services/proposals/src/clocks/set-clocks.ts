import { latest } from '../case/clock.js';
import { circumstancesOf } from '../case/condition-facts.js';
import type { CaseContext } from '../case/context.js';
import type { DeadlineStep, DueDate } from '../case/deadline.js';
import { dueFor, rulesOf } from '../case/deadline-rules.js';
import { withLimitsKnown } from '../case/late-limits.js';
import { respondentsOf } from '../case/respondents.js';
import type { Assignment, CaseState, Commitment, Reply, TrackingEntry } from '../case/state.js';
import { FINAL_CASE_PHASES } from '../case/transitions.js';
import { judge } from '../process/condition.js';
import type { Process } from '../process/process.js';
import { type DeclaredCloses, sessionCloseOf } from '../process/sessions.js';
import { assignmentSubject, caseSubject, type SetClock, type Subject } from './clock.js';
import { dateNamed, milestoneClocks, recordClock } from './record-clocks.js';
import { precheckClock, workClocks } from './work-clocks.js';

/** What due dates are computed with; `closes`: when the sessions that were declared closed. */
export type ClockFrame = Pick<CaseContext, 'calendar' | 'conditions'> & { readonly closes?: DeclaredCloses };

export const clockKey = ({ step, subject }: Pick<SetClock, 'step' | 'subject'>): string =>
  `${step}:${subject.id}`;

/** Every clock that the case ever set, whatever the time is. */
export function setClocks(folded: CaseState, process: Process, frame: ClockFrame): readonly SetClock[] {
  const state = withLimitsKnown(folded, process, frame);
  return [
    ...cosignClocks(state),
    ...handoverClock(state, process, frame),
    ...precheckClock(state),
    ...state.assignments.flatMap((one) => assignmentClocks(state, process, frame, one)),
    ...state.replies.flatMap((one) => feedbackClock(state, process, one)),
    ...state.entries.flatMap(trackingClock),
    ...state.entries.flatMap(milestoneClocks),
    ...state.commitments.map((one) => commitmentClock(state, one)),
    ...state.records.flatMap((one) => recordClock(one, isFinal(state))),
  ];
}

const isFinal = ({ phase }: CaseState): boolean => FINAL_CASE_PHASES.includes(phase);

const cosignClocks = (state: CaseState): SetClock[] =>
  state.cosignatures.map(({ mandateId, due, answeredAt, status }) => ({
    step: 'COSIGN',
    subject: { kind: 'COSIGNATURE', id: mandateId, assignmentId: null, unitId: null },
    due,
    doneAt: answeredAt,
    over: isFinal(state) || status === 'CANCELLED' || status === 'LAPSED',
  }));

/** From the docketing, or where the process says so from the day it was received, to the handover. */
function handoverClock(state: CaseState, process: Process, frame: ClockFrame): SetClock[] {
  const about = circumstancesOf({ process, state, context: frame, at: state.docketing?.at ?? '' });
  const { picked } = judge(rulesOf(process, 'HANDOVER'), about);
  const start = picked?.[1].anchor === 'SUBMISSION' ? state.snapshot?.submittedAt : state.docketing?.at;
  const due = start && derived('HANDOVER', state, process, frame, start);
  const subject = caseSubject(state);
  return due ? [{ step: 'HANDOVER', subject, due, doneAt: state.handedOverAt, over: isFinal(state) }] : [];
}

/** The due date of a step that no event carries: it follows from what the events say. */
function derived(
  step: DeadlineStep,
  state: CaseState,
  process: Process,
  frame: ClockFrame,
  anchorAt: string,
  assignment: Assignment | null = null,
): DueDate | null {
  const sessionClose = sessionCloseOf(process.sessions, state, anchorAt, frame.closes);
  const about = circumstancesOf({ process, state, context: frame, at: anchorAt }, { assignment });
  return dueFor(process, step, about, anchorAt, { calendar: frame.calendar, sessionClose });
}

const LEFT = ['REASSIGNED', 'ENDED'];

function assignmentClocks(
  state: CaseState,
  process: Process,
  frame: ClockFrame,
  one: Assignment,
): SetClock[] {
  const subject = assignmentSubject(one);
  const left = LEFT.includes(one.phase);
  const over = left || one.closedAt !== null;
  const clock = (step: DeadlineStep, due: DueDate | null, doneAt: string | null): SetClock[] =>
    due ? [{ step, subject, due, doneAt, over }] : [];
  const done = one.role === 'CO' ? (one.opinions[0]?.givenAt ?? null) : one.repliedAt;
  return [
    ...clock('ACKNOWLEDGE', one.acknowledgeBy, one.acknowledgedAt),
    ...clock('RETURN', one.returnBy, one.returns[0]?.requestedAt ?? null),
    ...contactClock(state, process, frame, one, over || one.repliedAt !== null),
    ...workClocks(one, over),
    ...one.returns.flatMap(({ decideBy, decidedAt }, at) =>
      clock('RETURN_DECISION', decideBy, decidedAt).map((set) => numbered(set, at)),
    ),
    ...clock(mainStep(one), one.due, done),
  ];
}

/** The second request of an assignment has a clock of its own. */
const numbered = (set: SetClock, at: number): SetClock =>
  at === 0 ? set : { ...set, subject: { ...set.subject, id: `${set.subject.id}#${at + 1}` } };

function mainStep({ role, origin }: Assignment): DeadlineStep {
  if (role === 'CO') return 'CO_OPINION';
  return origin === 'REHANDLING' ? 'REHANDLING' : 'REPLY';
}

function contactClock(
  state: CaseState,
  process: Process,
  frame: ClockFrame,
  one: Assignment,
  over: boolean,
): SetClock[] {
  if (one.role === 'CO' || one.handedOverAt === null) return [];
  const due = one.contactBy ?? derived('CONTACT', state, process, frame, one.handedOverAt, one);
  const made = state.contacts.filter(
    ({ assignmentId, phase }) => assignmentId === one.assignmentId && phase === 'BEFORE',
  );
  const doneAt = made.map(({ at }) => at).sort()[0] ?? null;
  return due ? [{ step: 'CONTACT', subject: assignmentSubject(one), due, doneAt, over }] : [];
}

/** Met when everybody who rates has rated. */
function feedbackClock(state: CaseState, process: Process, reply: Reply): SetClock[] {
  const { replyId, assignmentId, unitId, feedbackBy } = reply;
  if (!feedbackBy) return [];
  const given = [...state.formerFeedback, ...state.feedback].filter((one) => one.replyId === replyId);
  const missing = respondentsOf({ process, state }).some(
    (mandate) => !given.some(({ respondent }) => respondent === mandate),
  );
  // A correction later on does not make the form any later.
  const first = given.filter(({ replaces, reason }) => replaces === null && reason === null);
  const doneAt = missing ? null : latest(...first.map(({ at }) => at));
  const subject: Subject = { kind: 'REPLY', id: replyId, assignmentId, unitId };
  const over = state.closedAt !== null || isFinal(state);
  return [{ step: 'FEEDBACK', subject, due: feedbackBy, doneAt, over }];
}

/** Runs to the day the letter names; met when the office finds the promise kept. */
function commitmentClock(state: CaseState, one: Commitment): SetClock {
  const { replyId, assignmentId, dueOn, checks } = one;
  const unitId = state.replies.find((reply) => reply.replyId === replyId)?.unitId ?? null;
  const subject: Subject = { kind: 'REPLY', id: `${replyId}#${one.commitmentId}`, assignmentId, unitId };
  const due = dateNamed(dueOn, 'commitment');
  const kept = checks.at(-1)?.fulfilled === 'YES' ? (checks.at(-1)?.at ?? null) : null;
  return { step: 'COMMITMENT', subject, due, doneAt: kept, over: isFinal(state) };
}

function trackingClock({ entryId, assignmentId, unitId, ...entry }: TrackingEntry): SetClock[] {
  if (!entry.due) return [];
  const subject: Subject = { kind: 'ENTRY', id: entryId, assignmentId, unitId };
  const doneAt = entry.confirmedAt ?? entry.struckOffAt;
  return [{ step: 'TRACKING', subject, due: entry.due, doneAt, over: entry.endedAt !== null }];
}
