import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readLocalityFolders } from '@duban/kernel/runtime';
import { describe, expect, test } from '@jest/globals';
import { decimal, text } from '../sheet/decimal.js';
import { scoringOf } from '../sheet/scoring-files.file.js';
import {
  evidenceOf,
  fileOf,
  fromTheLeaves,
  JUDGE,
  lineOf,
  problemsIn,
  ROOT,
  rowsOf,
  scored,
  sheetIn,
  sheetNamed,
  UNWEIGHED_INDICATORS,
} from '../testing/scoring.kit.js';

const root = join(ROOT, 'localities');
const folders = readLocalityFolders(root);
const loaded = scoringOf(root, folders, JUDGE);
const ownOf = (folder: string) => {
  const number = folders.localities.find((one) => one.folder === folder)?.locality.number;
  return loaded.find((one) => one.number === number)?.effective;
};

/** Weights that a locality enters on top of what was published: as equal as they can be. */
const entered = (sheet: string, codes: readonly string[]): string => {
  const each = Math.floor(100 / codes.length);
  const lines = codes.map((code, index) => {
    const weight = index === 0 ? 100 - each * (codes.length - 1) : each;
    return `      ${code}: { weight: ${weight} }`;
  });
  return `version: "1"\nsheets:\n  ${sheet}:\n    indicators:\n${lines.join('\n')}\n`;
};

describe('the localities’ sheets', () => {
  test.each([
    ['qinghai', { evaluation: 4 }],
    ['laoshan', { 'deputies-rate-items': 0, 'district-performance': 4, 'proposals-face-reply': 0 }],
    ['chunan', { 'composite-index': 7 }],
    ['county-2024', { 'running-score': 3 }],
    ['shaoyang', { 'year-end': 10 }],
    ['hengyang', { 'handling-year': 3 }],
    ['qingdao', { 'deputies-rate-items': 0 }],
  ])('%s: weights still to be entered, sheet by sheet: %j', (folder, missing) => {
    const effective = ownOf(folder);
    const open = Object.keys(effective?.sheets.sheets ?? {}).map((code) => [
      code,
      effective?.problems.filter(({ path }) => path[1] === code).length,
    ]);
    expect(Object.fromEntries(open)).toEqual(missing);
  });

  test.each(readdirSync(join(root, 'base/scoring-presets')))(
    'the preset %s comes to what its examples say',
    (file) => {
      expect(problemsIn(fileOf(`base/scoring-presets/${file}`))).toEqual([]);
    },
  );
});

describe('CA-15, T14: seven indicators without a weight', () => {
  const file = fileOf('chunan/scoring.yaml');

  test('are seven reasons not to publish, each at its line', () => {
    const problems = problemsIn(file);
    expect(problems).toHaveLength(7);
    expect(problems.every((one) => one.startsWith('WEIGHT_MISSING sheets.composite-index.indicators.'))).toBe(
      true,
    );
  });

  test('with weights that sum to 100 the index is computed', () => {
    const own = entered('composite-index', UNWEIGHED_INDICATORS);
    expect(problemsIn(file, own)).toEqual([]);
    const rows = [
      ...rowsOf(7, {
        closedOn: '2026-06-01',
        faceContacts: 1,
        overallFinal: 'SATISFIED',
        outcomes: 'SOLVED',
      }),
      ...rowsOf(3, { outcomes: 'DEFERRED' }),
    ];
    const evidence = ['unitAttention', 'online', 'digital'].map((code) => evidenceOf('MANUAL', code, '90'));
    const [score] = scored(sheetIn(file, own), rows, { evidence });
    // 16 × 0.9 + 14 × (0.7 + 0.7 + 1 + 0.7 + 0.9 + 0.9)
    expect(score?.total).toBe('83');
  });
});

describe('T13: one dissatisfied among thirty', () => {
  const file = fileOf('county-2024/scoring.yaml');
  const own = entered('running-score', ['met', 'replied', 'satisfaction']);
  const sheet = sheetIn(file, own);
  const good = {
    contacts: 2,
    repliedOn: '2026-04-01',
    overallFirst: 'SATISFIED',
    overallFinal: 'SATISFIED',
  } as const;
  const rows = [
    ...rowsOf(20, good, { responsible: { section: 'x' } }),
    ...rowsOf(9, good, { responsible: { section: 'y' } }),
    ...rowsOf(1, { ...good, overallFirst: 'DISSATISFIED' }, { responsible: { section: 'x' } }),
  ];

  test('CT-10: the section loses its eligibility; the unit keeps its score, its rank and its own eligibility', () => {
    const [score] = scored(sheet, rows);
    expect(score).toMatchObject({ total: '100', counted: '100', rank: 1, eligibleForAward: true });
    expect(score?.vetoes).toEqual([
      {
        veto: 'dissatisfied',
        scope: 'SECTION',
        scopeId: 'x',
        effect: 'INELIGIBLE_FOR_AWARD',
        grade: null,
        caseIds: [rows[29]?.caseId],
        recordIds: [],
        liftedCaseIds: [],
        stands: true,
      },
    ]);
  });

  test('CT-10: a second round does not lift it, unless the rule says so', () => {
    const lifted = 'item.overallFinal == "SATISFIED"';
    const lenient = { ...sheet, vetoes: { v: { ...sheet.vetoes?.dissatisfied, liftedBy: lifted } } };
    const [score] = scored(lenient as typeof sheet, rows);
    expect(score?.vetoes).toMatchObject([{ stands: false, caseIds: [], liftedCaseIds: [rows[29]?.caseId] }]);
  });

  test.each([
    ['SCORE_ZERO', { total: '100', counted: '0', rank: 2, eligibleForAward: true }],
    ['INELIGIBLE_FOR_AWARD', { total: '100', counted: '100', rank: 1, eligibleForAward: false }],
  ] as const)('a veto over the whole unit: %s', (effect, expected) => {
    const { dissatisfied } = sheet.vetoes ?? {};
    const strict = { ...sheet, vetoes: { v: { ...dissatisfied, scope: 'UNIT', effect } } } as typeof sheet;
    const other = rowsOf(
      20,
      { ...good, overallFinal: 'DISSATISFIED' },
      { subjectId: 'u2', responsible: { section: 'z' } },
    );
    const plain = {
      ...strict,
      vetoes: { v: { ...strict.vetoes?.v, that: 'item.overallFirst == "DISSATISFIED"' } },
    };
    expect(scored(plain as typeof sheet, [...rows, ...other])[0]).toMatchObject(expected);
  });
});

describe('published rules as sheets', () => {
  test('QH-25, T10: every key item solved, while the rest is as it is', () => {
    const file = fileOf('qinghai/scoring.yaml');
    const sheet = sheetIn(file, entered('evaluation', ['onTime', 'deputies', 'departments', 'keySolved']));
    const rows = [
      ...rowsOf(21, { keyTiers: 'TOP_LEADER', outcomes: 'SOLVED', repliedOn: '2026-04-01' }),
      ...rowsOf(223, { outcomes: 'IN_PROGRESS|PLANNED', repliedOn: '2026-04-01' }),
    ];
    const [score] = scored(sheet, rows);
    expect(lineOf(score, 'keySolved')).toMatchObject({ numerator: '21', denominator: '21', value: '100' });
    expect(score?.targets).toEqual([
      { target: 'onTime', value: '100', attained: true },
      { target: 'keySolved', value: '100', attained: true },
    ]);
  });

  test('a deputy rates each item 10 + 30 + 50 + 10; the unit’s score is the mean, and below 90 it is listed', () => {
    const sheet = sheetIn(fileOf('qingdao/scoring.yaml'));
    const ratings = [
      [10, 30, 50, 10],
      [8, 20, 30, 5],
    ];
    const items = rowsOf(2);
    const codes = ['communication', 'faceReply', 'effect', 'followUp'];
    const evidence = ratings.flatMap((points, index) =>
      codes.map((code, at) =>
        evidenceOf('SURVEY', code, String(points[at]), { caseId: items[index]?.caseId ?? null }),
      ),
    );
    const [score] = scored(sheet, items, { evidence });
    expect(score).toMatchObject({ total: '81.5', listed: true, group: 'fewer' });
    const lost = score?.lines.flatMap(({ costs }) => costs) ?? [];
    expect(lost.every(({ caseId }) => caseId === items[1]?.caseId)).toBe(true);
    expect(text(lost.reduce((sum, one) => sum.plus(decimal(one.lost)), decimal(0)))).toBe('18.5');
    expect(score && fromTheLeaves(score)).toBe('81.5');
  });

  test('SY-14, SY-15, T20: the signed form and the verification are two lines, and neither overrules the other', () => {
    const sheet = sheetIn(fileOf('shaoyang/scoring.yaml'));
    const rows = rowsOf(1, { repliedOn: '2026-04-01', resultFinal: 'SATISFIED' });
    const evidence = [evidenceOf('SURVEY', 'verification', '0', { caseId: rows[0]?.caseId ?? null })];
    const [score] = scored(sheet, rows, { evidence });
    expect(lineOf(score, 'signed').value).toBe('100');
    expect(lineOf(score, 'verified').value).toBe('0');
  });

  test('HY-15, T4: attitude and result are two lines, read from the final round', () => {
    const sheet = sheetIn(fileOf('hengyang/scoring.yaml'));
    const rows = [
      ...rowsOf(9, { attitudeFinal: 'SATISFIED', resultFirst: 'SATISFIED', resultFinal: 'SATISFIED' }),
      ...rowsOf(1, {
        attitudeFinal: 'SATISFIED',
        resultFirst: 'DISSATISFIED',
        resultFinal: 'BASICALLY_SATISFIED',
      }),
    ];
    const [score] = scored(sheet, rows);
    expect(lineOf(score, 'attitude').value).toBe('100');
    expect(lineOf(score, 'result').value).toBe('100');
  });
});

describe('what a place looks at beside the figures', () => {
  const graded = (codes: readonly (readonly ['MANUAL' | 'SURVEY', string, string])[]) =>
    codes.map(([source, code, value]) => evidenceOf(source, code, value));

  test('QH-11, QH-32: deputies’ opinions and the departments’ assessment are two lines; process and result stand apart', () => {
    const own = entered('evaluation', ['onTime', 'deputies', 'departments', 'keySolved']);
    const sheet = sheetIn(fileOf('qinghai/scoring.yaml'), own);
    const rows = rowsOf(4, { keyTiers: 'GOV_LEADER', outcomes: 'SOLVED', repliedOn: '2026-04-01' });
    const evidence = graded([
      ['SURVEY', 'deputies', '96'],
      ['MANUAL', 'departments', '80'],
    ]);
    const [score] = scored(sheet, rows, { evidence });
    const points = (part: string) =>
      score?.lines.filter((line) => line.part === part).map((line) => [line.indicator, line.points]);
    expect(points('process')).toEqual([['onTime', '25']]);
    expect(points('result')).toEqual([
      ['deputies', '24'],
      ['departments', '20'],
      ['keySolved', '25'],
    ]);
    expect(score && fromTheLeaves(score)).toBe('94');
  });

  test('LN-01, LN-19: the rate of implementation is the mean of what deputies said, and counts in the district’s assessment', () => {
    const codes = ['implementation', 'headFaceReply', 'communication', 'rescued'];
    const own = entered('district-performance', codes);
    const sheet = sheetNamed('district-performance', fileOf('laoshan/scoring.yaml'), own);
    const rows = rowsOf(2, { contacts: 4, headFaceReply: true });
    const evidence = ['98', '96'].map((value) => evidenceOf('SURVEY', 'implementation', value));
    const [score] = scored(sheet, rows, { evidence });
    expect(lineOf(score, 'implementation').value).toBe('97');
    // Nothing was handled a second time: its 25 points go to the other three.
    expect(score?.total).toBe('99');
  });

  test('SY-22, SY-23, SY-24, SY-25: each thing that is not let pass is a flag, and counts by itself', () => {
    const codes = Object.keys(ownOf('shaoyang')?.sheets.sheets['year-end']?.indicators ?? {});
    const sheet = sheetIn(fileOf('shaoyang/scoring.yaml'), entered('year-end', codes));
    const evidence = [1, 2, 3].map(() => evidenceOf('FLAG', 'not-let-pass', '1'));
    const [score] = scored(sheet, rowsOf(1), { evidence });
    // Seven of ten, of a line that is worth 25 while most others have nothing to measure.
    expect(lineOf(score, 'notLetPass')).toMatchObject({ value: '3', worth: '25', points: '17.5' });
    expect(score && lineOf(score, 'notLetPass').costs.map(({ recordId }) => recordId)).toHaveLength(3);
  });
});

describe('the localities’ awards', () => {
  const awardsOf = (folder: string) => ownOf(folder)?.sheets.awards ?? {};

  test('HY-10: twenty suggestions of high quality and fifteen advanced units', () => {
    const quotas = Object.entries(awardsOf('hengyang')).map(([code, { subject, quota }]) => [
      code,
      subject,
      quota,
    ]);
    expect(quotas).toEqual([
      ['excellent-suggestion', 'PROPOSAL', 20],
      ['advanced-unit', 'UNIT', 15],
    ]);
  });

  test('SY-27: a quantified score of all, and awards whose vetoes it knows', () => {
    expect(awardsOf('shaoyang')).toMatchObject({
      'good-suggestion': { subject: 'PROPOSAL' },
      'advanced-unit': { subject: 'UNIT', sheet: 'year-end' },
    });
  });

  test('LC-09, LC-10, LC-18: quality and not quantity: good proposals without a number, ten demonstration cases, and what the province recognised', () => {
    expect(awardsOf('laoshan')).toMatchObject({
      'good-proposal': { subject: 'PROPOSAL' },
      'demonstration-case': { quota: 10 },
      'provincial-case': { level: 'PROVINCE' },
    });
    expect(awardsOf('laoshan')['good-proposal']).not.toHaveProperty('quota');
  });
});

test('LN-02: what a suggestion says, and how and with what result it was handled, are parts of one score', () => {
  const sheet = sheetIn(fileOf('base/scoring-presets/suggestion-quality.yaml'));
  const satisfied = { attitudeFinal: 'SATISFIED', resultFinal: 'SATISFIED' } as const;
  const evidence = [evidenceOf('MANUAL', 'content', '90')];
  const totalOf = (facts: Parameters<typeof rowsOf>[1], said = evidence) =>
    scored(sheet, rowsOf(1, facts), { evidence: said })[0]?.total;
  expect(totalOf(satisfied)).toBe('95');
  expect(totalOf({ ...satisfied, attitudeFinal: 'DISSATISFIED' })).toBe('75');
  expect(totalOf({ ...satisfied, resultFinal: 'DISSATISFIED' })).toBe('65');
  // What nobody has graded yet leaves its points to the rest.
  expect(totalOf(satisfied, [])).toBe('100');
});
