import { SHARING_SET, type Shared } from '@duban/kernel';
import type { Transaction } from '@duban/kernel/runtime';
import type {
  Attached,
  CategoryFacts,
  LocalityEvent,
  LocalityFacts,
  OrganFacts,
  Succeeded,
} from './events.js';
import { FOREVER } from './tree.js';

/** The tables that follow from a locality's events. Call it in the transaction that appends them. */
export async function applyLocalityEvents(tx: Transaction, events: readonly LocalityEvent[]): Promise<void> {
  for (const event of events) {
    switch (event.type) {
      case 'locality.registered':
      case 'locality.amended':
        await writeFacts(tx, event.payload);
        break;
      case 'locality.attached':
        await writeAttachment(tx, event.payload);
        break;
      case 'locality.succeeded':
        await writeSuccession(tx, event.payload);
        break;
      case 'locality.organs_listed':
        await writeOrgans(tx, event.payload.organs);
        break;
      case 'locality.categories_listed':
        await writeCategories(tx, event.payload.categories);
        break;
      case 'locality.roles_named':
        await writeRoleNames(tx, event.payload.roles);
        break;
      case SHARING_SET:
        await writeSharing(tx, event.payload);
    }
  }
  await tx.query('UPDATE units.locality SET version = version + $2 WHERE tenant_id = $1', [
    tx.tenant,
    events.length,
  ]);
}

async function writeFacts(tx: Transaction, facts: LocalityFacts): Promise<void> {
  const until = facts.validTo ?? FOREVER;
  await tx.query(
    `INSERT INTO units.locality (tenant_id, code, level, valid_from, valid_to, version) VALUES ($1, $2, $3, $4, $5, 0)
     ON CONFLICT (tenant_id) DO UPDATE SET code = excluded.code, level = excluded.level,
       valid_from = excluded.valid_from, valid_to = excluded.valid_to`,
    [tx.tenant, facts.code, facts.level, facts.validFrom, until],
  );
  await tx.query('DELETE FROM units.locality_name WHERE tenant_id = $1', [tx.tenant]);
  await tx.query(
    `INSERT INTO units.locality_name (tenant_id, language, name) SELECT $1, * FROM unnest($2::text[], $3::text[])`,
    [tx.tenant, Object.keys(facts.names), Object.values(facts.names)],
  );
  await tx.query('DELETE FROM units.locality_edge WHERE tenant_id = $1 AND depth = 0', [tx.tenant]);
  await tx.query(
    `INSERT INTO units.locality_edge (tenant_id, ancestor_id, depth, valid_from, valid_to) VALUES ($1, $1, 0, $2, $3)`,
    [tx.tenant, facts.validFrom, until],
  );
  await writeSuccessors(tx, facts.successors ?? []);
}

async function writeSuccessors(tx: Transaction, successors: readonly number[]): Promise<void> {
  await tx.query('DELETE FROM units.locality_successor WHERE tenant_id = $1', [tx.tenant]);
  await tx.query(
    'INSERT INTO units.locality_successor (tenant_id, successor_id) SELECT DISTINCT $1::int, * FROM unnest($2::int[])',
    [tx.tenant, successors],
  );
}

/** Replaces what was said about the days from `validFrom` on. A span that goes on unbroken stays one row. */
async function writeAttachment(tx: Transaction, attached: Attached): Promise<void> {
  const { validFrom, validTo, ancestors, parent } = attached;
  const until = validTo ?? FOREVER;
  for (const table of ['locality_edge', 'locality_parent']) {
    const mine = table === 'locality_edge' ? 'tenant_id = $1 AND depth > 0' : 'tenant_id = $1';
    await tx.query(`DELETE FROM units.${table} WHERE ${mine} AND valid_from >= $2`, [tx.tenant, validFrom]);
    await tx.query(`UPDATE units.${table} SET valid_to = $2 WHERE ${mine} AND valid_to > $2`, [
      tx.tenant,
      validFrom,
    ]);
  }
  const numbers = ancestors.map(({ number }) => number);
  const depths = ancestors.map(({ depth }) => depth);
  const continued = await tx.query<{ ancestor: number; depth: number }>(
    `UPDATE units.locality_edge SET valid_to = $3
     WHERE tenant_id = $1 AND valid_to = $2 AND (ancestor_id, depth) IN (SELECT * FROM unnest($4::int[], $5::smallint[]))
     RETURNING ancestor_id AS ancestor, depth`,
    [tx.tenant, validFrom, until, numbers, depths],
  );
  const fresh = ancestors.filter(
    ({ number, depth }) => !continued.some((edge) => edge.ancestor === number && edge.depth === depth),
  );
  await tx.query(
    `INSERT INTO units.locality_edge (tenant_id, ancestor_id, depth, valid_from, valid_to)
     SELECT $1, ancestor, depth, $2, $3 FROM unnest($4::int[], $5::smallint[]) AS above (ancestor, depth)`,
    [tx.tenant, validFrom, until, fresh.map(({ number }) => number), fresh.map(({ depth }) => depth)],
  );
  const [same] = await tx.query(
    `UPDATE units.locality_parent SET valid_to = $3 WHERE tenant_id = $1 AND valid_to = $2 AND parent_id = $4 RETURNING parent_id`,
    [tx.tenant, validFrom, until, parent],
  );
  if (same) return;
  await tx.query(
    `INSERT INTO units.locality_parent (tenant_id, parent_id, valid_from, valid_to) VALUES ($1, $2, $3, $4)`,
    [tx.tenant, parent, validFrom, until],
  );
}

/** Those who count what an ended locality has left may know of it; it stands below nobody. */
async function writeSuccession(tx: Transaction, { validFrom, validTo, ancestors }: Succeeded): Promise<void> {
  const mine = 'tenant_id = $1 AND depth > 0';
  await tx.query(`DELETE FROM units.locality_edge WHERE ${mine} AND valid_from >= $2`, [
    tx.tenant,
    validFrom,
  ]);
  await tx.query(`UPDATE units.locality_edge SET valid_to = $2 WHERE ${mine} AND valid_to > $2`, [
    tx.tenant,
    validFrom,
  ]);
  await tx.query(
    `INSERT INTO units.locality_edge (tenant_id, ancestor_id, depth, valid_from, valid_to)
     SELECT $1, ancestor, depth, $2, $3 FROM unnest($4::int[], $5::smallint[]) AS above (ancestor, depth)`,
    [
      tx.tenant,
      validFrom,
      validTo ?? FOREVER,
      ancestors.map(({ number }) => number),
      ancestors.map(({ depth }) => depth),
    ],
  );
}

/** What is no longer listed stays for the cases that name it. */
async function writeOrgans(tx: Transaction, organs: readonly OrganFacts[]): Promise<void> {
  await tx.query('UPDATE units.organ SET listed = false WHERE tenant_id = $1', [tx.tenant]);
  await tx.query(
    `INSERT INTO units.organ (tenant_id, id, code, kind, name, short_name, ordinal, listed)
     SELECT $1, organ.*, true
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[]) WITH ORDINALITY AS organ
     ON CONFLICT (tenant_id, id) DO UPDATE SET kind = excluded.kind, name = excluded.name,
       short_name = excluded.short_name, ordinal = excluded.ordinal, listed = true`,
    [
      tx.tenant,
      organs.map(({ organId }) => organId),
      organs.map(({ code }) => code),
      organs.map(({ kind }) => kind),
      organs.map(({ name }) => name),
      organs.map(({ shortName }) => shortName),
    ],
  );
}

async function writeCategories(tx: Transaction, categories: readonly CategoryFacts[]): Promise<void> {
  await tx.query('UPDATE units.category SET listed = false WHERE tenant_id = $1', [tx.tenant]);
  await tx.query(
    `INSERT INTO units.category (tenant_id, id, code, name, parent_id, leaf, canonical, ordinal, listed)
     SELECT $1, category.*, true
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::boolean[], $7::text[]) WITH ORDINALITY AS category
     ON CONFLICT (tenant_id, id) DO UPDATE SET name = excluded.name, parent_id = excluded.parent_id,
       leaf = excluded.leaf, canonical = excluded.canonical, ordinal = excluded.ordinal, listed = true`,
    [
      tx.tenant,
      categories.map(({ categoryId }) => categoryId),
      categories.map(({ code }) => code),
      categories.map(({ name }) => name),
      categories.map(({ parentId }) => parentId),
      categories.map(({ leaf }) => leaf),
      categories.map(({ canonical }) => canonical),
    ],
  );
}

async function writeRoleNames(tx: Transaction, roles: Readonly<Record<string, object>>): Promise<void> {
  await tx.query(
    `INSERT INTO units.role_name (tenant_id, role, names) SELECT $1, * FROM unnest($2::text[], $3::jsonb[])
     ON CONFLICT (tenant_id, role) DO UPDATE SET names = excluded.names`,
    [tx.tenant, Object.keys(roles), Object.values(roles).map((names) => JSON.stringify(names))],
  );
}

/** What was said before stays as it was. */
async function writeSharing(tx: Transaction, { level, reason }: Shared): Promise<void> {
  await tx.query(
    `INSERT INTO units.locality_sharing (tenant_id, ordinal, level, reason, role, set_at)
     SELECT $1, coalesce(max(ordinal), 0) + 1, $2, $3, $4, $5 FROM units.locality_sharing WHERE tenant_id = $1`,
    [tx.tenant, level, reason, tx.viewer?.role ?? 'SYSTEM', tx.recordedAt],
  );
}
