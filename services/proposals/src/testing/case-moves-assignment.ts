import type { Command } from '../case/commands.js';
import type { CaseState } from '../case/state.js';
import type { FeedbackAxis } from '../case/vocabulary.js';
import {
  isOpen,
  isWorkedOn,
  type Model,
  type ModelAssignment,
  startModelAssignment,
  yearOf,
} from './case-model.js';
import type { Move } from './case-move.js';
import { plusMonths, plusWorkdays } from './model-dates.js';
import { headOf, PEOPLE } from './people.js';
import { contactOn, rate, replyOn } from './story.js';

const { congress, government, lead } = PEOPLE;
const ANSWERED = ['REPLIED', 'RATED', 'CLOSED'];

type Check = (one: ModelAssignment, model: Model) => boolean;
type Change = (one: ModelAssignment, model: Model) => void;

/** All that can be done with the assignment at an index, which is the same in the model and in the state. */
export function assignmentMoves(now: Model, index: number): Move[] {
  const unit = now.assignments[index]?.unit ?? '';
  const move = (viewer: Move['viewer'], make: (id: string) => object, may: Check, change: Change): Move => ({
    viewer,
    command: (state: CaseState) => make(state.assignments[index]?.assignmentId ?? '') as Command,
    may: (model) => may(model.assignments[index] as ModelAssignment, model),
    change: (model) => change(model.assignments[index] as ModelAssignment, model),
  });
  const byUnit = (make: (id: string) => object, may: Check, change: Change) =>
    move(headOf(unit), make, may, change);
  return [
    ...beginning(byUnit),
    ...working(byUnit, (make, may, change) => move(government, make, may, change)),
    ...drafting(byUnit, (make, may, change) => move(government, make, may, change)),
    ...answering(byUnit, now),
    ...['A', 'B', 'C'].map((local) =>
      confirm(local, (make, may, change) => move(congress, make, may, change)),
    ),
    requireRound((make, may, change) => move(congress, make, may, change)),
    ...['SATISFIED', 'DISSATISFIED'].flatMap((level) => [feedback(index, level), correction(index, level)]),
  ];
}

type Maker = (make: (id: string) => object, may: Check, change: Change) => Move;

const handled = (model: Model): boolean => model.phase === 'HANDED_OVER';
const after = (model: Model): boolean => handled(model) || model.phase === 'CLOSED';

const beginning = (byUnit: Maker): Move[] => [
  byUnit(
    (assignmentId) => ({ kind: 'assignment.acknowledge', assignmentId }),
    (one, model) => handled(model) && one.phase === 'HANDED_OVER',
    (one) => {
      one.phase = one.contacted ? 'IN_HANDLING' : 'ACKNOWLEDGED';
      one.acknowledged = true;
    },
  ),
  byUnit(
    (assignmentId) => ({ kind: 'return.request', assignmentId, reason: '不属本单位职责。' }),
    (one, model) =>
      handled(model) &&
      ['HANDED_OVER', 'ACKNOWLEDGED'].includes(one.phase) &&
      one.returns < 1 &&
      one.returnBy !== null &&
      model.today <= one.returnBy,
    (one) => {
      one.phase = 'RETURN_REQUESTED';
      one.returns += 1;
      one.rung = 0;
    },
  ),
];

const contactable = (one: ModelAssignment): boolean =>
  !['PENDING', 'RETURN_REQUESTED', 'REASSIGNED', 'ENDED'].includes(one.phase);

const contact = (byUnit: Maker, phase: string): Move =>
  byUnit(
    (assignmentId) => contactOn(assignmentId, { phase }),
    (one, model) => {
      const late = one.repliedOn !== null && one.repliedOn < model.today;
      return after(model) && contactable(one) && (phase === 'AFTER' ? one.repliedOn !== null : !late);
    },
    (one) => {
      one.contacted = true;
      if (phase === 'BEFORE') one.contactedBefore = true;
      if (one.phase === 'ACKNOWLEDGED') one.phase = 'IN_HANDLING';
    },
  );

const working = (byUnit: Maker, byOffice: Maker): Move[] => [
  ...['BEFORE', 'DURING', 'AFTER'].map((phase) => contact(byUnit, phase)),
  byUnit(
    (assignmentId) => ({ kind: 'co_opinion.give', assignmentId, text: '同意。', agreed: true }),
    (one, model) => handled(model) && one.role === 'CO' && (isWorkedOn(one) || one.phase === 'OPINION_GIVEN'),
    (one) => {
      one.phase = 'OPINION_GIVEN';
    },
  ),
  byUnit(
    (assignmentId) => ({
      kind: 'extension.request',
      assignmentId,
      amount: 2,
      unit: 'MONTH',
      reason: '需要论证。',
    }),
    (one, model) =>
      handled(model) &&
      isWorkedOn(one) &&
      !one.extensionPending &&
      one.extensions < 1 &&
      model.today <= one.due,
    (one) => {
      one.extensionPending = true;
    },
  ),
  ...['APPROVE', 'REFUSE'].map((decision) =>
    byOffice(
      (assignmentId) => ({ kind: 'extension.decide', assignmentId, decision, reason: '已阅。' }),
      (one, model) => handled(model) && isWorkedOn(one) && one.extensionPending,
      (one) => {
        one.extensionPending = false;
        if (decision === 'REFUSE') return;
        one.extensions += 1;
        one.due = plusMonths(one.due, 2);
      },
    ),
  ),
];

const toSign = (one: ModelAssignment, model: Model): boolean =>
  model.assignments.some(
    (lead) =>
      lead.role === 'LEAD' &&
      lead.round === one.round &&
      lead.draft !== 'NONE' &&
      lead.repliedOn === null &&
      !['REASSIGNED', 'ENDED'].includes(lead.phase),
  );

const drafting = (byUnit: Maker, byOffice: Maker): Move[] => [
  byUnit(
    (assignmentId) => ({ kind: 'reply.draft', assignmentId, body: '拟列入计划。', claimedClass: 'B' }),
    (one, model) => handled(model) && one.role !== 'CO' && isWorkedOn(one),
    (one) => {
      one.draft = 'WAITING';
    },
  ),
  byUnit(
    (assignmentId) => ({ kind: 'reply.countersign', assignmentId, agreed: true }),
    (one, model) =>
      handled(model) &&
      one.role === 'CO' &&
      (isWorkedOn(one) || one.phase === 'OPINION_GIVEN') &&
      toSign(one, model),
    () => {},
  ),
  ...['PASS', 'REJECT'].map((verdict) =>
    byOffice(
      (assignmentId) => ({ kind: 'reply.review', assignmentId, verdict, reason: '已阅。' }),
      (one, model) => handled(model) && isWorkedOn(one) && one.draft === 'WAITING',
      (one) => {
        one.draft = 'READ';
      },
    ),
  ),
];

const answering = (byUnit: Maker, { matterOf }: Model): Move[] => [
  byUnit(
    (assignmentId) => replyOn(assignmentId, { replyKind: 'INTERIM', claimedClass: null }),
    (one, model) => handled(model) && one.role !== 'CO' && isWorkedOn(one),
    () => {},
  ),
  ...(matterOf ? [formally(byUnit, { claimedClass: 'A' })] : []),
  ...['A', 'B'].map((claimedClass) => formally(byUnit, { claimedClass, ...(matterOf && { matters: [1] }) })),
  byUnit(
    (assignmentId) => replyOn(assignmentId, { replyKind: 'FOLLOW_UP', claimedClass: null }),
    (one, model) => after(model) && one.repliedOn !== null && ANSWERED.includes(one.phase),
    () => {},
  ),
];

/** The unit's answer; whoever has a matter has to name it. */
const formally = (
  byUnit: Maker,
  said: { readonly claimedClass: string; readonly matters?: readonly number[] },
): Move =>
  byUnit(
    (assignmentId) => replyOn(assignmentId, said),
    (one, model) =>
      handled(model) &&
      one.role !== 'CO' &&
      isWorkedOn(one) &&
      one.acknowledged &&
      one.contactedBefore &&
      (said.matters !== undefined || !model.matterOf?.has(one.unit)),
    (one, model) => {
      one.phase = 'REPLIED';
      one.repliedOn = model.today;
      one.feedbackBy = plusWorkdays(model.today, 15);
    },
  );

const confirm = (local: string, byOffice: Maker): Move =>
  byOffice(
    (assignmentId) => ({ kind: 'class.confirm', assignmentId, class: local }),
    (one, model) => {
      const own = model.entries.find((entry) => isOpen(entry) && model.assignments[entry.owner] === one);
      return (
        after(model) &&
        ANSWERED.includes(one.phase) &&
        one.repliedOn !== null &&
        one.class !== local &&
        (!own || local === 'B')
      );
    },
    (one, model) => {
      one.class = local;
      const open = model.entries.some((entry) => isOpen(entry) && entry.unit === one.unit);
      if (local !== 'B' || open || one.succeeded) return;
      const owner = model.assignments.indexOf(one);
      model.entries.push({
        unit: one.unit,
        owner,
        phase: 'REGISTERED',
        originYear: yearOf(model),
        year: yearOf(model),
        term: 0,
        ratedIn: new Set(),
      });
    },
  );

function openRound(one: ModelAssignment, model: Model): void {
  one.phase = 'CLOSED';
  one.succeeded = true;
  const { unit, role, round } = one;
  const again = { unit, role, round: round + 1 };
  model.assignments.push(startModelAssignment(model, again, one.dissatisfiedRounds + 1));
}

const requireRound = (byOffice: Maker): Move =>
  byOffice(
    (assignmentId) => ({ kind: 'round.require', assignmentId, trigger: 'low-quality', note: '质量不高。' }),
    (one, model) =>
      after(model) &&
      ANSWERED.includes(one.phase) &&
      one.repliedOn !== null &&
      !one.succeeded &&
      one.dissatisfiedRounds < 2,
    (one, model) => {
      openRound(one, model);
      model.phase = 'HANDED_OVER';
    },
  );

const feedback = (index: number, level: string): Move => ({
  viewer: lead,
  command: (state) => {
    const { assignmentId } = state.assignments[index] ?? {};
    const reply = state.replies.find((one) => one.assignmentId === assignmentId && one.kind === 'FORMAL');
    return rate(reply?.replyId ?? '', level);
  },
  may: (model) => {
    const one = model.assignments[index] as ModelAssignment;
    return handled(model) && one.repliedOn !== null && !one.rated;
  },
  change(model) {
    const one = model.assignments[index] as ModelAssignment;
    one.rated = true;
    one.ratedOn = model.today;
    if (one.phase === 'REPLIED') one.phase = 'RATED';
    if (level === 'SATISFIED' || one.succeeded || one.dissatisfiedRounds >= 2) return;
    openRound(one, model);
  },
});

/** The lead proposer gives the form anew: within ten working days, while the case is handled. */
const correction = (index: number, level: string): Move => ({
  viewer: lead,
  command: (state) => {
    const { assignmentId } = state.assignments[index] ?? {};
    const reply = state.replies.find((one) => one.assignmentId === assignmentId && one.kind === 'FORMAL');
    const ratings = ['ATTITUDE', 'RESULT'].map((axis) => ({ level, axis: axis as FeedbackAxis }));
    return { kind: 'feedback.correct', replyId: reply?.replyId ?? '', ratings, reason: '填写有误。' };
  },
  may: (model) => {
    const one = model.assignments[index] as ModelAssignment;
    return handled(model) && one.rated && model.today <= plusWorkdays(one.ratedOn, 10);
  },
  change(model) {
    const one = model.assignments[index] as ModelAssignment;
    if (level === 'SATISFIED' || one.succeeded || one.dissatisfiedRounds >= 2) return;
    openRound(one, model);
  },
});
