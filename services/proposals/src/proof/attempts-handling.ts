import { dateInShanghai } from '@duban/kernel';
import type { Command } from '../case/commands.js';
import type { Assignment, CaseState } from '../case/state.js';
import { CONTACT_CHANNELS, CONTACT_PHASES, CONTACT_PLACES, CONTACT_ROLES } from '../case/vocabulary.js';
import { responsibilityFields } from '../process/handover.js';
import { planRules } from '../process/plans.js';
import type { AttemptTable } from './course.js';
import { valuesFor } from './fields.js';

const OVER: readonly string[] = ['REASSIGNED', 'ENDED', 'CLOSED', 'PENDING'];

const open = ({ assignments }: CaseState): readonly Assignment[] =>
  assignments.filter(({ phase }) => !OVER.includes(phase));

export const HANDLING_ATTEMPTS: AttemptTable = {
  'assignment.acknowledge': ({ state }) =>
    open(state).map(({ assignmentId }) => ({
      kind: 'assignment.acknowledge',
      assignmentId,
      opinion: 'AGREES',
    })),
  'responsible.name': ({ state, process, now }) =>
    open(state).map(({ assignmentId }) => ({
      kind: 'responsible.name',
      ...{ assignmentId, fields: valuesFor(responsibilityFields(process), now) },
    })),
  'assignment.sign_read': ({ state }) =>
    open(state).map(({ assignmentId }) => ({ kind: 'assignment.sign_read', assignmentId })),
  'plan.set': ({ state, process, now }) => {
    const { kinds, fields, minMilestones } = planRules(process);
    const milestones = Array.from({ length: minMilestones }, (_, at) => ({
      title: `第${at + 1}步`,
      dueOn: dateInShanghai(now),
    }));
    return open(state).flatMap(({ assignmentId }) =>
      kinds.map((planKind) => ({
        kind: 'plan.set' as const,
        ...{ assignmentId, planKind, fields: valuesFor(fields, now), milestones },
      })),
    );
  },
  'contact.record': ({ state }) => open(state).flatMap(({ assignmentId }) => contactsOf(state, assignmentId)),
  'co_opinion.give': ({ state }) =>
    open(state)
      .filter(({ role, opinions }) => role === 'CO' && opinions.length === 0)
      .map(({ assignmentId }) => ({ kind: 'co_opinion.give', assignmentId, text: '无意见', agreed: true })),
};

const WAYS = CONTACT_PHASES.flatMap((phase) =>
  CONTACT_CHANNELS.flatMap((channel) => {
    const places = channel === 'MEETING' || channel === 'STATION' ? CONTACT_PLACES : [null];
    return places.map((place) => ({ phase, channel, place, placeName: place === null ? null : '某处' }));
  }),
);

/** In every phase and by every channel, where people meet in every place, with everybody there. */
function contactsOf({ leadProposerId }: CaseState, assignmentId: string): Command[] {
  const participants = CONTACT_ROLES.map((role) => ({
    ...{ role, name: '甲', personId: null },
    mandateId: role === 'PROPOSER' ? leadProposerId : null,
  }));
  const said = { participants, proposerOpinion: '同意' };
  return WAYS.map((way) => ({ kind: 'contact.record' as const, assignmentId, ...way, ...said }));
}
