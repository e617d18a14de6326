import { dateInShanghai } from '@duban/kernel';
import type { Transaction } from '@duban/kernel/runtime';
import type { MandateFact, UnitFact } from '../case/context.js';

type Span = { id: string; active: boolean };
type UnitRow = Span & { system: string | null; liaison: string | null };
const ACTIVE = `(active_from IS NULL OR active_from <= $3::date) AND (active_to IS NULL OR active_to >= $3::date)`;

export async function unitFacts(
  tx: Transaction,
  ids: readonly string[],
  at: string,
): Promise<ReadonlyMap<string, UnitFact>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<UnitRow>(
    `SELECT u.id, u.system, o.code AS liaison, ${ACTIVE} AS active FROM proposals.unit_directory u
     LEFT JOIN proposals.organ_directory o ON o.tenant_id = u.tenant_id AND o.id = u.liaison_organ_id
     WHERE u.tenant_id = $1 AND u.id = ANY($2::uuid[]) AND u.handling`,
    [tx.tenant, ids, dateInShanghai(at)],
  );
  return new Map(
    rows.map(({ id, active, system, liaison }) => [id, { active, system, liaisonCommittee: liaison }]),
  );
}

export async function mandateFacts(
  tx: Transaction,
  ids: readonly string[],
  at: string,
): Promise<ReadonlyMap<string, MandateFact>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<Span & { kind: MandateFact['kind'] }>(
    `SELECT id, kind, ${ACTIVE} AND (suspended_on IS NULL OR suspended_on > $3::date) AS active
     FROM proposals.mandate_directory WHERE tenant_id = $1 AND id = ANY($2::uuid[])`,
    [tx.tenant, ids, dateInShanghai(at)],
  );
  return new Map(rows.map(({ id, kind, active }) => [id, { kind, active }]));
}

export async function knownPersons(tx: Transaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.query<{ id: string }>(
    'SELECT id FROM proposals.person_directory WHERE tenant_id = $1 AND id = ANY($2::uuid[])',
    [tx.tenant, ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Those of the ids that are cases of the locality. */
export async function knownCases(tx: Transaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.query<{ id: string }>(
    'SELECT id FROM proposals.proposal WHERE tenant_id = $1 AND id = ANY($2::uuid[])',
    [tx.tenant, ids],
  );
  return new Set(rows.map(({ id }) => id));
}
