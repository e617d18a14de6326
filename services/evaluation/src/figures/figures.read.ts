import type { Transaction } from '@duban/kernel/runtime';
import { tallyCells } from '../cells/cell.read.js';
import type { Group } from '../cells/cell-question.js';
import { columnName, FACT_COLUMN_NAMES, type Facts } from '../facts/fact.js';
import type { FactDimension } from '../rollup/dimension.js';
import type { Place } from '../tree/locality-tree.js';
import { TreeCopies, type TreeMark } from '../tree/tree-copies.runtime.js';
import type { Part } from '../tree/tree-view.js';
import type { Withheld } from '../tree/withheld.js';
import type { Population } from './figure-filter.js';
import { type DaysAsked, tallyDays } from './handling-days/days.read.js';
import type { Asked, Tally } from './tally.js';
import {
  partsStatement,
  readTally,
  rulesStatement,
  type TallyRow,
  tallyStatement,
} from './tally-statement.js';

/** One way in which cases of a locality, or of a unit, got their values; as `countedBy` writes it. */
export type CountedRules = {
  readonly tenant: number;
  readonly unitId: string | null;
  readonly countedBy: string | null;
};

/** Reads of this service. What a transaction's purpose lets through is decided by row-level security. */
export type FigureReads = {
  /** Every locality the viewer may know of: own, above, below; with their histories, as known by now or at an instant. */
  places(knownAt?: string | null): Promise<readonly Place[]>;
  /** Those below that share nothing: row-level security shows nothing of them. */
  withheld(): Promise<Withheld>;
  /**
   * Those below that share which cases there are, or all of them, each with the position up to which it
   * has been heard: what it said later may be otherwise.
   */
  sharers(): Promise<ReadonlyMap<number, number>>;
  tallyCases(
    tenants: readonly number[],
    population: Population,
    asked: readonly Asked[],
    by?: readonly FactDimension[],
  ): Promise<readonly Tally[]>;
  /** Parts of localities, each by itself: what was submitted on the days it covers. */
  tallyParts(
    parts: readonly Part[],
    population: Population,
    asked: readonly Asked[],
    by?: readonly FactDimension[],
  ): Promise<readonly (readonly Tally[])[]>;
  /** The same out of sums made beforehand, a group of localities as one; null where they cannot tell. */
  tallyCells(
    groups: readonly Group[],
    population: Population,
    asked: readonly Asked[],
    by?: readonly FactDimension[],
  ): Promise<readonly Tally[] | null>;
  /** How many items of each group took how many days, divided by keys. */
  tallyDays(asked: DaysAsked): Promise<readonly (readonly Tally[])[]>;
  tallyUnits(
    tenant: number,
    unitIds: readonly string[],
    population: Population,
    asked: readonly Asked[],
  ): Promise<readonly Tally[]>;
  /** By which rules cases got their values: of localities, or of units of the own one. */
  rules(
    tenants: readonly number[],
    unitIds: readonly string[] | null,
    population: Population,
  ): Promise<readonly CountedRules[]>;
  /** Facts as they stand now, by case; of the own locality only. */
  facts(caseIds: readonly string[]): Promise<ReadonlyMap<string, Facts>>;
  /** The positions of the last events of some localities' logs that are in the facts this transaction sees, added up. */
  position(tenants: readonly number[]): Promise<number>;
  /** Position of the last event of each locality's log that is in the facts this transaction sees. */
  positions(tenants: readonly number[]): Promise<ReadonlyMap<number, number>>;
};

const FACTS = FACT_COLUMN_NAMES.map((column) => `${columnName(column)} AS "${column}"`).join(', ');

type SeenTree = { readonly places: readonly Place[]; readonly withheld: Withheld };

/** The tree cannot change within a transaction, and every figure asks for it. */
const seenIn = new WeakMap<Transaction, Promise<SeenTree>>();
const copies = new TreeCopies();

function seen(tx: Transaction): Promise<SeenTree> {
  const known = seenIn.get(tx);
  if (known) return known;
  const read = readTree(tx);
  seenIn.set(tx, read);
  return read;
}

/**
 * What is seen now, in short: everything below by the marks of its edges, itself and what is above by
 * those of their places. And who of them shares nothing.
 */
const SEEN = `
SELECT count(*)::int AS count, coalesce(sum(mark), 0)::text AS sum, ARRAY(
    SELECT DISTINCT tenant_id FROM evaluation.locality_edge
    WHERE ancestor_id = $1 AND shares <> 'COUNTS' AND shares = 'NONE') AS withheld
FROM (SELECT mark FROM evaluation.locality_edge WHERE ancestor_id = $1
  UNION ALL SELECT mark FROM evaluation.locality_node WHERE tenant_id = $1
  UNION ALL SELECT node.mark FROM evaluation.locality_edge above
    JOIN evaluation.locality_node node ON node.tenant_id = above.ancestor_id WHERE above.tenant_id = $1) marks`;

/** Those that the marks are of. */
const PLACES = `
SELECT tenant_id AS tenant, parent_id AS parent, level, ended, ratings_from AS "ratingsFrom",
  valid_from AS "validFrom", valid_to AS "validTo"
FROM evaluation.locality_node WHERE tenant_id = $1
  OR tenant_id = ANY (ARRAY(SELECT tenant_id FROM evaluation.locality_edge WHERE ancestor_id = $1))
  OR tenant_id = ANY (ARRAY(SELECT ancestor_id FROM evaluation.locality_edge WHERE tenant_id = $1))
ORDER BY tenant_id, valid_from`;

async function readTree(tx: Transaction): Promise<SeenTree> {
  const [seen] = await tx.query<TreeMark & { withheld: number[] }>(SEEN, [tx.tenant]);
  const { withheld: unshared, ...mark } = seen ?? { count: 0, sum: '0', withheld: [] };
  const withheld = new Set(unshared);
  const copy = copies.of(tx.tenant);
  if (copy?.mark.count === mark.count && copy.mark.sum === mark.sum) return { withheld, places: copy.places };
  const read = await tx.query<Place>(PLACES, [tx.tenant]);
  // Mark and places belong together only where both were read in one snapshot.
  return { withheld, places: tx.mode === 'read' ? copies.keep(tx.tenant, mark, read) : read };
}

const placesKnownAt = async (tx: Transaction, knownAt: string): Promise<readonly Place[]> => {
  const rows = await tx.query<{ places: readonly Place[] }>(
    `SELECT places FROM evaluation.locality_known
     WHERE known_from <= $1::timestamptz AND known_to > $1::timestamptz ORDER BY tenant_id`,
    [knownAt],
  );
  return rows.flatMap((row) => row.places);
};

export const figureReads = (tx: Transaction): FigureReads => ({
  places: async (knownAt = null) => (knownAt === null ? (await seen(tx)).places : placesKnownAt(tx, knownAt)),
  withheld: async () => (await seen(tx)).withheld,
  async sharers() {
    const rows = await tx.query<{ tenant: number; position: number }>(
      `SELECT DISTINCT edge.tenant_id AS tenant, coalesce(heard.position, 0) AS position
       FROM evaluation.locality_edge edge
       LEFT JOIN evaluation.consumer_cursor heard ON heard.tenant_id = edge.tenant_id AND heard.source = 'units'
       WHERE edge.ancestor_id = $1 AND edge.shares <> 'COUNTS' AND edge.shares IN ('METADATA', 'FULL')`,
      [tx.tenant],
    );
    return new Map(rows.map(({ tenant, position }) => [tenant, position]));
  },
  tallyCases: (tenants, population, asked, by) =>
    tally(tx, 'case_fact', tenants, null, population, asked, by),
  async tallyParts(parts, population, asked, by = []) {
    const table = { schema: tx.schema, name: 'case_fact' } as const;
    const { sql, params } = partsStatement(table, parts, population, asked, by);
    const rows = await tx.query<TallyRow>(sql, params);
    const byPart = Map.groupBy(rows, ({ part }) => Number(part) - 1);
    return parts.map((_part, at) => (byPart.get(at) ?? []).map((row) => readTally(row, asked, by.length)));
  },
  tallyCells: (groups, population, asked, by = []) => tallyCells(tx, groups, population, asked, by),
  tallyDays: (asked) => tallyDays(tx, asked),
  tallyUnits: (tenant, unitIds, population, asked) =>
    tally(tx, 'assignment_fact', [tenant], unitIds, population, asked),
  rules(tenants, unitIds, population) {
    const name = unitIds === null ? 'case_fact' : 'assignment_fact';
    const { sql, params } = rulesStatement({ schema: tx.schema, name }, tenants, unitIds, population);
    return tx.query<CountedRules>(sql, params);
  },
  async facts(caseIds) {
    const rows = await tx.query<Facts & { caseId: string }>(
      `SELECT case_id AS "caseId", ${FACTS} FROM evaluation.case_fact
       WHERE tenant_id = $1 AND case_id = ANY($2::uuid[]) AND valid_to = 'infinity'`,
      [tx.tenant, caseIds],
    );
    return new Map(rows.map(({ caseId, ...facts }) => [caseId, facts]));
  },
  async position(tenants) {
    const [row] = await tx.query<{ position: number }>(
      `SELECT coalesce(sum(position), 0)::bigint AS position FROM evaluation.consumer_cursor
       WHERE source = 'proposals' AND tenant_id = ANY($1::int[])`,
      [tenants],
    );
    return row?.position ?? 0;
  },
  async positions(tenants) {
    const rows = await tx.query<{ tenant: number; position: number }>(
      `SELECT tenant_id AS tenant, position FROM evaluation.consumer_cursor
       WHERE source = 'proposals' AND tenant_id = ANY($1::int[])`,
      [tenants],
    );
    return new Map(rows.map(({ tenant, position }) => [tenant, position]));
  },
});

async function tally(
  tx: Transaction,
  table: 'case_fact' | 'assignment_fact',
  tenants: readonly number[],
  unitIds: readonly string[] | null,
  population: Population,
  asked: readonly Asked[],
  by: readonly FactDimension[] = [],
): Promise<Tally[]> {
  const { sql, params } = tallyStatement(
    { schema: tx.schema, name: table },
    tenants,
    unitIds,
    population,
    asked,
    by,
  );
  const rows = await tx.query<TallyRow>(sql, params);
  return rows.map((row) => readTally(row, asked, by.length));
}
