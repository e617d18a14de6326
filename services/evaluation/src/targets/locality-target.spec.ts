import { describe, expect, test } from '@jest/globals';
import type { ScoreRow } from '../score/score-input.js';
import { scoreTable } from '../score/score-sheet.js';
import { fileOf, LANGUAGE, problemsIn, rowsOf, sheetIn } from '../testing/scoring.kit.js';
import { localityTargets } from './locality-target.js';

const PLACE = { subjectId: '630000', role: 'LEAD' };
const told = (text: string, rows: readonly ScoreRow[]) => {
  const table = scoreTable({ subjects: ['630000'], rows, evidence: [], day: '2026-12-31' }, LANGUAGE);
  const data = table.subjects.get('630000') ?? { rows: [], evidence: [] };
  return localityTargets('evaluation', sheetIn(fileOf('qinghai/scoring.yaml'), text), table.columns, data);
};

/** What the article counts and does not name: the tenant names them. */
const SEVEN = {
  handedOver: ['全部交办', 'item.handedOverOn != ""'],
  contacted: ['全部沟通', 'item.contacted'],
  replied: ['全部办复', 'item.replied'],
  inTime: ['全部按期', 'item.onTime'],
  faceToFace: ['全部面复', 'item.faceReply'],
  closed: ['全部办结', 'item.closed'],
  satisfied: ['全部满意', 'item.satisfied'],
} as const;
const entered = `version: "2"
sheets:
  evaluation:
    indicators:
${Object.entries(SEVEN)
  .map(
    ([code, [zh, that]]) =>
      `      ${code}: { name: { zh: ${zh}, en: ${code} }, weight: null, when: item.active, measure: { kind: SHARE, that: '${that}' }, mapping: { kind: LINEAR }, missing: EXCLUDE_AND_RENORMALISE }`,
  )
  .join('\n')}
    targets:
      onTime: null
      keySolved: null
${Object.entries(SEVEN)
  .map(
    ([code, [zh]]) =>
      `      ${code}: { name: { zh: ${zh}百分之百, en: all ${code} }, indicator: ${code}, atLeast: 100 }`,
  )
  .join('\n')}
`;

describe('QH-07: seven targets of 100 %, named by the tenant', () => {
  const done = { repliedOn: '2026-04-30', contacts: 2, faceReply: true, closedOn: '2026-05-01' };
  const rows = [
    ...rowsOf(243, { ...done, satisfiedOn: '2026-05-02' }, PLACE),
    ...rowsOf(1, { ...done, faceReply: false }, PLACE),
  ];
  const last = rows.at(-1)?.caseId;

  test('each says what it came to, out of how many, and which case is missing', () => {
    const targets = told(entered, rows);
    expect(targets.map(({ target, attained }) => [target, attained])).toEqual([
      ['handedOver', true],
      ['contacted', true],
      ['replied', true],
      ['inTime', true],
      ['faceToFace', false],
      ['closed', true],
      ['satisfied', false],
    ]);
    expect(targets[4]).toMatchObject({
      name: { zh: '全部面复百分之百' },
      numerator: '243',
      denominator: '244',
      value: '99.590163934426',
      missing: [last],
    });
  });

  test('they need no weights, and weights are the only thing the sheet still wants', () => {
    const codes = problemsIn(fileOf('qinghai/scoring.yaml'), entered).map((problem) => problem.split(' ')[0]);
    expect(new Set(codes)).toEqual(new Set(['WEIGHT_MISSING']));
  });

  test('with nothing to measure there is no value, and it is neither attained nor missed', () => {
    expect(told(entered, [])[0]).toMatchObject({ value: null, attained: null, missing: [] });
  });
});

describe('QH-19, T10: key items are solved to 100 %, whatever the others are', () => {
  const key = { keyTiers: 'GOV_LEADER', repliedOn: '2026-04-30' };
  const others = rowsOf(100, { repliedOn: '2026-04-30', outcomes: 'PLANNED' }, PLACE);
  const keySolved = (rows: readonly ScoreRow[]) =>
    told('version: "2"', [...rows, ...others]).find(({ target }) => target === 'keySolved');

  test('21 of 21', () => {
    expect(keySolved(rowsOf(21, { ...key, outcomes: 'SOLVED' }, PLACE))).toMatchObject({
      numerator: '21',
      denominator: '21',
      value: '100',
      attained: true,
    });
  });

  test('20 of 21', () => {
    const rows = [
      ...rowsOf(20, { ...key, outcomes: 'SOLVED' }, PLACE),
      ...rowsOf(1, { ...key, outcomes: 'IN_PROGRESS' }, PLACE),
    ];
    expect(keySolved(rows)).toMatchObject({ attained: false, missing: [rows.at(-1)?.caseId] });
  });
});
