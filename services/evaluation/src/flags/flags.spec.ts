import { describe, expect, test } from '@jest/globals';
import { codesIn } from '../evidence/evidence-codes.js';
import { allIn, problemsIn } from '../testing/scoring.kit.js';
import { caseIdOf, SyntheticCase, UNIT } from '../testing/synthetic-case.js';
import { flagsOf } from './flag-fold.js';

const RECORD = '00000000-0000-7000-8000-0000000000f1';
const entered = (flags: readonly string[] | undefined, unitId: string | null = UNIT) => ({
  recordId: RECORD,
  subject: { about: 'ASSIGNMENT', unitId },
  ...(flags && { flags }),
});

describe('flags that work records raise (四不放过)', () => {
  test('of the unit that the record is about, from the day it speaks of', () => {
    const file = new SyntheticCase(caseIdOf(1)).add(
      '2026-03-01',
      'record.entered',
      entered(['perfunctory', 'any']),
    );
    expect(flagsOf(file.read)).toEqual(
      ['perfunctory', 'any'].map((code) => ({
        ...{ recordId: RECORD, code, unitId: UNIT, until: null },
        from: expect.stringMatching(/^2026-03-01/),
      })),
    );
  });

  test('a corrected record keeps what it says still, lowers what it no longer says, and raises the rest', () => {
    const file = new SyntheticCase(caseIdOf(1))
      .add('2026-03-01', 'record.entered', entered(['perfunctory', 'any']))
      .add('2026-03-05', 'record.corrected', { recordId: RECORD, flags: ['neglected', 'any'] });
    const told = flagsOf(file.read).map(({ code, unitId, from, until }) => [
      code,
      unitId,
      from.slice(8, 10),
      until?.slice(8, 10),
    ]);
    expect(told).toEqual([
      ['perfunctory', UNIT, '01', '05'],
      ['neglected', UNIT, '05', undefined],
      ['any', UNIT, '01', undefined],
    ]);
  });

  test('a record of before there were flags raises none', () => {
    const file = new SyntheticCase(caseIdOf(1)).add('2026-03-01', 'record.entered', entered(undefined));
    expect(flagsOf(file.read)).toEqual([]);
  });
});

const SHEET = `version: "1"
sheets:
  one:
    name: { zh: 考核, en: sheet }
    subject: UNIT
    maximum: 10
    rounding: { mode: HALF_UP, digits: 2 }
    indicators:
      firm:
        name: { zh: 四不放过, en: not let pass }
        weight: 10
        measure: { kind: FLAGS, code: not-let-pass }
        mapping: { kind: COUNT_DEDUCTION, per: 1 }
        missing: FULL
`;
const WORDS = `flags:
  not-let-pass: { label: { zh: 四不放过, en: not let pass }, meaning: OTHER }
  perfunctory-reply: { label: { zh: 官样文章, en: perfunctory reply }, meaning: PERFUNCTORY_REPLY }
`;

describe('a vocabulary of flags', () => {
  test('may be recorded as a whole, also what no sheet reads', () => {
    expect(codesIn(allIn(SHEET)).map(({ code }) => code)).toEqual(['not-let-pass']);
    expect(codesIn(allIn(SHEET + WORDS)).map(({ code }) => code)).toEqual([
      'not-let-pass',
      'perfunctory-reply',
    ]);
  });

  test('is what sheets may read, and nothing else', () => {
    expect(problemsIn(SHEET)).toEqual([]);
    expect(problemsIn(SHEET + WORDS)).toEqual([]);
    expect(problemsIn(SHEET.replace('code: not-let-pass', 'code: let-pass') + WORDS)).toEqual([
      expect.stringContaining('UNKNOWN_NAME sheets.one.indicators.firm.measure'),
    ]);
    expect(problemsIn(`${SHEET}flags:\n  not-let-pass: { meaning: OTHER }\n`)).toEqual([
      expect.stringContaining('PART_MISSING flags.not-let-pass'),
    ]);
  });
});
