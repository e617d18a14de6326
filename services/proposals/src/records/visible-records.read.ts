import type { Viewer } from '@duban/kernel';
import type { Conditions } from '../store/sql-conditions.read.js';
import { ownCase, visibleCase } from '../store/visible-cases.read.js';
import { PROPOSERS, UNIT_ROLES } from './record-parties.js';

/**
 * The condition that the record with alias `r` is one the viewer may see: `maySeeRecord` in SQL,
 * and that its case, when it has one, is one they may see.
 */
export function visibleRecord(viewer: Viewer, conditions: Conditions): string {
  const { role, unitId, mandateId } = viewer;
  const named = `${conditions.param(role)} = ANY(r.visible_to)`;
  const author =
    mandateId === null
      ? 'false'
      : `(r.visible_to && ARRAY['LEAD_PROPOSER', 'COSIGNER'] AND r.proposal_id IS NOT NULL AND EXISTS (
          SELECT FROM proposals.proposal p WHERE p.tenant_id = r.tenant_id AND p.id = r.proposal_id
            AND ${ownCase(conditions.param(mandateId))}))`;
  const ways = [`(${named} OR ${author})`];
  if (UNIT_ROLES.includes(role))
    ways.push(`(r.unit_id IS NULL OR r.unit_id = ${conditions.param(unitId)}::uuid)`);
  if (PROPOSERS.includes(role))
    ways.push(`(r.mandate_id IS NULL OR r.mandate_id = ${conditions.param(mandateId)}::uuid)`);
  ways.push(`(r.proposal_id IS NULL OR EXISTS (
    SELECT FROM proposals.proposal p
    WHERE p.tenant_id = r.tenant_id AND p.id = r.proposal_id AND ${visibleCase(viewer, conditions)}))`);
  return ways.join(' AND ');
}
