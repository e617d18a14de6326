import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { scoreSheet, scoreTable } from '../score/score-sheet.js';
import type { Sheet } from '../sheet/sheet.js';
import { LANGUAGE, rowsOf, sheetIn } from '../testing/scoring.kit.js';
import { whatIf } from './what-if.js';

const sheet = (onTime: number, contacted: number, more: Partial<Sheet> = {}): Sheet => ({
  ...sheetIn(`version: "1"
sheets:
  units:
    name: { zh: 考核, en: units }
    subject: UNIT
    maximum: 100
    rounding: { mode: HALF_UP, digits: 2 }
    indicators:
      onTime:
        name: { zh: 按期, en: in time }
        weight: ${onTime}
        measure: { kind: SHARE, that: item.onTime }
        mapping: { kind: LINEAR }
        missing: ZERO
      contacted:
        name: { zh: 沟通, en: contacted }
        weight: ${contacted}
        measure: { kind: SHARE, that: item.contacted }
        mapping: { kind: LINEAR }
        missing: ZERO
`),
  ...more,
});
const IN_TIME = { repliedOn: '2026-04-01' };
const MET = { contacts: 1 };
/** `a` answers in time and talks to nobody; `b` the other way round; `c` does half of both. */
const rows = [
  ...rowsOf(10, IN_TIME, { subjectId: 'a' }),
  ...rowsOf(10, MET, { subjectId: 'b' }),
  ...rowsOf(5, { ...IN_TIME, ...MET }, { subjectId: 'c' }),
  ...rowsOf(5, {}, { subjectId: 'c' }),
];
const tableOf = (of: typeof rows) =>
  scoreTable({ subjects: ['a', 'b', 'c'], rows: of, evidence: [], day: '2026-12-31' }, LANGUAGE);

describe('a sheet tried on a past year', () => {
  const trial = whatIf(sheet(70, 30), sheet(40, 60), tableOf(rows));

  test('shows every subject before and after, who gains a place, and by which indicator', () => {
    expect(trial).toMatchObject({ winners: 1, losers: 1 });
    expect(
      trial.moves.map(({ subjectId, before, after, difference, places }) => [
        subjectId,
        before?.counted,
        after.counted,
        difference,
        before?.rank,
        after.rank,
        places,
      ]),
    ).toEqual([
      ['a', '70', '40', '-30', 1, 3, -2],
      ['b', '30', '60', '30', 3, 1, 2],
      ['c', '50', '50', '0', 2, 2, 0],
    ]);
    expect(trial.moves[2]?.shifts).toEqual([
      { code: 'contacted', before: '15', after: '30', difference: '15' },
      { code: 'onTime', before: '35', after: '20', difference: '-15' },
    ]);
  });

  test('and the cases behind it', () => {
    expect(trial.cases('c', 'onTime')).toEqual(
      rows.slice(25).map(({ caseId }) => ({ caseId, recordId: null, before: '7', after: '4' })),
    );
    expect(trial.cases('nobody', 'onTime')).toEqual([]);
  });

  test('says what a real run says, whatever the weights', () => {
    const subject = fc.constantFrom('a', 'b', 'c');
    const some = fc.array(fc.tuple(subject, fc.boolean(), fc.boolean()), { maxLength: 30 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 99 }),
        some,
        (one, other, cases) => {
          const of = cases.flatMap(([subjectId, time, met]) =>
            rowsOf(1, { ...(time && IN_TIME), ...(met && MET) }, { subjectId }),
          );
          const tried = sheet(other, 100 - other, { rankedFrom: 2 });
          const { moves } = whatIf(sheet(one, 100 - one), tried, tableOf(of));
          const real = scoreSheet(tried, tableOf([...of].reverse()), { explain: true });
          const told = [...moves].sort((a, b) => (a.subjectId < b.subjectId ? -1 : 1));
          expect(told.map(({ after }) => [after.counted, after.rank, after.rankedOf, after.grade])).toEqual(
            real.map(({ counted, rank, rankedOf, grade }) => [counted, rank, rankedOf, grade]),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});
