import { encodeLocalityId, type Viewer } from '@duban/kernel';
import { newId, type Purpose, systemScope, viewerScope } from '@duban/kernel/runtime';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { submitted } from '../testing/cases-in-the-graph.js';
import { PEOPLE } from '../testing/people.js';
import { ProposalsFixture, publicId, TENANT } from '../testing/proposals.fixture.js';

const [UPPER, LOWER, STRANGER] = [999_000, 999_990, 5];
const { congress } = PEOPLE;
const officeOf = (tenant: number): Viewer => ({ ...congress, tenant });
const upper = officeOf(UPPER);
const SHOWN = `grantedCase { title body kind phase steps { title } grant { sees does from { id } } }`;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('a case granted to another locality, in the database', () => {
  let fixture: ProposalsFixture;
  beforeAll(async () => {
    fixture = await ProposalsFixture.open();
    const tree = [
      [TENANT, UPPER],
      [LOWER, TENANT],
      [LOWER, UPPER],
    ];
    for (const [tenant = 0, ancestor = 0] of tree)
      await fixture.database.transaction(systemScope(tenant), 'write', (tx) =>
        tx.query(
          'INSERT INTO proposals.process_ancestor (tenant_id, ancestor_id, depth) VALUES ($1, $2, 1)',
          [tenant, ancestor],
        ),
      );
  });
  afterAll(() => fixture?.close());

  let count = 0;
  /** A submitted case of this locality, granted; ids of the case and of the grant. */
  async function granted(to: number, also: object = {}) {
    const proposalId = await submitted(fixture, `第${count++}件`);
    fixture.now = new Date().toISOString();
    const input = { proposalId, localityId: encodeLocalityId(to), kind: 'REFER_UP', sees: 'FULL' };
    const more = { until: inDays(30), reason: '超出本级职权', ...also };
    const shown = 'proposal { grants { id } }';
    const { proposal } = await fixture.does(congress, 'grantCase', { ...input, ...more }, shown);
    return { proposalId, caseGrantId: proposal.grants[0].id as string };
  }
  const open = (viewer: Viewer, caseGrantId: string, idempotencyKey: string = newId()) =>
    fixture.tries(viewer, 'openGrantedCase', { caseGrantId, idempotencyKey }, SHOWN);
  const nothing = async () => JSON.stringify(await open(upper, publicId('casegrant', newId())));
  const rows = (viewer: Viewer, purpose: Purpose, sql: string) =>
    fixture.database.transaction(viewerScope(viewer, purpose), 'read', (tx) => tx.query(sql));
  const shownOf = async (proposalId: string) => {
    const query = `query ($id: ID!) { proposal(id: $id) { grants { revokedAt readings { role saw }
      opinions { kind text taken from { id } } } } }`;
    return (await fixture.ask(congress, query, { id: proposalId })).proposal.grants;
  };

  test('all of it, or its facts without the texts; who read it is told to the locality whose it is', async () => {
    const all = await granted(UPPER);
    const { grantedCase } = await open(upper, all.caseGrantId);
    expect(grantedCase).toMatchObject({ title: '第0件', body: '正文。', phase: 'SUBMITTED' });
    expect(grantedCase.steps.map(({ title }: { title: string }) => title)).toEqual([
      '起草',
      '提交',
      '授权其他地方',
    ]);
    const facts = await granted(UPPER, { sees: 'METADATA' });
    expect((await open(upper, facts.caseGrantId)).grantedCase).toMatchObject({
      ...{ title: '第1件', body: null, steps: null },
      grant: { sees: 'METADATA', from: { id: encodeLocalityId(TENANT) } },
    });
    expect(await shownOf(facts.proposalId)).toMatchObject([
      { readings: [{ role: 'DEPUTY_AFFAIRS_OFFICER', saw: 'METADATA' }] },
    ]);
    const log = await rows(upper, 'CASE', `SELECT type FROM proposals.event WHERE tenant_id = ${UPPER}`);
    expect(log).toEqual([{ type: 'granted_case.read' }, { type: 'granted_case.read' }]);
  });

  test('ended, foreign or never there: exactly the same bytes, and no reading is written', async () => {
    const expected = await nothing();
    expect(expected).toContain('GRANT_NOT_FOUND');
    const { proposalId, caseGrantId } = await granted(UPPER);
    for (const other of [officeOf(LOWER), officeOf(STRANGER), congress])
      expect(JSON.stringify(await open(other, caseGrantId))).toBe(expected);
    const key = newId();
    expect((await open(upper, caseGrantId, key)).grantedCase.body).toBe('正文。');
    await fixture.does(congress, 'revokeCaseGrant', { proposalId, caseGrantId, reason: '已办妥' });
    expect(JSON.stringify(await open(upper, caseGrantId))).toBe(expected);
    // Also with the key under which it was answered before.
    expect(JSON.stringify(await open(upper, caseGrantId, key))).toBe(expected);
    const [shown] = await shownOf(proposalId);
    expect([shown.readings.length, shown.revokedAt === null]).toEqual([1, false]);
  });

  test('on the day after its last it is gone, from the list too', async () => {
    const { caseGrantId } = await granted(UPPER);
    const list = `query ($id: ID!) { _entities(representations: [{ __typename: "Locality", id: $id }]) {
      ... on Locality { grantedCases { id } } } }`;
    const held = async () => {
      const asked = await fixture.ask(upper, list, { id: encodeLocalityId(UPPER) });
      return asked._entities[0].grantedCases.map(({ id }: { id: string }) => id);
    };
    expect(await held()).toContain(caseGrantId);
    await fixture.database.transaction(systemScope(TENANT), 'write', (tx) =>
      tx.query(`UPDATE proposals.case_grant SET ends_at = now() WHERE tenant_id = ${TENANT}`),
    );
    expect(await held()).toEqual([]);
    expect(JSON.stringify(await open(upper, caseGrantId))).toBe(await nothing());
  });

  test('policies: nothing outside purpose GRANT, no events where facts are granted, nobody else’s at all', async () => {
    await granted(UPPER, { sees: 'METADATA' });
    await granted(UPPER);
    const events = `SELECT DISTINCT stream FROM proposals.event WHERE tenant_id = ${TENANT}`;
    const grants = `SELECT id FROM proposals.case_grant WHERE tenant_id = ${TENANT}`;
    const cases = `SELECT id FROM proposals.proposal WHERE tenant_id = ${TENANT}`;
    const seen = async (viewer: Viewer, purpose: Purpose) => [
      (await rows(viewer, purpose, events)).length,
      (await rows(viewer, purpose, grants)).length,
      (await rows(viewer, purpose, cases)).length,
    ];
    expect(await seen(upper, 'GRANT')).toEqual([1, 2, 0]);
    expect(await seen(upper, 'CASE')).toEqual([0, 0, 0]);
    for (const other of [LOWER, STRANGER]) expect(await seen(officeOf(other), 'GRANT')).toEqual([0, 0, 0]);
  });

  test('what it may give it gives, in its own name; nothing is written in another’s', async () => {
    const { proposalId, caseGrantId } = await granted(UPPER);
    const give = {
      caseGrantId,
      kind: 'DECISION',
      text: '由两县共同办理',
      withLocalityId: encodeLocalityId(7),
    };
    await fixture.does(upper, 'giveOpinion', give, 'grant { id }');
    expect((await fixture.refuses(upper, 'giveOpinion', { ...give, kind: 'REVIEW' })).code).toBe(
      'GRANT_DOES_NOT_COVER',
    );
    expect(await shownOf(proposalId)).toMatchObject([
      { opinions: [{ kind: 'DECISION', taken: false, from: { id: encodeLocalityId(UPPER) } }] },
    ]);
    const write = (sql: string) =>
      fixture.database.transaction(viewerScope(upper, 'GRANT'), 'write', (tx) => tx.query(sql));
    const foreign = `INSERT INTO proposals.case_opinion (tenant_id, id, grant_id, owner_id, kind, text, role, given_at)
      VALUES (${TENANT}, '${newId()}', '${newId()}', 1, 'ADVICE', 'x', 'x', now())`;
    await expect(write(foreign)).rejects.toThrow();
    const longer = `UPDATE proposals.case_grant SET ends_at = 'infinity' WHERE tenant_id = ${TENANT} RETURNING id`;
    expect(await write(longer)).toEqual([]);
    // The neighbour that the level above decided on can now be granted the case; another cannot.
    const beside = {
      proposalId,
      kind: 'JOINT_HANDLING',
      sees: 'FULL',
      until: inDays(30),
      reason: '上级决定',
    };
    const to = (tenant: number) => ({ ...beside, localityId: encodeLocalityId(tenant) });
    expect((await fixture.refuses(congress, 'grantCase', to(8))).code).toBe('GRANT_NOT_IN_LINE');
    await fixture.does(congress, 'grantCase', to(7));
  });

  test('what somebody writes about a grant that is not theirs is shown to nobody', async () => {
    const { proposalId, caseGrantId } = await granted(UPPER);
    const [{ id }] = (await rows(
      congress,
      'CASE',
      `SELECT id FROM proposals.case_grant
      WHERE tenant_id = ${TENANT} ORDER BY given_at DESC, id DESC LIMIT 1`,
    )) as [{ id: string }];
    expect(publicId('casegrant', id)).toBe(caseGrantId);
    await fixture.database.transaction(systemScope(STRANGER), 'write', (tx) =>
      tx.query(`INSERT INTO proposals.case_opinion (tenant_id, id, grant_id, owner_id, kind, text, role, given_at)
        VALUES (${STRANGER}, '${newId()}', '${id}', ${TENANT}, 'ADVICE', '冒名', 'SYSTEM', now())`),
    );
    expect(await shownOf(proposalId)).toMatchObject([{ opinions: [] }]);
  });
});
