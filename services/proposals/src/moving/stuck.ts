import type { Viewer } from '@duban/kernel';
import { availableActions } from '../case/available-actions.js';
import type { CommandKind } from '../case/commands.js';
import type { CaseContext, MandateFact } from '../case/context.js';
import type { CaseState } from '../case/state.js';
import { clocksOf } from '../clocks/clocks-of.js';
import type { Process } from '../process/process.js';
import { OFFICE_ROLES, UNIT_ROLES } from '../proposal.access.js';

/** What carries a case towards its end. Whatever is not here may be done for ever. */
const ONWARD: readonly CommandKind[] = [
  'assignment.acknowledge',
  'responsible.name',
  'assignment.sign_read',
  'plan.set',
  'return.request',
  'return.decide',
  'contact.record',
  'co_opinion.give',
  'extension.request',
  'extension.decide',
  'reply.draft',
  'reply.countersign',
  'reply.review',
  'reply.issue',
  'class.confirm',
  'feedback.give',
  'feedback.correct',
  'proposal.close',
  'entry.claim_done',
  'entry.confirm',
  'entry.refuse_claim',
  'entry.strike_off',
  'entry.roll_over',
  'entry.rehand',
  'entry.downgrade',
];

/** Nobody can do anything that carries the case further, and no clock of it runs. */
export function isStuck(state: CaseState, process: Process, now: string, context: CaseContext): boolean {
  const runs = clocksOf(state, process, now, context).some(
    ({ state: so }) => so === 'RUNNING' || so === 'EXTENDED',
  );
  if (runs) return false;
  const around = { ...context, mandates: mandatesOf(state) };
  return !peopleOf(state).some((viewer) =>
    availableActions(state, process, viewer, now, around).some(
      ({ possible, command }) => possible && ONWARD.includes(command),
    ),
  );
}

/** Those who have to do with the case: its units, the offices, its proposers. */
function peopleOf(state: CaseState): Viewer[] {
  const units = [...new Set(state.assignments.map(({ unitId }) => unitId))];
  const proposers = [...mandatesOf(state).keys()];
  const role = state.kind === 'NPC_SUGGESTION' ? 'DEPUTY' : 'CPPCC_MEMBER';
  return [
    ...units.flatMap((unitId) => UNIT_ROLES.map((of) => somebody(state, of, { unitId }))),
    ...OFFICE_ROLES.map((of) => somebody(state, of)),
    ...proposers.map((mandateId) => somebody(state, role, { mandateId })),
  ];
}

const somebody = ({ proposalId }: CaseState, role: Viewer['role'], also: Partial<Viewer> = {}): Viewer => ({
  ...{ accountId: proposalId, grantId: proposalId, login: '', tenant: 1, role },
  ...{ personId: null, mandateId: null, unitId: null, sectionId: null },
  ...also,
});

const mandatesOf = ({ leadProposerId, cosignatures, kind }: CaseState): ReadonlyMap<string, MandateFact> => {
  const fact: MandateFact = { active: true, kind: kind === 'NPC_SUGGESTION' ? 'DEPUTY' : 'CPPCC_MEMBER' };
  return new Map([leadProposerId, ...cosignatures.map(({ mandateId }) => mandateId)].map((id) => [id, fact]));
};
