import { systemScope } from '@duban/kernel/runtime';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { contactOn, handedOver } from '../testing/cases-in-the-graph.js';
import { PEOPLE, UNITS } from '../testing/people.js';
import { ProposalsFixture, TENANT } from '../testing/proposals.fixture.js';
import { clearanceOf } from './register-counts.js';
import { talliedRegisters, tallyUncounted } from './register-tally.store.js';

test.each([
  ['nothing was registered', [0, 0, 0, 0], { settled: 0, clearanceRate: null, cleared: true }],
  ['all was struck off or given up', [4, 3, 1, 0], { settled: 4, clearanceRate: 1, cleared: true }],
  ['one is open', [4, 2, 1, 1], { settled: 3, clearanceRate: 0.75, cleared: false }],
] as const)('QH-10 clearance when %s', (_, [registered, struckOff, downgraded, open], clearance) => {
  const counts = { registered, struckOff, downgraded, open, crossTerm: 0, longestCarried: 0 };
  expect(clearanceOf(counts)).toEqual(clearance);
});

let fixture: ProposalsFixture;
beforeAll(async () => {
  fixture = await ProposalsFixture.open();
});
afterAll(() => fixture?.close());

const write = <Done>(work: Parameters<typeof fixture.database.transaction<Done>>[2]): Promise<Done> =>
  fixture.database.transaction(systemScope(TENANT), 'write', work);

test('QH-10 what goes on the register is counted; what was there before there were counts is counted once', async () => {
  const { congress, transport } = PEOPLE;
  const { assignment: assignmentId } = await handedOver(fixture, '关于路灯的建议', UNITS.transport, 17);
  fixture.at('2026-02-05');
  await fixture.does(transport, 'acknowledgeAssignment', { assignmentId });
  await fixture.does(transport, 'recordContact', contactOn(assignmentId));
  const letter = { kind: 'FORMAL', documentNumber: '交函〔2026〕1号', body: '年内建成。', claimedClass: 'B' };
  const signatory = { name: '王局长', role: 'UNIT_HEAD' };
  await fixture.does(transport, 'issueReply', { assignmentId, ...letter, signatory });
  await fixture.does(congress, 'confirmClass', { assignmentId, class: 'B' });
  const counted = [{ tenant: TENANT, registered: 1, struckOff: 0, downgraded: 0, open: 1, crossTerm: 0 }];
  expect(await write((tx) => talliedRegisters(tx, 17))).toMatchObject(counted);
  // As if the term had never been counted: counts are taken away by nobody.
  const uncounted = 'UPDATE proposals.register_tally SET term = 1 WHERE tenant_id = $1';
  await write((tx) => tx.query(uncounted, [tx.tenant]));
  await write(tallyUncounted);
  expect(await write((tx) => talliedRegisters(tx, 17))).toMatchObject(counted);
});
