import type { Scope } from '@duban/kernel/runtime';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type EvaluationDatabase, evaluationDatabase } from '../testing/evaluation-database.js';
import type { UnitSaid } from './unit-systems.js';
import { UnitsSaid } from './units-said.read.js';

const unit = (number: number): string => `00000000-0000-7000-8000-00000000000${number}`;
const relay = (tenant: number): Scope => ({ tenant, tenants: [tenant], purpose: 'RELAY', actor: null });

let database: EvaluationDatabase;
const kept = new UnitsSaid();

const read = (units: UnitsSaid, tenant: number): Promise<readonly UnitSaid[]> =>
  database.relay.transaction(relay(tenant), 'write', (tx) => units.by(tx));

const register = (tenant: number, number: number, system: string | null): Promise<void> =>
  database.registerUnits(tenant, [{ unitId: unit(number), name: `${number}`, system }]);

beforeAll(async () => {
  database = await evaluationDatabase();
});

afterAll(async () => {
  await database?.close();
});

test('what is remembered of units, with what was said since, is what their log says', async () => {
  expect(await read(kept, 1)).toEqual([]);
  for (const [tenant, number, system] of [
    [1, 1, 'GOVERNMENT'],
    [2, 2, 'COURT'],
    [1, 3, null],
    [1, 4, 'COURT'],
    [2, 5, 'GOVERNMENT'],
  ] as const) {
    await register(tenant, number, system);
    for (const asked of [1, 2]) expect(await read(kept, asked)).toEqual(await read(new UnitsSaid(), asked));
  }
  expect((await read(kept, 1)).map(({ unitId, system }) => [unitId, system])).toEqual([
    [unit(1), 'GOVERNMENT'],
    [unit(4), 'COURT'],
  ]);
});
