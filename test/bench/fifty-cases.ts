import { encodeId } from '@duban/kernel';
import { ByHand } from './by-hand.js';
import type { World } from './world.js';

/** What a page of the case list shows, as a frontend would ask for it. */
export const FIFTY_CASES = `{
  proposals(first: 50) {
    nodes {
      id caseNumber title phase dueOn
      leadProposer { id delegation person { name } }
      assignments { id role round phase unit { id name shortName } }
      latestFeedback { id axis level canonicalLevel givenAt }
    }
  }
}`;

/** The same by hand, in one statement: what the office of the congress may see of its own locality. */
const STATEMENT = `
SELECT p.id, p.case_number, p.title, p.phase, p.due_on::text, m.id AS mandate_id, m.delegation, person.name, a.assignments, f.feedback
FROM (
  SELECT * FROM proposals.proposal
  WHERE tenant_id = $1 AND (submitted_at IS NOT NULL OR source <> 'ONLINE')
  ORDER BY changed_at DESC, id DESC LIMIT 50
) p
JOIN people.mandate m ON m.tenant_id = p.tenant_id AND m.id = p.lead_mandate_id
JOIN people.person person ON person.tenant_id = m.tenant_id AND person.id = m.person_id
LEFT JOIN LATERAL (
  SELECT json_agg(json_build_object('id', a.id, 'role', a.role, 'round', a.round, 'phase', a.phase,
    'unitId', u.id, 'name', u.name, 'shortName', u.short_name) ORDER BY a.round, a.handed_over_at, a.id) AS assignments
  FROM proposals.assignment a JOIN units.unit u ON u.tenant_id = a.tenant_id AND u.id = a.unit_id
  WHERE a.tenant_id = p.tenant_id AND a.proposal_id = p.id
) a ON true
LEFT JOIN LATERAL (
  SELECT json_agg(json_build_object('id', f.id, 'axis', f.axis, 'level', f.level,
    'canonicalLevel', f.canonical_level, 'givenAt', f.given_at) ORDER BY f.axis) AS feedback
  FROM proposals.feedback f
  WHERE f.tenant_id = p.tenant_id AND f.proposal_id = p.id AND f.form_id = (
    SELECT l.form_id FROM proposals.feedback l WHERE l.tenant_id = p.tenant_id AND l.proposal_id = p.id
    ORDER BY l.round DESC, l.given_at DESC, l.id DESC LIMIT 1)
) f ON true
ORDER BY p.changed_at DESC, p.id DESC`;

/** The hand-written statement, as a role that has what the three services' app roles have. */
export const fiftyByHand = (world: World, tenant: number): Promise<ByHand<Row>> =>
  ByHand.open(world, tenant, { services: ['units', 'people', 'proposals'], statement: STATEMENT });

export type Row = Readonly<Record<'id' | 'case_number' | 'title' | 'phase' | 'due_on', string>> &
  Readonly<Record<'mandate_id' | 'delegation' | 'name', string>> & {
    readonly assignments: readonly Readonly<Record<string, string>>[] | null;
    readonly feedback: readonly Readonly<Record<string, string>>[] | null;
  };

/** The rows in the shape of the graph's answer, to compare the two field by field. */
export const asNodes = (rows: readonly Row[], tenant: number): unknown[] => {
  const publicId = (kind: string, id = '') => encodeId({ kind, tenant, id });
  return rows.map((row) => ({
    id: publicId('proposal', row.id),
    caseNumber: row.case_number,
    title: row.title,
    phase: row.phase,
    dueOn: row.due_on,
    leadProposer: {
      id: publicId('mandate', row.mandate_id),
      delegation: row.delegation,
      person: { name: row.name },
    },
    assignments: (row.assignments ?? []).map(({ id, role, round, phase, unitId, name, shortName }) => ({
      id: publicId('assignment', id),
      role,
      round,
      phase,
      unit: { id: publicId('unit', unitId), name, shortName },
    })),
    latestFeedback: (row.feedback ?? []).map(({ id, axis, level, canonicalLevel, givenAt = '' }) => ({
      id: publicId('feedback', id),
      axis,
      level,
      canonicalLevel,
      givenAt: new Date(givenAt).toISOString(),
    })),
  }));
};
