import { dateInShanghai } from '@duban/kernel';
import type { Scope, Transaction } from '@duban/kernel/runtime';
import { type Cell, cellsOf, firstDifference, summed } from '../cells/cell.js';
import { checkOwnCells, checkViewCells, type Slice } from '../cells/cell-check.read.js';
import { cellOfRow } from '../cells/cell-columns.js';
import { cellWork } from '../cells/cell-work.store.typeorm.js';
import { factStore } from '../facts/fact.store.typeorm.js';
import { FOREVER, versionsOf } from '../facts/fact-versions.js';
import { DEFAULT_ITEM_RULES } from '../facts/item-rules.js';
import { type EvaluationDatabase, eventually } from './evaluation-database.js';

const SOURCES = ['units', 'proposals', 'evaluation'] as const;
const PATIENCE_MS = 600_000;
/** Cases whose histories are read at once. */
const PORTION = 500;

/** Something that is not as it should be, and where; null when all is well. */
type Wrong = Readonly<Record<string, unknown>> | null;

/** For specs: cells of a country against what lies below them, down to the events. */
export class RecountedCells {
  constructor(
    private readonly database: EvaluationDatabase,
    private readonly everybody: readonly number[],
  ) {}

  readonly scopeOf = (tenant: number): Scope => ({
    tenant,
    tenants: this.everybody,
    purpose: 'RELAY',
    actor: null,
    statementTimeoutMs: PATIENCE_MS,
  });

  /** Waits until everything that was recorded is in all cells. */
  untilAtRest(): Promise<void> {
    return eventually(async () => {
      if ((await this.behind()) > 0) return false;
      const work = cellWork(this.database.relay);
      if ((await work.unmade()).length > 0) return false;
      return (await work.views(dateInShanghai(new Date()))).length === 0;
    });
  }

  /** The first own cell that is not what its place's facts give. */
  async wrongOwn(tenants: Iterable<number>): Promise<Wrong> {
    for (const tenant of tenants) {
      const { wrong } = await this.reading(tenant, (tx) => checkOwnCells(tx));
      if (wrong) return { own: tenant, ...wrong };
    }
    return null;
  }

  /** The first sum that is not what its members' own cells give. */
  async wrongSum(tenants: Iterable<number>, slice: Slice = {}): Promise<Wrong> {
    for (const tenant of tenants) {
      const check = await this.reading(tenant, (tx) => checkViewCells(tx, slice));
      if (!check) return { sum: tenant, beingMade: true };
      if (check.wrong) return { sum: tenant, ...check.wrong };
    }
    return null;
  }

  /** The first parent whose sums are not those of its children and its own, of every dimension there is. */
  async wrongParent(parents: ReadonlyMap<number, number>, slice: Slice = {}): Promise<Wrong> {
    const above = new Set(parents.values());
    for (const node of above) {
      const children = [...parents.keys()].filter((each) => parents.get(each) === node);
      const parts = [
        await this.cells(node, 'OWN', slice),
        // A place with nothing below it is the sum of itself: there are no sums beside its own cells.
        ...(await Promise.all(
          children.map((child) => this.cells(child, above.has(child) ? 'ALL' : 'OWN', slice)),
        )),
      ];
      const together = summed(parts.flat().map((cell) => ({ cell, sign: 1 as const })));
      const wrong = firstDifference(await this.cells(node, 'ALL', slice), together);
      if (wrong) return { parent: node, ...wrong };
    }
    return null;
  }

  /** The first place with some of whose cases the facts are not what the log's events give when all are read at once. */
  async wrongFacts(cases: ReadonlyMap<string, number>): Promise<Wrong> {
    for (const [tenant, own] of Map.groupBy(cases, ([, of]) => of)) {
      const caseIds = own.map(([caseId]) => caseId);
      const wrong = await this.reading(tenant, async (tx) => {
        const stored = await inPortions(caseIds, async (some) =>
          (await factStore(tx).versions(some)).filter(({ validTo }) => validTo === FOREVER),
        );
        return firstDifference(stored, await inPortions(caseIds, (some) => factsByEvents(tx, some)));
      });
      if (wrong) return { facts: tenant, ...wrong };
    }
    return null;
  }

  /** Every case there is, with whose it is. */
  async casesOf(tenants: Iterable<number>): Promise<ReadonlyMap<string, number>> {
    const cases = new Map<string, number>();
    for (const tenant of tenants) {
      const rows = await this.reading(tenant, (tx) =>
        tx.query<{ stream: string }>('SELECT DISTINCT stream FROM proposals.event WHERE tenant_id = $1', [
          tenant,
        ]),
      );
      for (const { stream } of rows) cases.set(stream.slice('proposal:'.length), tenant);
    }
    return cases;
  }

  private reading<Of>(tenant: number, read: (tx: Transaction) => Promise<Of>): Promise<Of> {
    return this.database.relay.transaction(this.scopeOf(tenant), 'read', read);
  }

  private cells(tenant: number, part: 'OWN' | 'ALL', { year }: Slice): Promise<Cell[]> {
    return this.reading(tenant, async (tx) => {
      const rows = await tx.query(
        `SELECT * FROM evaluation.cell WHERE tenant_id = $1 AND part = $2 AND ($3::boolean OR year IS NOT DISTINCT FROM $4::int)`,
        [tenant, part, year === undefined, year ?? null],
      );
      return rows.map(cellOfRow);
    });
  }

  /** Places whose events are not all followed. */
  private async behind(): Promise<number> {
    let places = 0;
    for (const source of SOURCES) {
      const [row] = await this.database.relay.look<{ places: number }>(
        { ...this.scopeOf(1), tenants: [] },
        `SELECT count(*) AS places FROM ${source}.event_head head
         LEFT JOIN evaluation.consumer_cursor cursor ON cursor.tenant_id = head.tenant_id AND cursor.source = $1
         WHERE head.position > coalesce(cursor.position, 0)`,
        [source],
      );
      places += row?.places ?? 0;
    }
    return places;
  }
}

type Items = Parameters<typeof cellsOf>[0];

/** What cases add up to. */
async function inPortions(
  caseIds: readonly string[],
  read: (some: readonly string[]) => Promise<Items>,
): Promise<Cell[]> {
  let sums: Cell[] = [];
  for (let at = 0; at < caseIds.length; at += PORTION) {
    const more = cellsOf(await read(caseIds.slice(at, at + PORTION)));
    sums = summed([...sums, ...more].map((cell) => ({ cell, sign: 1 as const })));
  }
  return sums;
}

/** Each case folded once, from its beginning, whatever was made of it before. */
async function factsByEvents(tx: Transaction, caseIds: readonly string[]): Promise<Items> {
  const histories = await factStore(tx).histories(caseIds);
  return histories.flatMap(({ caseId, events }) => {
    const now = versionsOf(events, DEFAULT_ITEM_RULES).versions.find(({ validTo }) => validTo === FOREVER);
    return now ? [{ caseId, facts: now.facts }] : [];
  });
}
