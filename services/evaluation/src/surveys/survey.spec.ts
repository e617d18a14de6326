import { encodeId } from '@duban/kernel';
import { describe, expect, test } from '@jest/globals';
import { decideSurvey, recordsOf, type SurveyScene, type SurveyWish } from './survey.js';
import { readSurvey, type SurveyWords } from './survey-row.js';

const CASE = '018f0000-0000-7000-8000-000000000001';
const caseId = (tenant: number) => encodeId({ kind: 'proposal', tenant, id: CASE });
const words: SurveyWords = {
  tenant: 7,
  sampleSize: 500,
  questions: [
    { source: 'SURVEY', code: 'attitude', full: '100' },
    { source: 'SURVEY', code: 'result', full: '10' },
  ],
  units: [
    { id: 'u1', name: '市水利局' },
    { id: 'u2', name: '市交通局' },
  ],
  caseKnown: (id) => id === CASE,
};
const cells = { 题目: 'attitude', 承办单位: '市水利局', 有效答卷: '120', 得分: '92.5' };
const read = (...rows: (Record<string, string> | object)[]) =>
  readSurvey(
    rows.map((row, at) => ({ rowNumber: at + 2, cells: { ...cells, ...row } })),
    words,
  );
const told = (...rows: object[]) =>
  read(...rows).problems.map(({ row, column, code }) => `${row} ${column} ${code}`);

describe('rows of a survey', () => {
  test('say under which question, about whom, and from how many answers', () => {
    expect(read({}, { 承办单位: '市交通局', 题目: 'result', 得分: '10', 件编号: caseId(7) })).toEqual({
      problems: [],
      results: [
        { code: 'attitude', unitId: 'u1', caseId: null, answers: 120, value: '92.5' },
        { code: 'result', unitId: 'u2', caseId: CASE, answers: 120, value: '10' },
      ],
    });
  });

  test('of the only question there is need not name it', () => {
    const only = { ...words, questions: words.questions.slice(0, 1) };
    const rows = [{ rowNumber: 2, cells: { ...cells, 题目: '' } }];
    expect(readSurvey(rows, only).results).toMatchObject([{ code: 'attitude' }]);
  });

  test.each<[string, object, string[]]>([
    ['a question nobody asks', { 题目: 'weather' }, ['2 题目 VALUE_UNKNOWN']],
    ['no question where there are two', { 题目: '' }, ['2 题目 CELL_EMPTY']],
    ['a unit nobody knows', { 承办单位: '市天文局' }, ['2 承办单位 VALUE_UNKNOWN']],
    ['no unit', { 承办单位: ' ' }, ['2 承办单位 CELL_EMPTY']],
    ['another locality’s case', { 件编号: caseId(8) }, ['2 件编号 PROPOSAL_NOT_FOUND']],
    ['words for a case', { 件编号: '第一号' }, ['2 件编号 PROPOSAL_NOT_FOUND']],
    ['nobody who answered', { 有效答卷: '0' }, ['2 有效答卷 ANSWERS_INVALID']],
    ['more answers than were asked', { 有效答卷: '501' }, ['2 有效答卷 ANSWERS_INVALID']],
    ['half an answer', { 有效答卷: '1.5' }, ['2 有效答卷 ANSWERS_INVALID']],
    ['no number', { 得分: '优' }, ['2 得分 VALUE_INVALID']],
    ['less than nothing', { 得分: '-1' }, ['2 得分 VALUE_INVALID']],
    ['more than full', { 题目: 'result', 得分: '10.1' }, ['2 得分 VALUE_OUT_OF_RANGE']],
    ['everything at once', { 承办单位: '', 得分: '' }, ['2 承办单位 CELL_EMPTY', '2 得分 CELL_EMPTY']],
  ])('%s is told at its cell', (_, row, expected) => {
    expect(told(row)).toEqual(expected);
  });

  test('the same twice is told at the second', () => {
    expect(told({}, { 得分: '80' })).toEqual(['3 承办单位 ROW_TWICE']);
    expect(told({}, { 题目: 'result', 得分: '8' }, { 件编号: caseId(7) })).toEqual([]);
  });
});

const wish: SurveyWish = {
  year: 2026,
  title: '第三方满意度调查',
  organiser: '市统计局',
  from: '2026-04-01',
  to: '2026-05-20',
  sampleSize: 500,
};
const earlier = { surveyId: 's1', title: wish.title, organiser: wish.organiser, replaced: false };
const scene: SurveyScene = { known: [], correction: null, now: '2026-06-01T00:00:00.000Z' };
const decided = (input: Partial<SurveyWish>, more: Partial<SurveyScene> = {}) => {
  const outcome = decideSurvey('s2', { ...wish, ...input }, { ...scene, ...more });
  return outcome.accepted ? outcome.value.payload : outcome.code;
};

describe('a survey', () => {
  test('is imported once, and corrected by another import with a reason', () => {
    expect(decided({})).toEqual({ ...wish, surveyId: 's2', replaces: null, reason: null });
    expect(decided({}, { known: [earlier] })).toBe('SURVEY_IMPORTED_BEFORE');
    const correction = { survey: earlier, reason: '录入错误' };
    expect(decided({}, { known: [earlier], correction })).toMatchObject({
      replaces: 's1',
      reason: '录入错误',
    });
    expect(decided({}, { known: [{ ...earlier, replaced: true }] })).toMatchObject({ replaces: null });
  });

  test.each<[string, Partial<SurveyWish>, Partial<SurveyScene>, string]>([
    ['without a name', { title: ' ' }, {}, 'TEXT_EMPTY'],
    ['that ends before it begins', { to: '2026-03-31' }, {}, 'SURVEY_PERIOD_INVALID'],
    ['that goes on', { to: '2026-06-02' }, {}, 'DATE_IN_FUTURE'],
    ['of nobody', { sampleSize: 0 }, {}, 'SURVEY_SAMPLE_INVALID'],
    ['that corrects nothing', {}, { correction: { survey: null, reason: '误' } }, 'SURVEY_NOT_FOUND'],
    [
      'corrected already',
      {},
      { correction: { survey: { ...earlier, replaced: true }, reason: '误' } },
      'SURVEY_CORRECTED_BEFORE',
    ],
    ['corrected without a reason', {}, { correction: { survey: earlier, reason: '' } }, 'TEXT_EMPTY'],
  ])('%s is refused', (_, input, more, code) => {
    expect(decided(input, more)).toBe(code);
  });

  test('leaves a record for each result, which points back to it', () => {
    const { results } = read({}, { 承办单位: '市交通局' });
    const survey = { ...wish, surveyId: 's2', replaces: null, reason: null };
    const ids = ['r1', 'r2'];
    const records = recordsOf(survey, results, { now: scene.now, newId: () => ids.shift() ?? '' });
    expect(records.map(({ payload }) => payload)).toMatchObject([
      { recordId: 'r1', source: 'SURVEY', code: 'attitude', year: 2026, subject: { kind: 'UNIT', id: 'u1' } },
      { recordId: 'r2', survey: { id: 's2', answers: 120 }, subject: { kind: 'UNIT', id: 'u2' } },
    ]);
  });
});
