import type { RecordedEvent } from '@duban/kernel';
import { describe, expect, test } from '@jest/globals';
import { placeHistory } from './place-history.js';

const event = (type: string, payload: Record<string, unknown>): RecordedEvent =>
  ({ type, payload, occurredAt: '2024-01-01T00:00:00.000Z', position: 1 }) as RecordedEvent;

const registered = (more: Record<string, unknown> = {}) =>
  event('locality.registered', {
    number: 111,
    level: 'COUNTY',
    validFrom: '1950-01-01',
    validTo: null,
    ...more,
  });
const attached = (validFrom: string, ...numbers: number[]) =>
  event('locality.attached', {
    parent: numbers[0],
    validFrom,
    validTo: null,
    ancestors: numbers.map((number, index) => ({ number, depth: index + 1 })),
  });
const spans = (events: RecordedEvent[]) =>
  placeHistory(111, events).places.map(({ parent, validFrom, validTo }) => [parent, validFrom, validTo]);

describe('a locality’s place in the tree', () => {
  test('the top of the tree has nothing above it', () => {
    expect(spans([registered({ level: 'NATION' })])).toEqual([[null, '1950-01-01', 'infinity']]);
    expect(placeHistory(111, [registered()]).edges).toEqual([]);
  });

  test('a move ends one place and begins the next, for every ancestor', () => {
    const { places, edges } = placeHistory(111, [
      registered(),
      attached('1950-01-01', 11, 1),
      attached('2024-07-01', 12, 1),
    ]);
    expect(places.map(({ parent, validFrom, validTo }) => [parent, validFrom, validTo])).toEqual([
      [11, '1950-01-01', '2024-07-01'],
      [12, '2024-07-01', 'infinity'],
    ]);
    expect(
      edges.map(({ ancestor, depth, validFrom, validTo }) => [ancestor, depth, validFrom, validTo]),
    ).toEqual([
      [11, 1, '1950-01-01', '2024-07-01'],
      [1, 2, '1950-01-01', '2024-07-01'],
      [12, 1, '2024-07-01', 'infinity'],
      [1, 2, '2024-07-01', 'infinity'],
    ]);
  });

  test('what is said later about earlier days replaces what was said about them', () => {
    const said = [
      registered(),
      attached('1950-01-01', 11, 1),
      attached('2024-07-01', 12, 1),
      attached('2000-01-01', 13, 1),
    ];
    expect(spans(said)).toEqual([
      [11, '1950-01-01', '2000-01-01'],
      [13, '2000-01-01', 'infinity'],
    ]);
  });

  test('days before anything stood above it, and after it ended, are its own', () => {
    const ended = event('locality.amended', {
      number: 111,
      level: 'COUNTY',
      validFrom: '1950-01-01',
      validTo: '2020-01-01',
    });
    expect(spans([registered(), attached('1960-01-01', 11, 1), ended])).toEqual([
      [null, '1950-01-01', '1960-01-01'],
      [11, '1960-01-01', '2020-01-01'],
    ]);
  });

  test('after its end it stands where what it left is counted, by the last that was said', () => {
    const succeeded = (validFrom: string, ...numbers: number[]) => ({
      ...attached(validFrom, ...numbers),
      type: 'locality.succeeded',
    });
    const ended = event('locality.amended', {
      number: 111,
      level: 'COUNTY',
      validFrom: '1950-01-01',
      validTo: '2020-01-01',
    });
    const said = [
      registered(),
      attached('1950-01-01', 11, 1),
      ended,
      succeeded('2020-01-01', 112, 11, 1),
      succeeded('2024-01-01', 112, 12, 1),
    ];
    const { places, edges } = placeHistory(111, said);
    expect(places.map((place) => [place.parent, place.ended, place.validFrom, place.validTo])).toEqual([
      [11, false, '1950-01-01', '2020-01-01'],
      [112, true, '2020-01-01', '2024-01-01'],
      [112, true, '2024-01-01', 'infinity'],
    ]);
    expect(edges.filter(({ ancestor }) => ancestor === 12)).toEqual([
      { ancestor: 12, depth: 2, validFrom: '2024-01-01', validTo: 'infinity' },
    ]);
    const again = event('locality.amended', { number: 111, level: 'COUNTY', validFrom: '1950-01-01' });
    expect(spans([...said, again])).toEqual([[11, '1950-01-01', 'infinity']]);
  });

  test('an attachment heard before its locality waits for it', () => {
    expect(placeHistory(111, [attached('1950-01-01', 11, 1)])).toEqual({ places: [], edges: [] });
  });
});
