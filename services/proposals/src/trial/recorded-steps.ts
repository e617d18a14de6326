import type { CaseEventType } from '../case/events.js';
import { OF_LOCALITY } from '../case/grant-rules.js';
import { keyRuleOf } from '../supervision/key-rule.js';
import { listOf, type Payload, payloadOf, type TrialEvent, textOf } from './trial-event.js';

/** One thing that somebody did: the event that says what, and those that followed from it at once. */
export type RecordedStep = { readonly lead: TrialEvent; readonly followers: readonly TrialEvent[] };

/** The steps of a case, in the order in which they were recorded. */
export function stepsOf(events: readonly TrialEvent[]): readonly RecordedStep[] {
  const steps: { lead: TrialEvent; followers: readonly TrialEvent[] }[] = [];
  let last: (typeof steps)[number] | undefined;
  for (const event of events) {
    if (last && follows(event, last.lead)) last.followers = [...last.followers, event];
    else {
      last = { lead: event, followers: ALONE };
      steps.push(last);
    }
  }
  return steps;
}

/** What most steps lead to beside their own event. */
const ALONE: readonly TrialEvent[] = [];

/** Whether an event is what a rule made of a step, and nobody's own doing. */
function follows(event: TrialEvent, lead: TrialEvent): boolean {
  return event.occurredAt === lead.occurredAt && isMadeOf(event, lead);
}

function isMadeOf(event: TrialEvent, lead: TrialEvent): boolean {
  if (event.type === 'entry.registered') return lead.type === 'class.confirmed';
  if (event.type === 'proposal.merged')
    return lead.type === 'review.decided' && lead.payload.groupVerdict === 'MERGE';
  if (event.type === 'opinion.taken') return isTaken(lead);
  if (event.type === 'proposal.key_designated')
    return lead.type === 'proposal.docketed' && keyRuleOf(event.payload) !== null;
  if (event.type === 'duty.assigned') return event.payload.rule !== null;
  if (!isForm(lead)) return false;
  // What an office finds has the code of its trigger; what the rating itself opens has none.
  if (event.type === 'round.opened') return event.payload.trigger == null;
  return isForm(event) && textOf(payloadOf(event), 'formId') === textOf(payloadOf(lead), 'formId');
}

/** One axis of a form, given or corrected. */
const isForm = ({ type }: TrialEvent): boolean => type === 'feedback.given' || type === 'feedback.corrected';

/** The verdict of another locality, taken as one's own. */
export const isTaken = (event: TrialEvent): boolean =>
  event.type === 'review.decided' && textOf(payloadOf(event), 'reviewer').startsWith(OF_LOCALITY);

/** Ids that a step brought into being, in the order in which the rules ask for them. */
export function idsMadeBy({ lead, followers }: RecordedStep): readonly string[] {
  const made = (MADE[lead.type] ?? none)(payloadOf(lead));
  const formed = isForm(lead) ? [textOf(payloadOf(lead), 'formId'), ...made] : made;
  if (followers.length === 0) return formed;
  return [...formed, ...followers.flatMap(({ type, payload }) => (MADE[type] ?? none)(payload as Payload))];
}

const NONE: readonly string[] = [];
const none = (): readonly string[] => NONE;
const id =
  (name: string) =>
  (payload: Payload): readonly string[] => [textOf(payload, name)];
const ids =
  (list: string, name: string) =>
  (payload: Payload): readonly string[] =>
    listOf(payload, list).map((one) => textOf(one, name));

const MADE: Readonly<Partial<Record<CaseEventType, (payload: Payload) => readonly string[]>>> = {
  'units.allocated': ids('assignments', 'assignmentId'),
  'matters.split': ids('matters', 'matterId'),
  'consultation.recorded': id('consultationId'),
  'return.decided': ({ replacement }) =>
    replacement ? [textOf(replacement as Payload, 'assignmentId')] : [],
  'contact.recorded': id('contactId'),
  'plan.set': (payload) => [...ids('milestones', 'milestoneId')(payload), textOf(payload, 'planId')],
  'reply.drafted': id('draftId'),
  'reply.issued': (payload) => [textOf(payload, 'replyId'), ...ids('commitments', 'commitmentId')(payload)],
  'feedback.given': id('feedbackId'),
  'feedback.corrected': id('feedbackId'),
  'round.opened': ids('assignments', 'assignmentId'),
  'duty.assigned': id('dutyId'),
  'entry.registered': id('entryId'),
  'entry.rehanded': ({ assignment }) => [textOf((assignment ?? {}) as Payload, 'assignmentId')],
};
