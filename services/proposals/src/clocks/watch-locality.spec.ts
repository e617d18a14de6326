import { workingCalendar } from '@duban/kernel/runtime';
import { describe, expect, test } from '@jest/globals';
import { headQuota } from '../reading/head-quota/head-quota.js';
import { dutyQuotas } from '../supervision/quota.js';
import { scheduleOf } from '../supervision/schedule.js';
import { id, UNITS } from '../testing/people.js';
import { baseProcess } from '../testing/process-files.kit.js';
import { type LocalityScope, madeKey } from './locality-facts.js';
import { localityWarnings } from './locality-warnings.js';
import type { RecordedWarning } from './recorded-warning.js';

const calendar = workingCalendar();
const base = baseProcess();
const label = { zh: '事', en: 'A matter' };
const NOTHING: LocalityScope = {
  kind: 'NPC_SUGGESTION',
  ...{ warnings: base.warnings, rules: base.records },
  ...{ heads: [], leaders: [], scheduled: [], records: [], made: new Set(), handling: [] },
  ...{ scored: [], differing: [] },
};

const shown = (scope: Partial<LocalityScope>, today: string, open: readonly RecordedWarning[] = []) =>
  localityWarnings([{ ...NOTHING, ...scope }], today, calendar, open).warnings.map(
    ({ rule, level, since }) => `${rule} ${level} ${since}`,
  );

/** h: brought by the head; o: by others; .: not answered yet. */
const heads = (told: string): Partial<LocalityScope> => {
  const items = [...told].map((one) => ({ answered: one !== '.', byHead: one === 'h' }));
  const quota = headQuota(items, 3);
  return { heads: [{ unitId: UNITS.transport, name: '交通局', year: 2026, quota, explanation: label }] };
};

const leaders = (min: number, max: number, has: number): Partial<LocalityScope> => {
  const holder = { kind: 'PERSON', name: '赵', organ: null, mandateId: null, personId: null } as const;
  const rule = { label, tier: 'top', holder: 'PERSON', min, max, among: ['赵'], mode: 'WARN' } as const;
  const held = Array.from({ length: has }, (_, at) => ({
    ...{ holder, duty: 'SUPERVISION' as const, tier: 'top', proposalId: id(at), reported: false },
  }));
  const quotas = dutyQuotas('leaders', rule, held, new Map());
  return { leaders: quotas.map((quota) => ({ ...quota, year: 2026 })) };
};

const scheduled = (today: string, held: readonly string[]): Partial<LocalityScope> => {
  const rule = { label, on: { month: 10 }, fulfilledBy: { record: 'meeting' } } as const;
  const records = held.map((on) => ({ recordId: id(9), kind: 'meeting', on, choices: {}, caseIds: [] }));
  const year = { year: 2026, closedOn: null, today, calendar, records, keyCaseIds: [] };
  return { scheduled: scheduleOf({ vote: rule }, year).map((one) => ({ ...one, year: 2026 })) };
};

const opinion = (kind: string, due: string | null): Partial<LocalityScope> => {
  const named = { rule: 'records.opinion.answer', anchor: 'FIXED_DATE', anchorDate: due ?? '' } as const;
  const record = { recordId: id(7), kind, about: 'LOCALITY', label, unitId: null, choices: {} } as const;
  return {
    records: [
      {
        ...record,
        ...{ on: '2026-05-01', complete: true },
        due: due === null ? null : { date: due, ...named, amount: 0, unit: 'DAY', extensions: [] },
      },
    ],
  };
};

const watching = (rule: string, watch: object): Partial<LocalityScope> => ({
  warnings: { ...base.warnings, [rule]: { ...base.warnings[rule], watch, mode: 'ON' } as never },
});
const YEARLY = { kind: 'RECORD_MISSING', record: 'training', on: '10-01' };
const ofUnits = (made: readonly string[]): Partial<LocalityScope> => ({
  ...watching('self-inspection-missing', YEARLY),
  rules: { training: { ...base.records.training, about: 'UNIT' } as never },
  handling: [{ unitId: UNITS.transport, year: 2026 }],
  made: new Set(made),
});

/** Scores of last year as they were published; `upon` is whom the veto falls upon. */
const scored = (
  at: string,
  ...upon: readonly (readonly [unitId: string | null, scopeId: string | null])[]
) => ({
  scored: [
    {
      ...{ runId: id(3), sheet: 'units', year: 2025, at },
      vetoes: upon.map(([unitId, scopeId]) => ({
        ...{ veto: 'dissatisfied', label: { zh: '不满意一票否决', en: 'Dissatisfied' } },
        ...{ unitId, scopeId, scope: scopeId ? 'SECTION' : 'UNIT', effect: 'INELIGIBLE_FOR_AWARD' },
      })),
    },
  ],
});

const REPLIES = { metric: 'REPLY_RATE', label: { zh: '办复率', en: 'reply rate' } };
const differing = (kind: string): Partial<LocalityScope> => ({
  differing: [
    {
      ...{ year: 2025, kind, at: '2026-03-02T02:00:00.000Z' },
      numbers: [
        { ...REPLIES, numerator: 9, denominator: 10, numeratorNow: 10, denominatorNow: 10 },
        {
          ...{ metric: 'RECEIVED', label: { zh: '收到件数', en: 'number received' } },
          ...{ numerator: 10, denominator: null, numeratorNow: 11, denominatorNow: null },
        },
      ],
    },
  ],
});

type Row = readonly [told: string, scope: Partial<LocalityScope>, today: string, warned: readonly string[]];

const TABLE: readonly Row[] = [
  [
    'W09 LN-12 only if the head brings each that is left',
    heads('ho..'),
    '2026-05-04',
    ['head-quota ORANGE 2026-05-04'],
  ],
  ['W09 not even then', heads('hooo'), '2026-05-04', ['head-quota-missed RED 2026-05-04']],
  ['W09 more are left than missing', heads('h.....'), '2026-05-04', []],
  ['W09 met', heads('hhh..'), '2026-05-04', []],
  [
    'W10 QH-18 none by the middle of the year',
    leaders(1, 2, 0),
    '2026-06-30',
    ['leader-quota NOTICE 2026-06-30'],
  ],
  ['W10 none, and it is spring', leaders(1, 2, 0), '2026-06-29', []],
  ['W10 as many as are asked for', leaders(1, 2, 2), '2026-12-30', []],
  ['W10 one too many', leaders(1, 2, 3), '2026-03-01', ['leader-quota-exceeded NOTICE 2026-03-01']],
  [
    'W19 SY-12 October has passed',
    scheduled('2026-11-01', []),
    '2026-11-01',
    ['event-missing NOTICE 2026-11-01'],
  ],
  ['W19 it is still October', scheduled('2026-10-31', []), '2026-10-31', []],
  ['W19 held', scheduled('2026-11-01', ['2026-10-20']), '2026-11-01', []],
  [
    'W19 a locality that is told before',
    {
      ...scheduled('2026-10-25', []),
      ...watching('event-missing', { kind: 'EVENT_MISSING', lead: { amount: 7, unit: 'DAY' } }),
    },
    '2026-10-25',
    ['event-missing NOTICE 2026-10-24'],
  ],
  [
    'W18 SY-13 the report on a deliberation opinion is overdue',
    opinion('deliberation-opinion', '2026-06-30'),
    '2026-07-02',
    ['record-answer-late RED 2026-07-01'],
  ],
  ['W18 in time', opinion('deliberation-opinion', '2026-06-30'), '2026-06-30', []],
  [
    'W17 a unit has not looked back',
    ofUnits([]),
    '2026-10-02',
    ['self-inspection-missing YELLOW 2026-10-01'],
  ],
  ['W17 it has', ofUnits([madeKey('training', 2026, UNITS.transport)]), '2026-10-02', []],
  [
    'W17 another unit has',
    ofUnits([madeKey('training', 2026, UNITS.water)]),
    '2026-10-02',
    ['self-inspection-missing YELLOW 2026-10-01'],
  ],
  [
    'W17 the locality’s own',
    {
      ...watching('self-inspection-missing', YEARLY),
      rules: { training: { ...base.records.training, about: 'LOCALITY' } as never },
    },
    '2026-10-01',
    ['self-inspection-missing YELLOW 2026-10-01'],
  ],
  [
    'W20 a record that is a veto',
    {
      ...opinion('veto-notice', null),
      ...watching('veto', { kind: 'RECORD_PRESENT', record: 'veto-notice' }),
    },
    '2026-05-02',
    ['veto RED 2026-05-01'],
  ],
  [
    'W20 CT-10 a veto stands in published scores',
    scored('2026-02-01T02:00:00.000Z', [UNITS.transport, null]),
    '2026-02-01',
    ['veto RED 2026-02-01'],
  ],
  [
    'W20 two sections of one unit, each for itself',
    scored('2026-02-01T02:00:00.000Z', [UNITS.transport, '公路科'], [UNITS.transport, '安监科']),
    '2026-02-03',
    ['veto RED 2026-02-01', 'veto RED 2026-02-01'],
  ],
  ['W20 scores without a veto', scored('2026-02-01T02:00:00.000Z'), '2026-02-01', []],
  [
    'W20 a year after they were published',
    scored('2026-02-01T02:00:00.000Z', [UNITS.transport, null]),
    '2027-02-02',
    [],
  ],
  [
    'W23 a confirmed year counts otherwise now',
    differing('NPC_SUGGESTION'),
    '2026-03-02',
    ['figure-differs AUDIT 2026-03-02'],
  ],
];

describe('what is warned of in a locality as a whole', () => {
  test.each(TABLE)('%s', (_, scope, today, warned) => {
    expect(shown(scope, today)).toEqual(warned);
  });

  test('what nobody can date goes on since the day it was found', () => {
    const [found] = localityWarnings([{ ...NOTHING, ...heads('ho..') }], '2026-05-04', calendar, []).warnings;
    if (!found) throw new Error('nothing was found');
    const open = { ...found, occurrence: found.key } as unknown as RecordedWarning;
    expect(shown(heads('ho..'), '2026-05-20', [open])).toEqual(['head-quota ORANGE 2026-05-04']);
    expect(shown(heads('hooo'), '2026-05-20', [open])).toEqual(['head-quota-missed RED 2026-05-20']);
  });

  const recorded = (scope: Partial<LocalityScope>, today: string): readonly RecordedWarning[] =>
    localityWarnings([{ ...NOTHING, ...scope }], today, calendar, []).warnings.map(
      (one) => ({ ...one, occurrence: one.key }) as unknown as RecordedWarning,
    );

  test('W20 scores that take the place of others and still have the veto are no second warning', () => {
    const open = recorded(scored('2026-02-01T02:00:00.000Z', [UNITS.transport, null]), '2026-02-01');
    const anew = scored('2026-02-09T02:00:00.000Z', [UNITS.transport, null]);
    expect(shown(anew, '2026-02-09', open)).toEqual(['veto RED 2026-02-01']);
    const another = scored('2026-02-09T02:00:00.000Z', [UNITS.water, null]);
    expect(shown(another, '2026-02-09', open)).toEqual(['veto RED 2026-02-09']);
  });

  test('W20 W23 say whom it falls upon and what differs', () => {
    const reasons = (scope: Partial<LocalityScope>) =>
      recorded(scope, '2026-03-02').map(({ reason }) => reason);
    expect(reasons(scored('2026-02-01T02:00:00.000Z', [UNITS.transport, '公路科']))).toEqual([
      {
        zh: '2025 年度考核结果触发一票否决“不满意一票否决”（公路科）：取消评优评先资格',
        en: 'The scores of 2025 trigger the veto "Dissatisfied" (公路科): not eligible for awards',
      },
    ]);
    expect(reasons(differing('NPC_SUGGESTION'))).toEqual([
      {
        zh: '2025 年数据确认后有变动：办复率确认为 9/10，现为 10/10；另有 1 项',
        en: 'The figures of 2025 have changed since they were confirmed: reply rate was confirmed as 9/10 and is 10/10, and 1 more',
      },
    ]);
  });

  test('last year’s event goes on when it was told, and is not told now for the first time', () => {
    const told = localityWarnings(
      [{ ...NOTHING, ...scheduled('2026-11-01', []) }],
      '2026-11-01',
      calendar,
      [],
    );
    const open = told.warnings.map((one) => ({ ...one, occurrence: one.key }) as unknown as RecordedWarning);
    const next = scheduled('2027-02-01', []);
    expect(shown(next, '2027-02-01', open)).toEqual(['event-missing NOTICE 2026-11-01']);
    expect(shown(next, '2027-02-01')).toEqual([]);
  });

  test('what is written for all kinds and for one alike is warned of once', () => {
    const scope = { ...NOTHING, ...opinion('deliberation-opinion', '2026-06-30') };
    const { warnings } = localityWarnings([scope, { ...scope, kind: null }], '2026-07-02', calendar, []);
    expect(warnings).toHaveLength(1);
  });

  test('says whose it is, of which year, and how it was counted', () => {
    const [warning] = localityWarnings(
      [{ ...NOTHING, ...heads('hooo') }],
      '2026-05-04',
      calendar,
      [],
    ).warnings;
    expect(warning).toMatchObject({
      subject: { kind: 'UNIT', unitId: UNITS.transport },
      reason: { zh: '交通局 2026 年：事' },
    });
  });
});
