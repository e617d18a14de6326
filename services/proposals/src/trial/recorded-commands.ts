import type { Command } from '../case/commands.js';
import type { CaseEventType } from '../case/events.js';
import { isTaken, type RecordedStep } from './recorded-steps.js';
import { listOf, type Payload, payloadOf, type TrialEvent, textOf } from './trial-event.js';

type Build = (payload: Payload, step: RecordedStep) => object;

const only =
  (...names: readonly string[]): Build =>
  (payload) => {
    const said: Record<string, unknown> = {};
    for (const name of names) if (payload[name] !== undefined) said[name] = payload[name];
    return said;
  };

const nothing: Build = () => ({});

/** For each event the command that led to it, and what of the event is what the person said. */
const COMMANDS: Readonly<Partial<Record<CaseEventType, readonly [kind: Command['kind'], build: Build]>>> = {
  'proposal.drafted': ['proposal.draft', ({ kind, source: _, ...said }) => ({ ...said, proposalKind: kind })],
  'proposal.revised': ['proposal.revise', only('title', 'body', 'category', 'suggestedUnitIds', 'reason')],
  'cosigner.invited': ['cosigner.invite', only('mandateId')],
  'cosigner.confirmed': ['cosigner.confirm', only('mandateId')],
  'cosigner.declined': ['cosigner.decline', only('mandateId', 'reason')],
  'cosigner.cancelled': ['cosigner.cancel', only('mandateId')],
  'form.filled': ['form.fill', (payload) => payload],
  'consultation.recorded': [
    'consultation.record',
    only('level', 'unitId', 'organisation', 'channel', 'outcome', 'summary'),
  ],
  'paper.registered': ['paper.register', (payload) => payload],
  'proposal.pre_submitted': ['proposal.pre_submit', nothing],
  'proposal.submitted': ['proposal.submit', nothing],
  'review.decided': [
    'review.decide',
    only('stage', 'verdict', 'reasonCode', 'reasonText', 'convertedTo', 'mergeIntoId', 'reviewerName'),
  ],
  'proposal.docketed': ['proposal.docket', only('category', 'year', 'term', 'session')],
  'proposal.merged': ['proposal.merge', only('intoId', 'reason')],
  'proposal.absorbed': ['proposal.absorb', only('fromId')],
  'merged.answered': ['merged.answer', only('replyId', 'documentNumber')],
  'proposal.withdrawn': ['proposal.withdraw', only('letter', 'reason')],
  'proposal.key_designated': ['proposal.designate_key', only('tier', 'decidedBy', 'reason')],
  'proposal.attention_marked': ['proposal.mark_attention', only('reason')],
  'units.allocated': [
    'units.allocate',
    (payload) => ({
      assignments: listOf(payload, 'assignments').map(({ unitId, role }) => ({ unitId, role })),
    }),
  ],
  'matters.split': [
    'matters.split',
    (payload) => ({ matters: listOf(payload, 'matters').map(({ text, unitIds }) => ({ text, unitIds })) }),
  ],
  'allocation.answered': ['allocation.answer', only('agrees', 'reason', 'proposedUnitId')],
  'proposal.handed_over': [
    'proposal.hand_over',
    ({ hard, details }) => {
      const { noticeNumber = null, fields = [], batchId } = (details ?? {}) as Payload;
      return { hard, noticeNumber, fields, ...(batchId ? { batchId } : {}) };
    },
  ],
  'assignment.acknowledged': ['assignment.acknowledge', only('assignmentId', 'note', 'opinion')],
  'responsible.named': ['responsible.name', only('assignmentId', 'fields')],
  'assignment.head_signed': ['assignment.sign_read', only('assignmentId', 'note')],
  'return.requested': ['return.request', only('assignmentId', 'reason', 'proposedUnitId')],
  'return.decided': [
    'return.decide',
    ({ assignmentId, decision, reason, replacement }) => ({
      assignmentId,
      decision: decision === 'APPROVED' ? 'APPROVE' : 'REFUSE',
      reason,
      unitId: (replacement as Payload | null)?.unitId ?? null,
    }),
  ],
  'return.escalated': [
    'return.decide',
    ({ assignmentId, reason }) => ({ assignmentId, decision: 'ESCALATE', reason }),
  ],
  'contact.recorded': [
    'contact.record',
    only(
      ...['assignmentId', 'phase', 'channel', 'participants'],
      ...['record', 'place', 'placeName', 'proposerOpinion'],
    ),
  ],
  'co_opinion.given': ['co_opinion.give', only('assignmentId', 'text', 'documentNumber', 'agreed')],
  'plan.set': [
    'plan.set',
    (payload) => ({
      assignmentId: payload.assignmentId,
      planKind: payload.kind,
      fields: payload.fields,
      milestones: listOf(payload, 'milestones').map(({ title, due }) => ({
        title,
        dueOn: (due as Payload).date,
      })),
    }),
  ],
  'milestone.completed': ['milestone.complete', only('assignmentId', 'milestoneId', 'note', 'evidence')],
  'progress.reported': ['progress.report', only('assignmentId', 'text')],
  'assignment.filed': ['assignment.file', only('assignmentId', 'reason')],
  'extension.requested': ['extension.request', only('assignmentId', 'amount', 'unit', 'reason')],
  'extension.decided': [
    'extension.decide',
    ({ assignmentId, decision, reason }) => ({
      assignmentId,
      decision: decision === 'APPROVED' ? 'APPROVE' : 'REFUSE',
      reason,
    }),
  ],
  'reply.drafted': ['reply.draft', only('assignmentId', 'body', 'claimedClass')],
  'reply.countersigned': ['reply.countersign', only('assignmentId', 'agreed', 'text')],
  'reply.reviewed': [
    'reply.review',
    (payload) => ({
      ...only('assignmentId', 'verdict', 'reason')(payload, NO_STEP),
      faults: listOf(payload, 'faults').map(({ code }) => code),
    }),
  ],
  'reply.issued': ['reply.issue', replyOf],
  'commitment.checked': ['commitment.check', only('commitmentId', 'fulfilled', 'note')],
  'class.confirmed': ['class.confirm', only('assignmentId', 'class', 'reason')],
  'feedback.given': ['feedback.give', feedbackOf],
  'feedback.corrected': [
    'feedback.correct',
    (payload, step) => ({ ...feedbackOf(payload, step), reason: payload.reason }),
  ],
  'round.opened': [
    'round.require',
    ({ previousIds, trigger, note }) => ({
      assignmentId: (previousIds as readonly string[])[0],
      trigger,
      note,
    }),
  ],
  'proposal.closed': ['proposal.close', nothing],
  'entry.planned': [
    'entry.plan',
    (payload) => ({
      ...only('entryId', 'responsible')(payload, NO_STEP),
      milestones: listOf(payload, 'milestones').map(({ title, dueOn }) => ({ title, dueOn })),
    }),
  ],
  'entry.progressed': ['entry.progress', only('entryId', 'text', 'milestone')],
  'entry.claimed_done': ['entry.claim_done', only('entryId', 'text', 'evidence')],
  'entry.confirmed': ['entry.confirm', only('entryId', 'note')],
  'entry.claim_refused': ['entry.refuse_claim', only('entryId', 'reason')],
  'entry.struck_off': ['entry.strike_off', only('entryId')],
  'entry.rolled_over': ['entry.roll_over', only('entryId', 'toYear')],
  'entry.rehanded': ['entry.rehand', only('entryId')],
  'entry.crossed_term': ['entry.cross_term', only('entryId', 'toTerm')],
  'entry.rated': ['entry.rate', only('entryId', 'respondent', 'level', 'comment')],
  'entry.downgraded': ['entry.downgrade', only('entryId', 'class', 'reason')],
};

const NO_STEP = {} as RecordedStep;

function replyOf(payload: Payload): object {
  const { copies, contactName, contactPhone, disclosure, feedbackForm, matters } = (payload.letter ??
    {}) as Payload;
  const letter = { copies, contactName, contactPhone, disclosure, feedbackForm, matters };
  const said = Object.fromEntries(Object.entries(letter).filter(([, value]) => value !== undefined));
  const promised = listOf(payload, 'commitments').map(({ text, dueOn }) => ({ text, dueOn }));
  return {
    ...only('assignmentId', 'documentNumber', 'body', 'claimedClass', 'signatory')(payload, NO_STEP),
    replyKind: payload.kind,
    ...said,
    ...(promised.length > 0 ? { commitments: promised } : {}),
  };
}

function feedbackOf(payload: Payload, { lead, followers }: RecordedStep): object {
  const ratings = [lead, ...followers.filter(({ type }) => type === lead.type)].map((event) => {
    const { axis, ownAxis, level, points, comment } = payloadOf(event);
    const about = ownAxis ? { ownAxis } : { axis };
    return { ...about, ...(points != null ? { points } : { level }), comment };
  });
  return { replyId: payload.replyId, respondent: payload.respondent, ratings };
}

/** The kind of command behind an event; null for what no command of a case leads to. */
export function commandKindOf(lead: TrialEvent): Command['kind'] | null {
  if (lead.type === 'lead.changed') return 'return.decide';
  return isTaken(lead) ? 'opinion.take' : (COMMANDS[lead.type]?.[0] ?? null);
}

/** The command behind a step, said when it was said; null for what no command of a case leads to. */
export function commandOf(step: RecordedStep): Command | null {
  const { lead } = step;
  if (lead.type === 'lead.changed') return changeOfLead(lead);
  if (isTaken(lead)) return taking(step);
  const found = COMMANDS[lead.type];
  if (!found) return null;
  const [kind, build] = found;
  return { ...build(payloadOf(lead), step), kind, occurredAt: lead.occurredAt } as Command;
}

function taking({ lead, followers }: RecordedStep): Command {
  const taken = followers.find(({ type }) => type === 'opinion.taken');
  const opinionId = taken ? textOf(payloadOf(taken), 'opinionId') : '';
  return { kind: 'opinion.take', opinionId, occurredAt: lead.occurredAt };
}

/** The unit that is to lead is filled in by the replay, which knows whose assignment it is. */
const changeOfLead = (lead: TrialEvent): Command => {
  const payload = payloadOf(lead);
  const { assignmentId, reason } = payload;
  const said = { assignmentId, decision: 'APPROVE', reason, unitId: textOf(payload, 'leadId') };
  return { kind: 'return.decide', ...said, occurredAt: lead.occurredAt } as Command;
};
