import type { Viewer } from '@duban/kernel';
import { type SeenFrom, sightOf } from '../case/visibility.js';
import type { Conditions } from './sql-conditions.read.js';

const REACHED: Readonly<Record<SeenFrom, string>> = {
  PRE_SUBMITTED: 'coalesce(p.pre_submitted_at, p.submitted_at)',
  SUBMITTED: 'p.submitted_at',
  DOCKETED: 'p.docketed_at',
  HANDED_OVER: 'p.handed_over_at',
};

/**
 * The condition that the case with alias `p` is one the viewer may read: `sightOf` in SQL. Every
 * statement that shows cases, or what belongs to them, to a viewer has it.
 */
export function visibleCase(viewer: Viewer, conditions: Conditions): string {
  const { from, kind, mandateId, unitId, paperDrafts } = sightOf(viewer);
  const ways: string[] = [];
  if (from !== null) {
    const ofKind = kind === null ? '' : ` AND p.kind = ${conditions.param(kind)}`;
    ways.push(`(${REACHED[from]} IS NOT NULL${ofKind})`);
  }
  if (paperDrafts) ways.push(`p.source <> 'ONLINE'`);
  if (mandateId !== null) ways.push(ownCase(conditions.param(mandateId)));
  if (unitId !== null) ways.push(unitCase(conditions.param(unitId)));
  return ways.length === 0 ? 'false' : `(${ways.join(' OR ')})`;
}

/** The case with alias `p` is led by the mandate, or it is invited to sign. */
export const ownCase = (mandate: string): string =>
  `(p.lead_mandate_id = ${mandate} OR EXISTS (
     SELECT FROM proposals.cosignature s
     WHERE s.tenant_id = p.tenant_id AND s.proposal_id = p.id AND s.mandate_id = ${mandate}
       AND s.status IN ('INVITED', 'CONFIRMED')))`;

const unitCase = (unit: string): string =>
  `EXISTS (SELECT FROM proposals.assignment u
     WHERE u.tenant_id = p.tenant_id AND u.proposal_id = p.id AND u.unit_id = ${unit} AND (u.handed_over_at IS NOT NULL OR u.asked_at IS NOT NULL))`;
