import type { Role } from '@duban/kernel';
import type { FactColumn } from '../facts/fact.js';

/** The step from which on a role sees cases: none of its own locality's; those of below, where they are shared. */
type Step = 'SUBMITTED' | 'DOCKETED' | 'HANDED_OVER';
type Sight = { readonly own: Step | null; readonly below: Step };

const seeing = (own: Step | null, below: Step = own ?? 'SUBMITTED'): Sight => ({ own, below });

/**
 * Who goes from a figure to the cases behind it, and which of them they see. Of the own locality these
 * are the cases that the role reads there anyway; nobody sees a draft.
 */
const BY_ROLE = {
  DEPUTY_AFFAIRS_OFFICER: seeing('SUBMITTED'),
  PROPOSAL_COMMITTEE_OFFICER: seeing('SUBMITTED'),
  GOV_HANDOVER_OFFICER: seeing('DOCKETED'),
  LEADING_OFFICIAL: seeing('DOCKETED'),
  SUPERVISING_LEADER: seeing('DOCKETED'),
  COMMITTEE_SUPERVISOR: seeing('DOCKETED'),
  TENANT_ADMIN: seeing('DOCKETED'),
  EVALUATOR: seeing('HANDED_OVER'),
  UPPER_TENANT_ANALYST: seeing(null),
} as const satisfies Partial<Record<Role, Sight>>;

export const DRILLING = Object.keys(BY_ROLE) as readonly Role[];

const REACHED: Readonly<Record<Step, FactColumn>> = {
  SUBMITTED: 'submittedOn',
  DOCKETED: 'acceptedOn',
  HANDED_OVER: 'handedOverOn',
};

/** The date that a case must have to be seen, in the own locality (null: none is) and below. */
export type SightColumns = { readonly own: FactColumn | null; readonly below: FactColumn };

export function sightColumns(role: Role): SightColumns {
  const { own, below } = (BY_ROLE as Partial<Record<Role, Sight>>)[role] ?? seeing(null);
  return { own: own && REACHED[own], below: REACHED[below] };
}
