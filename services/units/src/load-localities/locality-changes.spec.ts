import type { LocalityFile, UnitEntry } from '@duban/kernel';
import { describe, expect, test } from '@jest/globals';
import { FOREVER } from '../tree.js';
import { type Described, type FileIds, localityChanges, unitChanges } from './locality-changes.js';

const ids: FileIds = {
  organ: (code) => `organ ${code}`,
  category: (code) => `category ${code}`,
  unit: (code) => `unit ${code}`,
  section: (unit, code) => `section ${unit} ${code}`,
  position: (unit, kind, section) => `position ${unit} ${kind} ${section}`,
};

const water: UnitEntry = {
  code: 'water',
  name: '水利局',
  shortName: '水利局',
  system: 'GOVERNMENT',
  liaisonCommittee: 'finance',
  handling: true,
  sections: [{ code: 'office', name: '办公室' }],
  from: '2000-01-01',
  to: null,
  successor: null,
};
const old: UnitEntry = { ...water, code: 'old', name: '旧局', to: '2019-02-28', successor: 'water' };

const file = {
  number: 5,
  code: '000005',
  names: { zh: '某县' },
  level: 'COUNTY',
  from: '2000-01-01',
  to: null,
  parents: [{ locality: 4, from: '2000-01-01', to: null }],
  organs: [{ code: 'finance', kind: 'SPECIAL_COMMITTEE', name: '财经委', shortName: '财经委' }],
  units: [old, water],
  categories: [{ code: 'other', name: '其他', parent: null, leaf: true, canonical: 'OTHER' }],
  roles: { DEPUTY: { zh: '代表' } },
} as unknown as LocalityFile;

const span = (parent: number, from: string, until = FOREVER) => ({ ancestors: [parent, 1], from, until });
const before: Described = { file, attachments: [span(4, '2000-01-01')] };
const types = (after: Described): string[] => localityChanges(before, after, ids).map(({ type }) => type);

describe('what happened to a locality', () => {
  test('the first time everything', () => {
    expect(localityChanges(null, before, ids).map(({ type }) => type)).toEqual([
      'locality.registered',
      'locality.attached',
      'locality.organs_listed',
      'locality.categories_listed',
      'locality.roles_named',
    ]);
    expect(localityChanges(null, before, ids)[1]?.payload).toEqual({
      number: 5,
      parent: 4,
      validFrom: '2000-01-01',
      validTo: null,
      ancestors: [
        { number: 4, depth: 1 },
        { number: 1, depth: 2 },
      ],
    });
  });

  test('nothing when nothing changed', () => {
    expect(types(structuredClone(before))).toEqual([]);
  });

  test('a new name', () => {
    expect(types({ ...before, file: { ...file, names: { zh: '某市' } } })).toEqual(['locality.amended']);
  });

  test('a new code keeps the number', () => {
    const [event] = localityChanges(before, { ...before, file: { ...file, code: '000006' } }, ids);
    expect(event).toMatchObject({ type: 'locality.amended', payload: { number: 5, code: '000006' } });
  });

  test('a move: the earlier span ends, a new one begins', () => {
    const after = { file, attachments: [span(4, '2000-01-01', '2027-01-01'), span(3, '2027-01-01')] };
    const events = localityChanges(before, after, ids);
    expect(events.map(({ type, payload }) => [type, (payload as { parent: number }).parent])).toEqual([
      ['locality.amended', 3],
      ['locality.attached', 4],
      ['locality.attached', 3],
    ]);
  });

  test('a move taken back is said once more', () => {
    const moved = { file, attachments: [span(4, '2000-01-01', '2027-01-01'), span(3, '2027-01-01')] };
    const events = localityChanges(moved, before, ids).filter(({ type }) => type === 'locality.attached');
    expect(events.map(({ payload }) => payload)).toEqual([
      expect.objectContaining({ parent: 4, validFrom: '2000-01-01', validTo: null }),
    ]);
  });

  test('only the list that changed', () => {
    expect(types({ ...before, file: { ...file, organs: [] } })).toEqual(['locality.organs_listed']);
  });
});

describe('what happened to the units', () => {
  const changes = (was: readonly UnitEntry[] | null, is: readonly UnitEntry[]) =>
    unitChanges(was && { ...file, units: was }, { ...file, units: is }, ids, '2026-05-01').map(
      ({ code, event }) => [code, event.type],
    );

  test('the first time: all registered before the first is closed', () => {
    expect(changes(null, [old, water])).toEqual([
      ['old', 'unit.registered'],
      ['water', 'unit.registered'],
      ['old', 'unit.closed'],
    ]);
  });

  test.each<[string, Partial<UnitEntry>, string[]]>([
    ['nothing', {}, []],
    ['a name', { name: '水务局' }, ['unit.renamed']],
    ['a system', { system: 'SOE' }, ['unit.amended']],
    ['a section more', { sections: [{ code: 'rivers', name: '河长科' }] }, ['unit.amended']],
    ['a name and a committee', { name: '水务局', liaisonCommittee: null }, ['unit.renamed', 'unit.amended']],
    ['a last day', { to: '2026-03-31' }, ['unit.closed']],
  ])('changed: %s', (_name, change, expected) => {
    expect(changes([water], [{ ...water, ...change }]).map(([, type]) => type)).toEqual(expected);
  });

  test('a last day taken back', () => {
    expect(changes([old], [{ ...old, to: null, successor: null }])).toEqual([['old', 'unit.reopened']]);
  });

  test('gone from the file: closed since yesterday, unless it was closed before', () => {
    expect(changes([water, old], [])).toEqual([['water', 'unit.closed']]);
    const [change] = unitChanges({ ...file, units: [water] }, { ...file, units: [] }, ids, '2026-05-01');
    expect(change?.event.payload).toMatchObject({ validTo: '2026-05-01', successorId: null });
  });
});
