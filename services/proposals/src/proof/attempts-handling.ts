import { dateInShanghai } from '@duban/kernel';
import type { Command } from '../case/commands.js';
import type { Assignment, CaseState } from '../case/state.js';
import {
  CONTACT_CHANNELS,
  CONTACT_PHASES,
  CONTACT_ROLES,
  type ContactPhase,
  type ContactPlace,
} from '../case/vocabulary.js';
import { responsibilityFields } from '../process/handover.js';
import { planRules } from '../process/plans.js';
import type { Process } from '../process/process.js';
import type { AttemptTable } from './course.js';
import { valuesFor } from './fields.js';
import type { Walk } from './walk.js';

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
  'contact.record': (walk) => open(walk.state).flatMap(({ assignmentId }) => contactsOf(walk, assignmentId)),
  'co_opinion.give': ({ state }) =>
    open(state)
      .filter(({ role, opinions }) => role === 'CO' && opinions.length === 0)
      .map(({ assignmentId }) => ({ kind: 'co_opinion.give', assignmentId, text: '无意见', agreed: true })),
};

const WAYS = CONTACT_PHASES.flatMap((phase) =>
  CONTACT_CHANNELS.flatMap((channel, at) => {
    const places = at === CONTACT_CHANNELS.length - 1 ? CONTACT_PLACES : [CONTACT_PLACES[at] ?? null];
    return places.map((place) => ({ phase, channel, place, placeName: place === null ? null : '某处' }));
  }),
);

/** In every phase and by every channel, where the process wants it, with everybody there. */
function contactsOf({ state, process }: Walk, assignmentId: string): Command[] {
  const participants = CONTACT_ROLES.map((role) => ({
    ...{ role, name: '甲', personId: null },
    mandateId: role === 'PROPOSER' ? state.leadProposerId : null,
  }));
  return CONTACT_PHASES.flatMap((phase) => {
    const place = placeFor(process, phase);
    const where = { place, placeName: place === null ? null : '某处' };
    return CONTACT_CHANNELS.map((channel) => ({
      kind: 'contact.record' as const,
      ...{ assignmentId, phase, channel, participants, proposerOpinion: '同意', ...where },
    }));
  });
}

/** A place that satisfies every contact asked for in a phase, if there is one. */
function placeFor({ guards }: Process, phase: ContactPhase): ContactPlace | null {
  const asked = Object.values(guards).flatMap(({ require }) =>
    require.kind === 'CONTACT' && require.phase === phase && require.places ? [require.places] : [],
  );
  return asked[0]?.find((place) => asked.every((places) => places.includes(place))) ?? null;
}
