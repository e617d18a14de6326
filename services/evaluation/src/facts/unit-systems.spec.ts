import { describe, expect, test } from '@jest/globals';
import { systemOf, type UnitSaid, withSystems } from './unit-systems.js';

const said = (unitId: string, system: string, recordedAt: string): UnitSaid => ({
  unitId,
  system,
  recordedAt,
});
const SAID = [
  said('a', 'GOVERNMENT', '2024-01-01'),
  said('b', 'COURT', '2024-01-01'),
  said('a', 'SOE', '2024-06-01'),
];
const handedOver = (recordedAt: string, ...assignments: object[]) => ({
  recordedAt,
  payload: { assignments },
});

describe('an event that hands over', () => {
  test('is told with the systems as the directory had them when it was recorded', () => {
    const at = (day: string) => withSystems(handedOver(day, { unitId: 'a' }, { unitId: 'b' }), SAID).payload;
    expect(at('2024-05-31')).toEqual({
      assignments: [
        { unitId: 'a', system: 'GOVERNMENT' },
        { unitId: 'b', system: 'COURT' },
      ],
    });
    expect(at('2024-06-01')).toMatchObject({ assignments: [{ system: 'SOE' }, { system: 'COURT' }] });
  });

  test('a unit that was entered late is what was said first; one nobody knows has none', () => {
    const [a, c] = withSystems(handedOver('2023-01-01', { unitId: 'a' }, { unitId: 'c' }), SAID).payload
      .assignments;
    expect([a, c]).toMatchObject([{ system: 'GOVERNMENT' }, { system: null }]);
  });

  test('whoever replaces a unit has its own; what an event says itself stands; others are left alone', () => {
    const replaced = {
      recordedAt: '2024-02-01',
      payload: { decision: 'APPROVED', replacement: { unitId: 'b' } },
    };
    expect(withSystems(replaced, SAID).payload).toMatchObject({ replacement: { system: 'COURT' } });
    expect(
      withSystems(handedOver('2024-02-01', { unitId: 'a', system: 'CPPCC' }), SAID).payload,
    ).toMatchObject({
      assignments: [{ system: 'CPPCC' }],
    });
    const other = { recordedAt: '2024-02-01', payload: { unitId: 'a' } };
    expect(withSystems(other, SAID)).toBe(other);
  });
});

test('an item is of one system, of several, or of none that is known', () => {
  expect([systemOf(['COURT', 'COURT']), systemOf(['COURT', 'SOE']), systemOf([]), systemOf([null])]).toEqual([
    'COURT',
    'SEVERAL',
    null,
    null,
  ]);
  expect(systemOf(['elsewhere'])).toBeNull();
});
