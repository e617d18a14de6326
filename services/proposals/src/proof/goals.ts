import type { CommandKind } from '../case/commands.js';
import { formalReply, latestAnswering } from '../case/facts.js';
import type { CaseState } from '../case/state.js';
import type { CasePhase } from '../case/vocabulary.js';
import type { Goal } from './reach.js';

const IN_ORDER: readonly CasePhase[] = [
  'NONE',
  'DRAFT',
  'SUBMITTED',
  'UNDER_REVIEW',
  'ACCEPTED',
  'DOCKETED',
  'ALLOCATED',
  'HANDED_OVER',
  'CLOSED',
];

const atLeast =
  (phase: CasePhase) =>
  (state: CaseState): boolean =>
    IN_ORDER.indexOf(state.phase) >= IN_ORDER.indexOf(phase);

const allReplied = (state: CaseState): boolean => {
  const answering = latestAnswering(state);
  return answering.length > 0 && answering.every((one) => formalReply(state, one.assignmentId));
};

/** What is put on record and taken on beside the steps themselves. */
const RECORDS = ['record.sign', 'record.answer', 'record.enter', 'duty.assign'] as const;
const SIGNING = ['cosigner.confirm', 'cosigner.invite'] as const;
const HANDLING = [
  ...['assignment.acknowledge', 'responsible.name', 'assignment.sign_read', 'plan.set'],
  ...['co_opinion.give', 'reply.draft', 'reply.countersign', 'reply.review', 'contact.record'],
] as readonly CommandKind[];

/** From nothing to a handed-over case. */
export const INTAKE: readonly Goal[] = [
  {
    name: 'DRAFTED',
    reached: (state) => state.draftedAt !== null,
    decisive: ['proposal.draft'],
    helpful: [],
  },
  {
    name: 'SUBMITTED',
    reached: atLeast('SUBMITTED'),
    decisive: ['proposal.submit', 'proposal.pre_submit'],
    helpful: ['review.decide', ...SIGNING, 'form.fill', 'consultation.record', 'paper.register', ...RECORDS],
  },
  {
    name: 'ACCEPTED',
    reached: atLeast('ACCEPTED'),
    decisive: ['review.decide'],
    helpful: ['paper.register', ...RECORDS],
  },
  {
    name: 'DOCKETED',
    reached: atLeast('DOCKETED'),
    decisive: ['proposal.docket'],
    helpful: ['paper.register', 'proposal.designate_key', ...RECORDS],
  },
  {
    name: 'ALLOCATED',
    reached: atLeast('ALLOCATED'),
    decisive: ['units.allocate'],
    helpful: ['paper.register', 'proposal.designate_key', ...RECORDS],
  },
  {
    name: 'HANDED_OVER',
    reached: atLeast('HANDED_OVER'),
    decisive: ['proposal.hand_over'],
    helpful: ['matters.split', 'allocation.answer', 'proposal.designate_key', ...RECORDS],
  },
];

export const REPLIED: Goal = {
  name: 'REPLIED',
  reached: allReplied,
  decisive: ['reply.issue'],
  helpful: [...HANDLING, ...RECORDS, 'proposal.designate_key'],
};

export const CLOSED: Goal = {
  name: 'CLOSED',
  reached: ({ phase }) => phase === 'CLOSED',
  decisive: ['proposal.close'],
  helpful: ['class.confirm', 'feedback.give', 'reply.issue', ...HANDLING, ...RECORDS],
};

export const STRUCK_OFF: Goal = {
  name: 'STRUCK_OFF',
  reached: ({ entries }) => entries.every(({ endedAt }) => endedAt !== null),
  decisive: ['entry.strike_off'],
  helpful: ['entry.confirm', 'entry.claim_done', 'reply.issue', ...RECORDS],
};
