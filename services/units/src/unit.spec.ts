import { describe, expect, test } from '@jest/globals';
import { UNITS_REFUSALS } from './refusals.js';
import { checkVersion, decideClose, decideRegister, decideRename, type Unit, type UnitWish } from './unit.js';

const unit: Unit = {
  id: 'u1',
  code: 'water',
  name: '水利局',
  shortName: '水利局',
  validFrom: '2010-01-01',
  validTo: null,
  successorId: null,
  version: 3,
};
const closed: Unit = { ...unit, id: 'u2', name: '旧局', validTo: '2019-03-01' };

const wish: UnitWish = {
  code: 'water',
  name: '水利局',
  shortName: '水利局',
  system: 'GOVERNMENT',
  liaisonOrganId: null,
  isHandlingUnit: true,
  validFrom: '2026-01-01',
  sections: [{ code: 'office', name: '办公室' }],
};
const free = { sameCode: false, sameName: false, organExists: true };
const counter = () => {
  let count = 0;
  return () => `id${++count}`;
};
const codeOf = (outcome: { accepted: boolean; code?: string }): string | undefined =>
  outcome.accepted ? undefined : outcome.code;

describe('registering a unit', () => {
  test('gives it its sections and the four levels of responsibility', () => {
    const outcome = decideRegister('u9', wish, free, counter());
    expect(outcome).toEqual({
      accepted: true,
      value: [
        {
          type: 'unit.registered',
          payload: {
            ...wish,
            unitId: 'u9',
            sections: [{ sectionId: 'id1', code: 'office', name: '办公室' }],
            positions: [
              { positionId: 'id2', kind: 'HEAD', sectionId: null },
              { positionId: 'id3', kind: 'DEPUTY_HEAD', sectionId: null },
              { positionId: 'id4', kind: 'SECTION_HEAD', sectionId: 'id1' },
              { positionId: 'id5', kind: 'HANDLER', sectionId: 'id1' },
            ],
          },
        },
      ],
    });
  });

  const office = { code: 'office', name: '办公室' };
  test.each<[string, Partial<UnitWish>, Partial<typeof free>, string]>([
    ['a code in capitals', { code: 'Water' }, {}, 'CODE_MALFORMED'],
    ['an empty code', { code: '' }, {}, 'CODE_MALFORMED'],
    ['a code of 61 letters', { code: 'a'.repeat(61) }, {}, 'CODE_MALFORMED'],
    ['an empty name', { name: '  ' }, {}, 'TEXT_EMPTY'],
    ['a name of 101 characters', { name: '局'.repeat(101) }, {}, 'TEXT_TOO_LONG'],
    ['a short name of 31 characters', { shortName: '局'.repeat(31) }, {}, 'TEXT_TOO_LONG'],
    ['a NUL', { name: '水\u0000利' }, {}, 'TEXT_INVALID'],
    ['half a character', { name: '水\ud83d' }, {}, 'TEXT_INVALID'],
    ['a day that does not exist', { validFrom: '2026-02-30' }, {}, 'DATE_INVALID'],
    ['a section twice', { sections: [office, office] }, {}, 'SECTION_CODE_TWICE'],
    ['a section without a name', { sections: [{ code: 'office', name: '' }] }, {}, 'TEXT_EMPTY'],
    [
      'a hundred and one sections',
      { sections: Array.from({ length: 101 }, (_, at) => ({ code: `s${at}`, name: '科' })) },
      {},
      'TOO_MANY_SECTIONS',
    ],
    ['a code that is taken', {}, { sameCode: true }, 'UNIT_CODE_TAKEN'],
    ['a name that is taken', {}, { sameName: true }, 'UNIT_NAME_TAKEN'],
    ['a committee that is not there', {}, { organExists: false }, 'ORGAN_NOT_FOUND'],
  ])('%s is refused', (_name, change, known, code) => {
    expect(codeOf(decideRegister('u9', { ...wish, ...change }, { ...free, ...known }, counter()))).toBe(code);
  });
});

describe('renaming a unit', () => {
  test.each<[string, Unit, { name: string; shortName: string }, boolean, string | undefined]>([
    ['a new name', unit, { name: '水务局', shortName: '水务局' }, false, undefined],
    ['only a new short name', unit, { name: '水利局', shortName: '水局' }, false, undefined],
    ['the name it has', unit, { name: '水利局', shortName: '水利局' }, false, 'UNIT_NAME_UNCHANGED'],
    ['another one’s name', unit, { name: '财政局', shortName: '财政局' }, true, 'UNIT_NAME_TAKEN'],
    ['a closed unit', closed, { name: '新名', shortName: '新名' }, false, 'UNIT_ALREADY_CLOSED'],
    ['no name', unit, { name: '', shortName: '水' }, false, 'TEXT_EMPTY'],
  ])('%s', (_name, which, names, sameName, code) => {
    expect(codeOf(decideRename(which, names, { sameName }))).toBe(code);
  });
});

describe('closing a unit', () => {
  const other = { ...unit, id: 'u3', name: '水务局' };
  test.each<[string, Unit, string, Unit | null | undefined, string | undefined]>([
    ['with nobody after it', unit, '2026-06-30', undefined, undefined],
    ['with a successor', unit, '2026-06-30', other, undefined],
    ['a closed one', closed, '2026-06-30', undefined, 'UNIT_ALREADY_CLOSED'],
    ['before it was there', unit, '2009-12-31', undefined, 'UNIT_CLOSED_BEFORE_OPENED'],
    ['on its first day', unit, '2010-01-01', undefined, undefined],
    ['a successor nobody knows', unit, '2026-06-30', null, 'SUCCESSOR_NOT_FOUND'],
    ['itself as successor', unit, '2026-06-30', unit, 'SUCCESSOR_IS_ITSELF'],
    ['a successor closed by then', unit, '2026-06-30', closed, 'SUCCESSOR_CLOSED'],
    ['a day that does not exist', unit, '2026-13-01', undefined, 'DATE_INVALID'],
  ])('%s', (_name, which, lastDay, successor, code) => {
    expect(codeOf(decideClose(which, lastDay, successor))).toBe(code);
  });

  test('the day after the last one is the first without it', () => {
    expect(decideClose(unit, '2026-06-30', other)).toEqual({
      accepted: true,
      value: [{ type: 'unit.closed', payload: { unitId: 'u1', validTo: '2026-07-01', successorId: 'u3' } }],
    });
  });
});

test.each([
  [undefined, null],
  [null, null],
  [3, null],
  [2, 'STALE_VERSION'],
])('expected version %p of 3: %p', (expected, code) => {
  expect(checkVersion(unit, expected)?.code ?? null).toBe(code);
});

test('each refusal speaks both languages', () => {
  for (const text of Object.values(UNITS_REFUSALS)) {
    expect(text.zh).toMatch(/[一-鿿]/);
    expect(text.en).toMatch(/^[ -~]+$/);
    const names = (each: string) => [...each.matchAll(/\{\w+\}/g)].map(String).sort();
    expect(names(text.zh)).toEqual(names(text.en));
  }
});
