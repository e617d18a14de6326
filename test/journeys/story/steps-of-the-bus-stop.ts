export type TimelineEntry = Readonly<
  Record<'type' | 'actorRole' | 'occurredAt' | 'recordedAt' | 'actorId', string>
>;

const by = (role: string, ...types: string[]): string[] => types.map((type) => `${type} ${role}`);
/** What happens in the story of the bus stop, and who does it. */
export const BUS_STOP_STEPS: readonly string[] = [
  ...by('DEPUTY', 'proposal.drafted', 'cosigner.invited', 'cosigner.invited', 'cosigner.confirmed'),
  ...by('DEPUTY', 'cosigner.declined', 'proposal.revised', 'cosigner.confirmed', 'proposal.submitted'),
  ...by('DOCKET_REVIEWER', 'review.decided'),
  ...by('DEPUTY_AFFAIRS_OFFICER', 'proposal.docketed'),
  ...by('GOV_HANDOVER_OFFICER', 'units.allocated', 'proposal.handed_over'),
  // The committees that liaise with the units supervise: the process of the place adds them by itself.
  ...by('GOV_HANDOVER_OFFICER', 'duty.assigned', 'duty.assigned'),
  ...by('UNIT_HEAD', 'assignment.acknowledged', 'assignment.acknowledged', 'contact.recorded'),
  ...by('UNIT_HEAD', 'contact.recorded', 'co_opinion.given', 'extension.requested'),
  ...by('GOV_HANDOVER_OFFICER', 'extension.decided'),
  ...by('UNIT_HEAD', 'contact.recorded', 'reply.issued'),
  ...by('DEPUTY_AFFAIRS_OFFICER', 'class.confirmed', 'entry.registered'),
  ...by('DEPUTY', 'feedback.given', 'feedback.given', 'round.opened', 'duty.assigned'),
  ...by('UNIT_HEAD', 'assignment.acknowledged', 'contact.recorded', 'reply.issued'),
  ...by('DEPUTY', 'feedback.given', 'feedback.given'),
  ...by('DEPUTY_AFFAIRS_OFFICER', 'class.confirmed', 'proposal.closed'),
  ...by('UNIT_HEAD', 'entry.progressed', 'entry.claimed_done'),
  ...by('DEPUTY', 'entry.confirmed'),
  ...by('DEPUTY_AFFAIRS_OFFICER', 'entry.struck_off'),
];
