import { DEFAULT_SHARING, SHARING_SET } from '@duban/kernel';
import { type EventRow, fromRow, type Transaction } from '@duban/kernel/runtime';
import { PLACE_EVENTS } from './place-history.js';
import type { TreeStore } from './tree.store.js';

/** A number for a content, all of it: whoever sees rows of the same marks sees the same rows. */
const markOf = (content: string): string => `('x' || left(md5($1::int || ${content}), 15))::bit(60)::bigint`;

/** Reads the units service's log as its relay may, and writes this service's copy of the tree. */
export const treeStore = (tx: Transaction): TreeStore => ({
  async placeEvents() {
    const rows = await tx.query<EventRow>(
      'SELECT * FROM units.event WHERE tenant_id = $1 AND type = ANY($2) ORDER BY position',
      [tx.tenant, [...PLACE_EVENTS, SHARING_SET]],
    );
    return rows.map(fromRow);
  },
  async name({ code, name }) {
    await tx.query(
      `INSERT INTO evaluation.locality_named (tenant_id, code, name) VALUES ($1, $2, $3)
       ON CONFLICT (tenant_id) DO UPDATE SET code = excluded.code, name = excluded.name`,
      [tx.tenant, code, name],
    );
  },
  async replace({ places, edges }, known, shares = DEFAULT_SHARING) {
    await tx.query('DELETE FROM evaluation.locality_node WHERE tenant_id = $1', [tx.tenant]);
    await tx.query('DELETE FROM evaluation.locality_edge WHERE tenant_id = $1', [tx.tenant]);
    await tx.query(
      `INSERT INTO evaluation.locality_node (tenant_id, parent_id, level, ended, ratings_from, valid_from, valid_to, mark)
       SELECT $1::int, place.parent, place.level, place.ended, place."ratingsFrom", place."validFrom", place."validTo", ${markOf('place::text')}
       FROM jsonb_to_recordset($2::jsonb) AS place (parent int, level text, ended boolean, "ratingsFrom" int, "validFrom" date, "validTo" date)`,
      [tx.tenant, JSON.stringify(places)],
    );
    await tx.query(
      `INSERT INTO evaluation.locality_edge (tenant_id, ancestor_id, depth, valid_from, valid_to, shares, mark)
       SELECT $1, edge.ancestor, edge.depth, edge."validFrom", edge."validTo", $3, ${markOf('$4::text || edge::text')}
       FROM jsonb_to_recordset($2::jsonb) AS edge (ancestor int, depth int, "validFrom" date, "validTo" date)`,
      [tx.tenant, JSON.stringify(edges), shares, JSON.stringify(places)],
    );
    await tx.query('DELETE FROM evaluation.locality_known WHERE tenant_id = $1', [tx.tenant]);
    await tx.query(
      `INSERT INTO evaluation.locality_known (tenant_id, known_from, known_to, places)
       SELECT $1, known."knownFrom", known."knownTo", known.places
       FROM jsonb_to_recordset($2::jsonb) AS known ("knownFrom" timestamptz, "knownTo" timestamptz, places jsonb)`,
      [tx.tenant, JSON.stringify(known)],
    );
  },
});
