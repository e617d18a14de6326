import type { RecordedEvent } from '@duban/kernel';
import { systemScope } from '@duban/kernel/runtime';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { id } from '../testing/people.js';
import { ProposalsFixture, TENANT } from '../testing/proposals.fixture.js';
import { followMandate } from './mandate-directory.store.js';
import { followUnit } from './unit-directory.store.js';

let fixture: ProposalsFixture;
beforeAll(async () => {
  fixture = await ProposalsFixture.open();
});
afterAll(() => fixture?.close());

type Told = readonly [type: string, payload: object, occurredAt?: string];

async function told(follow: typeof followUnit, ...events: readonly Told[]): Promise<void> {
  await fixture.relay.transaction(systemScope(TENANT, 'RELAY'), 'write', async (tx) => {
    for (const [type, payload, occurredAt = '2026-02-01T00:00:00.000Z'] of events)
      await follow(tx, { type, payload, occurredAt } as RecordedEvent);
  });
}

const stored = async (table: string, columns: string, rowId: string): Promise<unknown> =>
  fixture.database.transaction(systemScope(TENANT), 'read', async (tx) => {
    const rows = await tx.query(
      `SELECT ${columns} FROM proposals.${table} WHERE tenant_id = $1 AND id = $2`,
      [TENANT, rowId],
    );
    return rows[0];
  });

test('a unit is registered, renamed, amended, closed and reopened; what is unknown changes nothing', async () => {
  const unitId = id(501);
  const shown = () =>
    stored('unit_directory', 'name, short_name, system, handling, active_from, active_to', unitId);
  await told(
    followUnit,
    [
      'unit.registered',
      {
        unitId,
        name: '水利局',
        shortName: '水利局',
        system: 'GOVERNMENT',
        isHandlingUnit: true,
        validFrom: '2000-01-01',
      },
    ],
    ['unit.renamed', { unitId, name: '水务局', shortName: '水务' }],
    ['unit.amended', { unitId, system: 'SOE', isHandlingUnit: false, validFrom: '2001-01-01' }],
    ['unit.closed', { unitId, validTo: '2026-03-01', successorId: null }],
    ['locality.registered', { number: TENANT }],
  );
  const known = {
    name: '水务局',
    short_name: '水务',
    system: 'SOE',
    handling: false,
    active_from: '2001-01-01',
  };
  expect(await shown()).toEqual({ ...known, active_to: '2026-02-28' });
  await told(followUnit, ['unit.reopened', { unitId }]);
  expect(await shown()).toEqual({ ...known, active_to: null });
});

test('a mandate is registered, suspended, resumed and ended', async () => {
  const mandateId = id(502);
  const shown = () =>
    stored('mandate_directory', 'name, kind, delegation, active_to, suspended_on', mandateId);
  await told(
    followMandate,
    [
      'mandate.registered',
      {
        mandateId,
        personId: id(1),
        name: '张代表',
        kind: 'CPPCC_MEMBER',
        sector: '教育界',
        from: '2022-01-01',
        to: null,
      },
    ],
    ['mandate.suspended', { mandateId, reason: '…' }],
  );
  const known = { name: '张代表', kind: 'CPPCC_MEMBER', delegation: '教育界', active_to: null };
  expect(await shown()).toEqual({ ...known, suspended_on: '2026-02-01' });
  await told(
    followMandate,
    ['mandate.resumed', { mandateId }],
    ['mandate.ended', { mandateId, on: '2026-01-31' }],
  );
  expect(await shown()).toEqual({ ...known, active_to: '2026-01-31', suspended_on: null });
});
