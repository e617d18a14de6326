import type { Role, Viewer } from '@duban/kernel';
import { OFFICE_ROLES, PROPOSER_ROLES, UNIT_ROLES } from '../proposal.access.js';
import type { CaseState } from './state.js';
import type { Plan } from './state-handover.js';

/** From which step on a role sees the locality's cases that are not its own. */
export type SeenFrom = 'PRE_SUBMITTED' | 'SUBMITTED' | 'DOCKETED' | 'HANDED_OVER';

/** Which cases of the own locality a viewer may read. Conditions are alternatives. */
export type Sight = {
  readonly from: SeenFrom | null;
  /** Only cases of this kind (`from`); null: of every kind. */
  readonly kind: string | null;
  /** Cases that this mandate leads, or is invited to sign and has not declined: drafts, too. */
  readonly mandateId: string | null;
  /** Cases handed over to this unit, or about which it is asked before that. */
  readonly unitId: string | null;
  /** Drafts that an office enters from paper. */
  readonly paperDrafts: boolean;
};

const NOTHING: Sight = { from: null, kind: null, mandateId: null, unitId: null, paperDrafts: false };
const ALL_SUBMITTED: Sight = { ...NOTHING, from: 'SUBMITTED' };
/** Also drafts that are with the pre-review (预审). */
const ALL_PRE_SUBMITTED: Sight = { ...NOTHING, from: 'PRE_SUBMITTED' };
const ALL_DOCKETED: Sight = { ...NOTHING, from: 'DOCKETED' };
const ALL_HANDED_OVER: Sight = { ...NOTHING, from: 'HANDED_OVER' };
const DEPUTIES: Sight = { ...ALL_SUBMITTED, kind: 'NPC_SUGGESTION' };
const MEMBERS: Sight = { ...ALL_SUBMITTED, kind: 'CPPCC_PROPOSAL' };
const OFFICE: Sight = { ...ALL_PRE_SUBMITTED, paperDrafts: true };

const BY_ROLE: Readonly<Partial<Record<Role, Sight>>> = {
  DEPUTY: DEPUTIES,
  LEAD_PROPOSER: DEPUTIES,
  COSIGNER: DEPUTIES,
  CPPCC_MEMBER: MEMBERS,
  DELEGATION_REVIEWER: ALL_PRE_SUBMITTED,
  MOTIONS_GROUP_REVIEWER: ALL_PRE_SUBMITTED,
  PRE_REVIEWER: ALL_PRE_SUBMITTED,
  DOCKET_REVIEWER: ALL_PRE_SUBMITTED,
  DEPUTY_AFFAIRS_OFFICER: OFFICE,
  PROPOSAL_COMMITTEE_OFFICER: OFFICE,
  GOV_HANDOVER_OFFICER: ALL_DOCKETED,
  LEADING_OFFICIAL: ALL_DOCKETED,
  SUPERVISING_LEADER: ALL_DOCKETED,
  COMMITTEE_SUPERVISOR: ALL_DOCKETED,
  STANDING_COMMITTEE_MEMBER: ALL_DOCKETED,
  SUPERVISION_GROUP_MEMBER: ALL_DOCKETED,
  DEPUTY_CORE_GROUP_MEMBER: ALL_DOCKETED,
  STREET_COMMITTEE_OFFICER: ALL_DOCKETED,
  THIRD_PARTY_SURVEYOR: ALL_HANDED_OVER,
  EVALUATOR: ALL_HANDED_OVER,
  TENANT_ADMIN: ALL_DOCKETED,
  SYSTEM: ALL_SUBMITTED,
};

/** What a viewer may read; the reading SQL and `maySee` both follow it. Nothing has been disclosed to the public yet. */
export function sightOf(viewer: Viewer): Sight {
  if (UNIT_ROLES.includes(viewer.role)) return { ...NOTHING, unitId: viewer.unitId };
  const byRole = BY_ROLE[viewer.role];
  return byRole ? { ...byRole, mandateId: viewer.mandateId } : NOTHING;
}

/** Whether a viewer may read this case; who may not is told that there is none. */
export function maySee(state: CaseState, viewer: Viewer): boolean {
  const sight = sightOf(viewer);
  return (
    (reached(state, sight.from) && (sight.kind === null || sight.kind === state.kind)) ||
    (sight.paperDrafts && state.source !== 'ONLINE') ||
    (sight.mandateId !== null && isAuthor(state, sight.mandateId)) ||
    (sight.unitId !== null && isAssigned(state, sight.unitId))
  );
}

function reached(state: CaseState, from: SeenFrom | null): boolean {
  if (from === 'PRE_SUBMITTED') return state.preSubmission !== null || state.snapshot !== null;
  if (from === 'SUBMITTED') return state.snapshot !== null;
  if (from === 'DOCKETED') return state.docketing !== null;
  return from === 'HANDED_OVER' && state.handedOverAt !== null;
}

/** Whom to ask, and at which number: for the author, the offices and the units that have the case. Not for other deputies. */
export const mayReachContact = (state: CaseState, viewer: Viewer): boolean =>
  viewer.mandateId === null || isAuthor(state, viewer.mandateId);

/** A draft of a reply is no answer yet: units of the case and the offices read it, nobody else. */
export const mayReadReplyDraft = ({ role, unitId }: Viewer): boolean =>
  unitId !== null || OFFICE_ROLES.includes(role);

/** How the unit goes about it: proposers read the plans that are open to them. */
export const mayReadPlan = ({ openToProposer }: Pick<Plan, 'openToProposer'>, { role }: Viewer): boolean =>
  openToProposer || !PROPOSER_ROLES.includes(role);

const isAuthor = (state: CaseState, mandate: string): boolean =>
  state.leadProposerId === mandate ||
  state.cosignatures.some(
    ({ mandateId, status }) => mandateId === mandate && (status === 'INVITED' || status === 'CONFIRMED'),
  );

const isAssigned = (state: CaseState, unit: string): boolean =>
  state.assignments.some(
    ({ unitId, handedOverAt }) => unitId === unit && (handedOverAt !== null || state.precheck !== null),
  );
