import { describe, expect, test } from '@jest/globals';
import { type Cell, firstDifference } from '../cells/cell.js';
import { COUNTERS } from '../cells/counter.js';
import { checkDay, NIGHT, nightLeft, nightOf } from './night.js';
import { COUNTED_LIVE, proofOf, wrongNumber } from './proof.js';
import { type CheckedPlace, dueFor, nextVisit } from './visit.js';

const cell: Cell = {
  cube: 'PLAIN',
  key: 'one',
  effectiveFrom: '0001-01-01',
  year: 2024,
  kind: 'NPC_SUGGESTION',
  period: 'IN_SESSION',
  system: null,
  keyItem: false,
  outcomes: null,
  localClass: null,
  category: null,
  members: 3,
  checksum: 77,
  items: 3,
  counters: COUNTERS.map((_counter, at) => at),
};

describe('proof of figures', () => {
  test('one wrong cell makes them doubtful; they are as old as the oldest recount', () => {
    const [early, late] = ['2026-03-01T00:00:00.000Z', '2026-03-02T00:00:00.000Z'];
    const right = { equal: true, checkedAt: late, members: 5 };
    expect(proofOf([right])).toEqual({ ...right, reason: null });
    expect(proofOf([right, { equal: false, checkedAt: early, members: 2 }])).toEqual({
      equal: false,
      checkedAt: early,
      members: 7,
      reason: null,
    });
    expect(proofOf([])).toMatchObject({
      equal: null,
      checkedAt: null,
      members: 0,
      reason: expect.stringContaining('尚未核对'),
    });
    expect(COUNTED_LIVE).toMatchObject({ equal: null, reason: expect.stringContaining('无需核对') });
  });

  test('a difference is named by its first number, with what it should be', () => {
    const named = (stored: Cell[], recounted: Cell[]) => {
      const difference = firstDifference(stored, recounted);
      if (!difference) throw new Error('there is none');
      const { column, expected, found } = wrongNumber(difference);
      return [column, expected, found];
    };
    const counters = cell.counters.map((number, at) => (at === 2 ? number + 40 : number));
    expect(named([{ ...cell, counters, checksum: 1 }], [cell])).toEqual([COUNTERS[2]?.column, 2, 42]);
    expect(named([{ ...cell, checksum: 78 }], [cell])).toEqual(['checksum', 77, 78]);
    expect(named([{ ...cell, members: 4 }], [cell])).toEqual(['members', 3, 4]);
    expect(named([], [cell])).toEqual(['members', 3, null]);
    expect(named([cell], [])).toEqual(['members', null, 3]);
  });
});

describe('where the verifier goes', () => {
  const place = (tenant: number, checkedOn: string | null) => ({
    tenant,
    part: 'OWN' as const,
    members: [],
    checkedOn,
    state: 'now',
  });
  const evening = new Date('2026-03-01T12:00:00Z');
  const night = new Date('2026-03-01T19:00:00Z');

  test('the day of a nightly recount changes at two in the morning in Shanghai', () => {
    expect(checkDay(new Date('2026-03-01T17:59:59Z'), NIGHT)).toBe('2026-03-01');
    expect(checkDay(new Date('2026-03-01T18:00:00Z'), NIGHT)).toBe('2026-03-02');
    const left = (at: string, night = NIGHT) => nightLeft(new Date(`2026-03-01T${at}:00Z`), night) / 60_000;
    expect(['17:59', '18:00', '21:59', '22:00'].map((at) => left(at))).toEqual([0, 240, 1, 0]);
    const late = { begins: 22, ends: 4 };
    expect(['13:59', '14:00', '16:00', '19:59', '20:00'].map((at) => left(at, late))).toEqual([
      0, 360, 240, 1, 0,
    ]);
    expect([checkDay(new Date('2026-03-01T13:59:00Z'), late), checkDay(night, late)]).toEqual([
      '2026-02-28',
      '2026-03-01',
    ]);
  });

  test('the night is told in hours of the day', () => {
    expect(nightOf('2-6')).toEqual(NIGHT);
    expect(nightOf('22-04')).toEqual({ begins: 22, ends: 4 });
    expect(['', '2', '3-3', '2-24', '-1-5', '2:00-6:00', '2-6 '].map(nightOf)).toEqual(Array(7).fill(null));
  });

  test('at night to everything that is due, by day to what has changed and to anything', () => {
    const places = [place(1, '2026-03-02'), place(2, '2026-03-01'), place(3, null)];
    const seen = new Map([
      ['OWN 1', 'now'],
      ['OWN 2', 'then'],
      ['OWN 3', 'now'],
    ]);
    const whereTo = (all: readonly CheckedPlace[], at: Date, random: () => number) =>
      nextVisit(all, dueFor(all, checkDay(at, NIGHT)), seen, nightLeft(at, NIGHT) > 0, random);
    const visited = (at: Date, ...chances: number[]) => {
      const visit = whereTo(places, at, () => chances.shift() ?? 0);
      return [visit?.place.tenant, visit?.whole];
    };
    expect([visited(night, 0), visited(night, 0.99)]).toEqual([
      [2, true],
      [3, true],
    ]);
    const evenings = [
      [0.3, 0],
      [0.4, 0.4, 0.99],
      [0.4, 0.6, 0],
      [0.4, 0.6, 0.99],
    ];
    expect(evenings.map((chances) => visited(evening, ...chances))).toEqual([
      [3, true],
      [2, false],
      [1, false],
      [3, false],
    ]);
    expect(whereTo([place(1, '2026-03-02')], night, () => 0)).toMatchObject({ whole: false });
    expect(whereTo([], night, () => 0)).toBeNull();
  });
});
