import type { Scope } from '@duban/kernel/runtime';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cellStore } from '../../cells/cell.store.typeorm.js';
import { type EvaluationDatabase, evaluationDatabase, eventsOf } from '../../testing/evaluation-database.js';
import { randomCase, seeded } from '../../testing/random-case.js';
import { caseIdOf, SyntheticCase } from '../../testing/synthetic-case.js';
import { readCaseEvent } from '../case-event.js';
import { factStore } from '../fact.store.typeorm.js';
import { versionsOf } from '../fact-versions.js';
import { DEFAULT_ITEM_RULES } from '../item-rules.js';
import { foldCases } from './fold-cases.js';

let database: EvaluationDatabase;

beforeAll(async () => {
  database = await evaluationDatabase();
});
afterAll(() => database?.close());

const scope = (tenant: number): Scope => ({ tenant, tenants: [tenant], purpose: 'RELAY', actor: null });

/** Folds everything in a locality's log from a position on, in batches. */
async function fold(tenant: number, from: number, batch: number): Promise<number> {
  return database.relay.transaction(scope(tenant), 'write', async (tx) => {
    const rows = await tx.query<{ position: number; stream: string }>(
      'SELECT position, stream FROM proposals.event WHERE tenant_id = $1 AND position > $2 ORDER BY position',
      [tenant, from],
    );
    for (let at = 0; at < rows.length; at += batch) {
      await foldCases(factStore(tx), cellStore(tx), DEFAULT_ITEM_RULES, rows.slice(at, at + batch) as never);
    }
    return rows.at(-1)?.position ?? from;
  });
}

const stored = (tenant: number) =>
  database.app.transaction({ ...scope(tenant), purpose: 'CASE' }, 'read', async (tx) => ({
    cases: await tx.query('SELECT * FROM evaluation.case_fact ORDER BY case_id, valid_from'),
    assignments: await tx.query(
      'SELECT * FROM evaluation.assignment_fact ORDER BY case_id, assignment_id, valid_from',
    ),
  }));

/** Whose rows they are, and when each was heard of, is a log's own. */
const withoutTenant = (rows: Record<string, unknown>[]) =>
  rows.map(({ tenant_id: _tenant, known_from: _heard, ...row }) => row);

describe('folding a log into facts', () => {
  const next = seeded(11);
  const cases = Array.from({ length: 120 }, (_none, index) => randomCase(index + 1, 21, 1, next));
  const inOrder = eventsOf(cases);
  const shuffled = [...inOrder].sort(() => next(3) - 1);

  test('stores what the pure fold gives', async () => {
    await database.record(inOrder);
    await fold(21, 0, 1000);
    const { cases: rows, assignments } = await stored(21);
    const folded = cases.map((file) => versionsOf(file.read, DEFAULT_ITEM_RULES));
    expect(rows).toHaveLength(folded.flatMap((each) => each.versions).length);
    expect(assignments).toHaveLength(folded.flatMap((each) => each.assignments).length);
    const versions = await database.relay.transaction(scope(21), 'read', (tx) =>
      factStore(tx).versions([caseIdOf(5)]),
    );
    expect(
      [...versions]
        .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
        .map(({ caseId: _id, knownFrom: _heard, ...version }) => version),
    ).toEqual(folded[4]?.versions);
    // All of it was recorded at once.
    const [recording] = await database.relay.transaction(scope(21), 'read', (tx) =>
      tx.query<{ at: Date }>('SELECT max(recorded_at) AS at FROM proposals.event WHERE tenant_id = 21'),
    );
    expect(new Set(versions.map(({ knownFrom }) => knownFrom))).toEqual(
      new Set([recording?.at.toISOString()]),
    );
  });

  test('folding it all a second time writes the same rows, and touches none', async () => {
    const before = await stored(21);
    const ids = () =>
      database.app.transaction({ ...scope(21), purpose: 'CASE' }, 'read', (tx) =>
        tx.query('SELECT case_id, valid_from, ctid FROM evaluation.case_fact ORDER BY 1, 2'),
      );
    const places = await ids();
    await database.relay.transaction(scope(21), 'write', (tx) =>
      tx.query('DELETE FROM evaluation.folded_case WHERE tenant_id = 21'),
    );
    await fold(21, 0, 700);
    expect(await stored(21)).toEqual(before);
    expect(await ids()).toEqual(places);
  });

  test('another order of arrival and other batches give the same rows', async () => {
    await database.record(shuffled.map((event) => ({ ...event, tenant: 22 })));
    let position = 0;
    for (const batch of [1, 7, 50, 1000]) position = await fold(22, position, batch);
    const [one, other] = [await stored(21), await stored(22)];
    expect(withoutTenant(other.cases)).toEqual(withoutTenant(one.cases));
    expect(withoutTenant(other.assignments)).toEqual(withoutTenant(one.assignments));
  });

  test('event by event, as they come, ends at the same rows', async () => {
    const few = eventsOf(cases.slice(0, 15)).map((event) => ({ ...event, tenant: 23 }));
    let position = 0;
    for (const event of few) {
      await database.record([event]);
      position = await fold(23, position, 1);
    }
    const ids = new Set(cases.slice(0, 15).map(({ caseId }) => caseId));
    const { cases: all, assignments } = await stored(21);
    const mine = (rows: Record<string, unknown>[]) =>
      withoutTenant(rows.filter((row) => ids.has(row.case_id as string)));
    const { cases: rows, assignments: parts } = await stored(23);
    expect(withoutTenant(rows)).toEqual(mine(all));
    expect(withoutTenant(parts)).toEqual(mine(assignments));
  });

  test('a backdated event rewrites the versions of its own case only', async () => {
    const one = new SyntheticCase(caseIdOf(1), 24)
      .submitted('2024-01-10')
      .docketed('2024-01-15')
      .handedOver('2024-02-01');
    one.replied('2024-04-01', one.id(1), 'A', ['SOLVED']);
    const other = new SyntheticCase(caseIdOf(2), 24).submitted('2024-01-10');
    await database.record(eventsOf([one, other]));
    const position = await fold(24, 0, 1000);
    const late = new SyntheticCase(caseIdOf(1), 24).add('2024-03-01', 'contact.recorded', {
      assignmentId: one.id(1),
      phase: 'DURING',
      faceToFace: true,
    });
    await database.record(eventsOf([late]));
    await fold(24, position, 1000);
    const { cases: rows } = await stored(24);
    const contacts = rows
      .filter((row) => row.case_id === caseIdOf(1))
      .map((row) => [(row.valid_from as Date).toISOString().slice(0, 10), row.contacts]);
    expect(contacts).toEqual([
      ['2024-01-10', 0],
      ['2024-01-15', 0],
      ['2024-02-01', 0],
      ['2024-03-01', 1],
      ['2024-04-01', 1],
      ['2024-04-01', 1],
    ]);
    expect(rows.filter((row) => row.case_id === caseIdOf(2))).toHaveLength(1);
    for (const table of ['case_fact_superseded', 'assignment_fact_superseded']) {
      const superseded = await database.app.transaction({ ...scope(24), purpose: 'CASE' }, 'read', (tx) =>
        tx.query(`SELECT case_id, contacts FROM evaluation.${table} ORDER BY valid_from`),
      );
      expect(superseded).toEqual([0, 0].map((contacts) => ({ case_id: caseIdOf(1), contacts })));
    }
    expect(readCaseEvent(late.events[0]!).data.flag('faceToFace')).toBe(true);
  });
});
