import { expect, test } from '@jest/globals';
import { monthEnds } from './score-question.js';
import { sectionNamed, sectionNames } from './sections.js';

test('a month ends in Shanghai; the one that is not over as of now, and none that has not begun', () => {
  expect(monthEnds(2026, new Date('2026-02-28T15:59:59.999Z'))).toEqual([
    { asOf: '2026-01-31T15:59:59.999Z', day: '2026-01-31' },
    { asOf: '2026-02-28T15:59:59.999Z', day: '2026-02-28' },
  ]);
  expect(monthEnds(2026, new Date('2026-02-28T16:00:00.000Z')).at(-1)).toEqual({
    asOf: '2026-02-28T16:00:00.000Z',
    day: '2026-03-01',
  });
  expect(monthEnds(2027, new Date('2026-02-28T16:00:00.000Z'))).toEqual([]);
});

test('words mean a section of their own unit: by name before code, those still there before those gone', () => {
  const section = (id: string, unitId: string, code: string, name: string, active = true) => ({
    id,
    unitId,
    code,
    name,
    active,
  });
  const names = sectionNames([
    section('s1', 'u1', 'a', '业务科', false),
    section('s2', 'u1', 'b', '业务科'),
    section('s3', 'u1', '业务科', '办公室'),
    section('s4', 'u2', 'b', '业务科'),
  ]);
  const found = (unitId: string, text: string | null) => sectionNamed(names, unitId, text)?.id ?? null;
  expect([found('u1', ' 业务科 '), found('u1', 'b'), found('u1', 'a'), found('u2', '业务科')]).toEqual([
    's2',
    's2',
    's1',
    's4',
  ]);
  expect([found('u1', '别的科'), found('u1', null), found('u3', '业务科')]).toEqual([null, null, null]);
});
