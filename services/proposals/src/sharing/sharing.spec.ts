import {
  encodeLocalityId,
  type RecordedEvent,
  SHARING_SET,
  type SharingLevel,
  type Viewer,
} from '@duban/kernel';
import { newId, type Purpose, systemScope, viewerScope } from '@duban/kernel/runtime';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { followSharing } from '../follow-directories/sharing-directory.store.js';
import { submitted } from '../testing/cases-in-the-graph.js';
import { PEOPLE } from '../testing/people.js';
import { ProposalsFixture, publicId, TENANT } from '../testing/proposals.fixture.js';

const [UPPER, LOWER, STRANGER] = [999_000, 999_990, 5];
const { congress } = PEOPLE;
const officeOf = (tenant: number, role: Viewer['role'] = congress.role): Viewer => ({
  ...congress,
  tenant,
  role,
});
const upper = officeOf(UPPER);
const SHOWN = 'openedCase { id title body kind phase locality { id } replies { body } }';

describe('a case of a locality that shares all it has', () => {
  let fixture: ProposalsFixture;
  let proposalId: string;
  beforeAll(async () => {
    fixture = await ProposalsFixture.open();
    for (const [tenant = 0, ancestor = 0] of [
      [TENANT, UPPER],
      [LOWER, TENANT],
      [LOWER, UPPER],
    ])
      await fixture.database.transaction(systemScope(tenant), 'write', (tx) =>
        tx.query(
          'INSERT INTO proposals.process_ancestor (tenant_id, ancestor_id, depth) VALUES ($1, $2, 1)',
          [tenant, ancestor],
        ),
      );
    proposalId = await submitted(fixture, '共享件');
  });
  afterAll(() => fixture?.close());

  const shares = (level: SharingLevel) =>
    fixture.relay.transaction(systemScope(TENANT, 'RELAY'), 'write', (tx) =>
      followSharing(tx, { type: SHARING_SET, payload: { level, reason: '…' } } as unknown as RecordedEvent),
    );
  const open = (viewer: Viewer, id = proposalId, idempotencyKey: string = newId()) =>
    fixture.tries(viewer, 'openSharedCase', { proposalId: id, idempotencyKey }, SHOWN);
  const rows = (viewer: Viewer, purpose: Purpose, sql: string) =>
    fixture.database.transaction(viewerScope(viewer, purpose), 'read', (tx) => tx.query(sql));
  const openings = async () => {
    const query = `query ($id: ID!) { _entities(representations: [{ __typename: "Locality", id: $id }]) {
      ... on Locality { caseOpenings { totalCount nodes { role proposalId reader { id } } } } } }`;
    return (await fixture.ask(congress, query, { id: encodeLocalityId(TENANT) }))._entities[0].caseOpenings;
  };

  test('is opened from above, and that is told to the locality; to nobody else is it there', async () => {
    const nothing = JSON.stringify(await open(upper, publicId('proposal', newId())));
    expect(nothing).toContain('SHARED_CASE_NOT_FOUND');
    for (const level of ['COUNTS', 'METADATA', 'NONE'] as const) {
      await shares(level);
      expect([level, JSON.stringify(await open(upper))]).toEqual([level, nothing]);
    }
    await shares('FULL');
    const { openedCase } = await open(upper);
    expect(openedCase).toMatchObject({
      ...{ id: proposalId, title: '共享件', body: '正文。', phase: 'SUBMITTED', replies: [] },
      locality: { id: encodeLocalityId(TENANT) },
    });
    for (const other of [officeOf(LOWER), officeOf(STRANGER), congress])
      expect(JSON.stringify(await open(other))).toBe(nothing);
    expect(await open(officeOf(UPPER, 'DEPUTY'))).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
    expect(await openings()).toEqual({
      totalCount: 1,
      nodes: [{ role: 'DEPUTY_AFFAIRS_OFFICER', proposalId, reader: { id: encodeLocalityId(UPPER) } }],
    });
    expect(await rows(upper, 'CASE', `SELECT type FROM proposals.event WHERE tenant_id = ${UPPER}`)).toEqual([
      { type: 'shared_case.opened' },
    ]);
  });

  test('is gone once its locality shares less, with the key of before as well; the reading stays', async () => {
    await shares('FULL');
    const key = newId();
    expect((await open(upper, proposalId, key)).openedCase.title).toBe('共享件');
    const { totalCount } = await openings();
    await shares('METADATA');
    for (const again of [key, newId()])
      expect(await open(upper, proposalId, again)).toMatchObject({ code: 'SHARED_CASE_NOT_FOUND' });
    expect((await openings()).totalCount).toBe(totalCount);
  });

  test('policies: texts for purpose SHARED alone, and only where all is shared; tallies not where nothing is', async () => {
    const cases = `SELECT id FROM proposals.proposal WHERE tenant_id = ${TENANT}`;
    const tallies = `SELECT open FROM proposals.warning_tally WHERE tenant_id = ${TENANT}`;
    await fixture.database.transaction(systemScope(TENANT), 'write', (tx) =>
      tx.query(`INSERT INTO proposals.warning_tally VALUES (${TENANT}, 'W01', 'YELLOW', 3)`),
    );
    const seen: Record<string, number[]> = {};
    for (const level of ['NONE', 'COUNTS', 'METADATA', 'FULL'] as const) {
      await shares(level);
      seen[level] = [
        (await rows(upper, 'SHARED', cases)).length,
        (await rows(upper, 'COUNTS', tallies)).length,
      ];
      expect(await rows(upper, 'CASE', cases)).toEqual([]);
      expect(await rows(officeOf(LOWER), 'SHARED', cases)).toEqual([]);
      expect(await rows(officeOf(STRANGER), 'SHARED', cases)).toEqual([]);
    }
    expect(seen).toEqual({ NONE: [0, 0], COUNTS: [0, 1], METADATA: [0, 1], FULL: [1, 1] });
  });

  test('what somebody writes who is not above is shown to nobody', async () => {
    const { totalCount } = await openings();
    await fixture.database.transaction(systemScope(STRANGER), 'write', (tx) =>
      tx.query(`INSERT INTO proposals.case_opening (tenant_id, id, owner_id, proposal_id, role, opened_at)
        VALUES (${STRANGER}, '${newId()}', ${TENANT}, '${newId()}', 'SYSTEM', now())`),
    );
    expect((await openings()).totalCount).toBe(totalCount);
  });
});
