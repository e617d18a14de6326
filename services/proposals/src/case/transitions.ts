import type { CommandKind } from './commands.js';
import type { AssignmentPhase, CasePhase, EntryPhase } from './vocabulary.js';

const WRITING = ['DRAFT', 'COSIGNING', 'PRE_REVIEWED', 'REVISION_REQUESTED', 'RETURNED'] as const;
const HANDLED = ['HANDED_OVER'] as const;
const HANDLED_OR_CLOSED = ['HANDED_OVER', 'CLOSED'] as const;
const REVIEWED = ['SUBMITTED', 'UNDER_REVIEW'] as const;

/** Whatever goes on around a case is on record, before its submission and after its closing. */
const LIVE = [
  ...WRITING,
  'PRE_SUBMITTED',
  ...REVIEWED,
  'ACCEPTED',
  'DOCKETED',
  'ALLOCATED',
  ...HANDLED_OR_CLOSED,
] as const;

/** A case that came to nothing is not granted any more: its grants end with it. */
const GRANTABLE = [
  ...WRITING,
  'PRE_SUBMITTED',
  ...REVIEWED,
  'ACCEPTED',
  'DOCKETED',
  'ALLOCATED',
  ...HANDLED_OR_CLOSED,
] as const;

/** In which phases of the case a command is legal at all. The rules say what else it needs. */
export const CASE_TRANSITIONS: Readonly<Record<CommandKind, readonly CasePhase[]>> = {
  'proposal.draft': ['NONE'],
  'proposal.revise': WRITING,
  'cosigner.invite': WRITING,
  'cosigner.confirm': WRITING,
  'cosigner.decline': WRITING,
  'cosigner.cancel': WRITING,
  'grant.give': GRANTABLE,
  'grant.revoke': GRANTABLE,
  'opinion.take': ['PRE_SUBMITTED', ...REVIEWED],
  'form.fill': WRITING,
  'consultation.record': [...WRITING, 'PRE_SUBMITTED'],
  'paper.register': [...REVIEWED, 'REVISION_REQUESTED', 'RETURNED', 'ACCEPTED'],
  'proposal.pre_submit': ['DRAFT', 'COSIGNING', 'REVISION_REQUESTED', 'RETURNED'],
  // During the pre-review submitting is refused with a reason of its own.
  'proposal.submit': [...WRITING, 'PRE_SUBMITTED'],
  'review.decide': ['PRE_SUBMITTED', ...REVIEWED],
  // Before the last review stage docketing is refused with a reason of its own.
  'proposal.docket': [...REVIEWED, 'ACCEPTED'],
  'proposal.merge': [...REVIEWED, 'ACCEPTED', 'DOCKETED', 'ALLOCATED'],
  'proposal.absorb': ['DOCKETED', 'ALLOCATED', 'HANDED_OVER'],
  'merged.answer': ['MERGED'],
  'proposal.withdraw': [
    ...WRITING,
    'PRE_SUBMITTED',
    ...REVIEWED,
    'ACCEPTED',
    'DOCKETED',
    'ALLOCATED',
    'HANDED_OVER',
  ],
  'proposal.designate_key': ['ACCEPTED', 'DOCKETED', 'ALLOCATED', 'HANDED_OVER'],
  'units.allocate': ['DOCKETED', 'ALLOCATED'],
  'proposal.hand_over': ['ALLOCATED'],
  'matters.split': ['ALLOCATED'],
  'allocation.answer': ['ALLOCATED'],
  'assignment.acknowledge': HANDLED,
  'responsible.name': HANDLED,
  'assignment.sign_read': HANDLED,
  'plan.set': HANDLED,
  'milestone.complete': HANDLED_OR_CLOSED,
  'progress.report': HANDLED_OR_CLOSED,
  'assignment.file': HANDLED,
  'return.request': HANDLED,
  'return.decide': HANDLED,
  'contact.record': HANDLED_OR_CLOSED,
  'co_opinion.give': HANDLED,
  'extension.request': HANDLED,
  'extension.decide': HANDLED,
  'proposal.mark_attention': ['DOCKETED', 'ALLOCATED', 'HANDED_OVER', 'CLOSED'],
  'entry.plan': HANDLED_OR_CLOSED,
  'entry.cross_term': HANDLED_OR_CLOSED,
  'entry.rate': HANDLED_OR_CLOSED,
  'round.require': HANDLED_OR_CLOSED,
  'reply.draft': HANDLED,
  'reply.countersign': HANDLED,
  'reply.review': HANDLED,
  'reply.issue': HANDLED_OR_CLOSED,
  'commitment.check': HANDLED_OR_CLOSED,
  'class.confirm': HANDLED_OR_CLOSED,
  'feedback.give': HANDLED,
  'feedback.correct': HANDLED,
  'proposal.close': HANDLED,
  'entry.progress': HANDLED_OR_CLOSED,
  'entry.claim_done': HANDLED_OR_CLOSED,
  'entry.confirm': HANDLED_OR_CLOSED,
  'entry.refuse_claim': HANDLED_OR_CLOSED,
  'entry.strike_off': HANDLED_OR_CLOSED,
  'entry.roll_over': HANDLED_OR_CLOSED,
  'entry.rehand': HANDLED_OR_CLOSED,
  'entry.downgrade': HANDLED_OR_CLOSED,
  'duty.assign': ['ACCEPTED', 'DOCKETED', 'ALLOCATED', 'HANDED_OVER'],
  'duty.end': ['ACCEPTED', 'DOCKETED', 'ALLOCATED', ...HANDLED_OR_CLOSED],
  'record.enter': LIVE,
  'record.sign': LIVE,
  'record.answer': LIVE,
  'record.correct': LIVE,
};

const WORKED_ON = ['HANDED_OVER', 'ACKNOWLEDGED', 'IN_HANDLING'] as const;
const ANSWERED = ['REPLIED', 'RATED', 'CLOSED'] as const;

export const ASSIGNMENT_TRANSITIONS: Readonly<Partial<Record<CommandKind, readonly AssignmentPhase[]>>> = {
  'assignment.acknowledge': ['HANDED_OVER'],
  'responsible.name': WORKED_ON,
  'assignment.sign_read': WORKED_ON,
  'plan.set': WORKED_ON,
  'milestone.complete': [...WORKED_ON, 'OPINION_GIVEN', ...ANSWERED],
  'progress.report': [...WORKED_ON, 'OPINION_GIVEN', ...ANSWERED],
  'assignment.file': [...WORKED_ON, ...ANSWERED],
  'return.request': ['HANDED_OVER', 'ACKNOWLEDGED'],
  'return.decide': ['RETURN_REQUESTED'],
  'contact.record': [...WORKED_ON, 'OPINION_GIVEN', ...ANSWERED],
  'co_opinion.give': [...WORKED_ON, 'OPINION_GIVEN'],
  'extension.request': WORKED_ON,
  'extension.decide': WORKED_ON,
  'round.require': ANSWERED,
  'reply.draft': WORKED_ON,
  'reply.countersign': [...WORKED_ON, 'OPINION_GIVEN'],
  'reply.review': WORKED_ON,
  'reply.issue': [...WORKED_ON, ...ANSWERED],
  'class.confirm': ANSWERED,
};

const PURSUED = ['REGISTERED', 'IN_PROGRESS', 'ROLLED_OVER', 'REHANDED', 'CROSS_TERM'] as const;

export const ENTRY_TRANSITIONS: Readonly<Partial<Record<CommandKind, readonly EntryPhase[]>>> = {
  'entry.progress': PURSUED,
  'entry.claim_done': PURSUED,
  'entry.confirm': ['CLAIMED_DONE'],
  'entry.refuse_claim': ['CLAIMED_DONE'],
  // Before the confirmation striking off is refused with a reason of its own.
  'entry.strike_off': [...PURSUED, 'CLAIMED_DONE', 'CONFIRMED'],
  'entry.roll_over': [...PURSUED, 'CLAIMED_DONE', 'CONFIRMED'],
  'entry.rehand': ['REGISTERED', 'IN_PROGRESS', 'ROLLED_OVER', 'CROSS_TERM'],
  'entry.plan': PURSUED,
  'entry.cross_term': [...PURSUED, 'CLAIMED_DONE', 'CONFIRMED'],
  'entry.rate': [...PURSUED, 'CLAIMED_DONE', 'CONFIRMED', 'STRUCK_OFF', 'DOWNGRADED'],
  'entry.downgrade': PURSUED,
};

/** Phases no command leads out of. CLOSED is not one: an open promise can be handed over again. */
export const FINAL_CASE_PHASES: readonly CasePhase[] = ['REJECTED', 'CONVERTED', 'MERGED', 'WITHDRAWN'];
export const FINAL_ENTRY_PHASES: readonly EntryPhase[] = ['STRUCK_OFF', 'DOWNGRADED', 'ENDED'];
