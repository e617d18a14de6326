import { encodeLocalityId } from '@duban/kernel';
import { createLog, systemScope } from '@duban/kernel/runtime';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { handedOver } from '../../testing/cases-in-the-graph.js';
import { PEOPLE, viewerAs } from '../../testing/people.js';
import { ProposalsFixture, TENANT } from '../../testing/proposals.fixture.js';
import { dependencies } from '../../wiring.js';
import { startTimedWork } from '../timed-work.relay.js';

const { congress, government, transport, water, lead } = PEOPLE;
let fixture: ProposalsFixture;
let caseId: string;
beforeAll(async () => {
  fixture = await ProposalsFixture.open();
  caseId = (await handedOver(fixture, '关于路灯的建议')).id;
  fixture.at('2026-02-12');
});
afterAll(() => fixture?.close());

async function look(): Promise<void> {
  const { database, relay } = fixture;
  const clock = () => fixture.now;
  const log = createLog('warnings test', 'silent');
  const work = startTimedWork({ database, relay, deps: dependencies(clock), clock, log, everyMs: 60_000 });
  while ((await work.look()) > 0);
  await work.stop();
}

const SHOWN = 'id code level title since raisedAt resolvedAt recipients explanation';
const onCase = async (viewer = congress, resolved = false) =>
  (
    await fixture.ask(
      viewer,
      `query ($id: ID!) { proposal(id: $id) { warnings(resolved: ${resolved}) { ${SHOWN} } } }`,
      {
        id: caseId,
      },
    )
  ).proposal.warnings;
const inLocality = async (viewer: typeof congress, field: string, number = TENANT) => {
  const id = encodeLocalityId(number);
  const query = `query ($id: ID!) { _entities(representations: [{ __typename: "Locality", id: $id }]) { ... on Locality { ${field} } } }`;
  return fixture.execute(viewer, query, { id });
};
const rows = async (viewer = congress, args = '(first: 10)') => {
  const { data, errors } = await inLocality(
    viewer,
    `warnings${args} { totalCount nodes { code level unitId } }`,
  );
  if (errors) throw errors[0];
  return JSON.parse(JSON.stringify(data))._entities[0].warnings;
};

describe('warnings in the graph', () => {
  test('hold before they are recorded, and then are the same ones', async () => {
    const [warning] = await onCase();
    expect(warning).toMatchObject({ code: 'W01', level: 'YELLOW', since: '2026-02-12', raisedAt: null });
    expect(warning.explanation).toBe(
      '黄色预警：逾期未签收。签收截至 2026-02-11（规则“acknowledge”）；自 2026-02-12 起（规则“not-acknowledged”，W01）。',
    );
    await look();
    const [recorded] = await onCase();
    expect(recorded).toEqual({ ...warning, raisedAt: expect.any(String) });
  });

  test('are listed, filtered, and shown to whom they concern', async () => {
    const { totalCount, nodes } = await rows();
    expect({ totalCount, nodes }).toMatchObject({ totalCount: 1, nodes: [{ code: 'W01', level: 'YELLOW' }] });
    expect((await rows(transport)).totalCount).toBe(1);
    expect((await rows(water)).totalCount).toBe(0);
    expect((await rows(lead)).totalCount).toBe(0);
    expect((await rows(congress, '(first: 10, filter: { levels: [RED] })')).totalCount).toBe(0);
    const other = await inLocality(congress, 'warnings(first: 1) { totalCount }', 888_888);
    expect(other.errors?.[0]?.extensions.code).toBe('NOT_GRANTED');
  });

  test('are counted by code and level for the own locality; others are not granted, readers of cases not told', async () => {
    const counted = async (viewer = congress, number = TENANT) =>
      inLocality(viewer, 'warningCounts { locality { id } code level open }', number);
    const { data } = await counted();
    expect(JSON.parse(JSON.stringify(data))._entities[0].warningCounts).toMatchObject([
      { code: 'W01', level: 'YELLOW', open: 1 },
    ]);
    expect((await counted(congress, 888_888)).errors?.[0]?.extensions.code).toBe('NOT_GRANTED');
    expect((await counted(lead)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('of those below an upper level sees counts, and no warning', async () => {
    const above = 888_000;
    await fixture.database.transaction(systemScope(TENANT), 'write', (tx) =>
      tx.query('INSERT INTO proposals.process_ancestor (tenant_id, ancestor_id, depth) VALUES ($1, $2, 1)', [
        TENANT,
        above,
      ]),
    );
    const analyst = viewerAs('UPPER_TENANT_ANALYST', { tenant: above });
    const { data } = await inLocality(analyst, 'warningCounts { code open }', TENANT);
    expect(JSON.parse(JSON.stringify(data))._entities[0].warningCounts).toEqual([{ code: 'W01', open: 1 }]);
    const list = await inLocality(
      viewerAs('TENANT_ADMIN', { tenant: above }),
      'warnings(first: 1) { totalCount }',
      TENANT,
    );
    expect(list.errors?.[0]?.extensions.code).toBe('NOT_GRANTED');
    const [raw] = await fixture.database.transaction(
      { tenant: above, tenants: [above], purpose: 'COUNTS', actor: null },
      'read',
      (tx) => tx.query<{ count: number }>('SELECT count(*)::int AS count FROM proposals.warning'),
    );
    expect(raw?.count).toBe(0);
  });

  test('are acknowledged by whom they were told to, once, with a note', async () => {
    const [{ id: warningId }] = await onCase();
    const shown = 'warning { level acknowledgedBy acknowledgement mayAcknowledge resolvedAt }';
    const acknowledge = (viewer: typeof congress, note = '已督促') =>
      fixture.does(viewer, 'acknowledgeWarning', { warningId, note }, shown);
    const may = async (viewer: typeof congress) => {
      const query = 'query ($id: ID!) { proposal(id: $id) { warnings { mayAcknowledge } } }';
      return (await fixture.ask(viewer, query, { id: caseId })).proposal.warnings;
    };
    expect(await may(congress)).toEqual([{ mayAcknowledge: false }]);
    expect(await may(transport)).toEqual([{ mayAcknowledge: true }]);
    await expect(acknowledge(congress)).rejects.toThrow('WARNING_NOT_YOURS');
    await expect(acknowledge(water)).rejects.toThrow('WARNING_NOT_FOUND');
    await expect(acknowledge(lead)).rejects.toThrow('WARNING_NOT_FOUND');
    await expect(acknowledge(transport, '事'.repeat(2001))).rejects.toThrow('TEXT_TOO_LONG');
    expect(await acknowledge(transport)).toEqual({
      warning: {
        ...{ level: 'YELLOW', acknowledgedBy: 'UNIT_HEAD', acknowledgement: '已督促' },
        ...{ mayAcknowledge: false, resolvedAt: null },
      },
    });
    await expect(acknowledge(government)).rejects.toThrow('WARNING_ACKNOWLEDGED');
    expect((await onCase()).length).toBe(1);
  });

  test('what is over is shown when asked for, and counted no more', async () => {
    const shown = await fixture.ask(
      congress,
      'query ($id: ID!) { proposal(id: $id) { assignments { id } } }',
      { id: caseId },
    );
    const [{ id: assignmentId }] = shown.proposal.assignments;
    await fixture.does(transport, 'acknowledgeAssignment', { assignmentId });
    expect(await onCase()).toEqual([]);
    await look();
    expect(await onCase(congress, true)).toMatchObject([{ code: 'W01', resolvedAt: expect.any(String) }]);
    expect((await rows()).totalCount).toBe(0);
    expect((await rows(congress, '(first: 10, filter: { resolved: true })')).totalCount).toBe(1);
    const { data } = await inLocality(congress, 'warningCounts { open }');
    expect(JSON.parse(JSON.stringify(data))._entities[0].warningCounts).toEqual([]);
  });
});
