import { describe, expect, test } from '@jest/globals';
import type { Sheets } from '../sheet/sheet.js';
import { sheetIn } from '../testing/scoring.kit.js';
import { decideCorrection, decideRecord, type EvidenceWish } from './evidence.js';
import { codesIn } from './evidence-codes.js';

const sheet = sheetIn(`version: "1"
sheets:
  one:
    name: { zh: 考核, en: sheet }
    subject: UNIT
    maximum: 20
    rounding: { mode: HALF_UP, digits: 2 }
    indicators:
      archive:
        name: { zh: 档案, en: archives }
        weight: 10
        measure: { kind: MANUAL, full: 50 }
        mapping: { kind: LINEAR }
        missing: ZERO
      opinion:
        name: { zh: 测评, en: survey }
        weight: 10
        measure: { kind: SURVEY, code: third-party }
        mapping: { kind: LINEAR }
        missing: ZERO
    adjustments:
      praised: { name: { zh: 表扬, en: praised }, kind: BONUS, order: 1, manual: praise, cap: 3 }
    vetoes:
      fake: { name: { zh: 弄虚作假, en: faked }, flag: fake, scope: UNIT, effect: SCORE_ZERO, period: YEAR }
`);
const sheets: Sheets = { version: '1', sheets: { one: sheet } };
const now = '2026-06-01T00:00:00.000Z';
const scene = { sheets, subjectKnown: true, caseKnown: true, now };
const wish: EvidenceWish = {
  source: 'MANUAL',
  code: 'archive',
  year: 2026,
  subject: { kind: 'UNIT', id: 'u1' },
  caseId: null,
  value: '45.5',
  documents: [],
  note: null,
  at: null,
};
const codeOf = (outcome: { accepted: boolean; code?: string }) =>
  outcome.accepted ? 'accepted' : outcome.code;

test('the sheets say what may be recorded, and how much is full', () => {
  expect(codesIn(sheets)).toEqual([
    { source: 'MANUAL', code: 'archive', full: '50' },
    { source: 'SURVEY', code: 'third-party', full: '100' },
    { source: 'MANUAL', code: 'praise', full: '3' },
    { source: 'FLAG', code: 'fake', full: null },
  ]);
});

describe('a record', () => {
  test.each<[string, Partial<EvidenceWish>, string]>([
    ['as full as it may be', { value: '50.0' }, 'accepted'],
    ['nothing at all', { value: '0' }, 'accepted'],
    ['more than full', { value: '50.01' }, 'EVIDENCE_VALUE_OUT_OF_RANGE'],
    ['less than nothing', { value: '-1' }, 'EVIDENCE_VALUE_OUT_OF_RANGE'],
    ['points by hand', { code: 'praise', value: '3' }, 'accepted'],
    ['a flag', { source: 'FLAG', code: 'fake', value: '1' }, 'accepted'],
    ['half a flag', { source: 'FLAG', code: 'fake', value: '0.5' }, 'EVIDENCE_FLAG_VALUE'],
    ['a code of another kind', { source: 'SURVEY' }, 'EVIDENCE_CODE_UNKNOWN'],
    ['last year', { at: '2025-12-31T16:00:00.000Z' }, 'accepted'],
    ['tomorrow', { at: '2026-06-02T00:00:00.000Z' }, 'DATE_IN_FUTURE'],
    ['a document without a name', { documents: [{ title: '', reference: '1' }] }, 'TEXT_EMPTY'],
  ])('%s', (_, input, expected) => {
    expect(codeOf(decideRecord('r1', { ...wish, ...input }, scene))).toBe(expected);
  });

  test('is about somebody known', () => {
    expect(codeOf(decideRecord('r1', wish, { ...scene, subjectKnown: false }))).toBe(
      'EVIDENCE_SUBJECT_NOT_FOUND',
    );
    expect(codeOf(decideRecord('r1', wish, { ...scene, caseKnown: false }))).toBe('PROPOSAL_NOT_FOUND');
    expect(codeOf(decideRecord('r1', wish, { ...scene, sheets: null }))).toBe('EVIDENCE_CODE_UNKNOWN');
  });
});

test('a correction is another record, once, with a reason, and from now on', () => {
  const { at: _, ...said } = wish;
  const old = { ...said, recordId: 'r1', replaces: null, reason: null, replaced: false };
  const correction = { value: '40', documents: [], note: null, reason: '复核' };
  expect(decideCorrection('r2', old, correction, scene)).toEqual({
    accepted: true,
    value: {
      type: 'evidence.recorded',
      payload: { ...old, ...correction, replaced: undefined, recordId: 'r2', replaces: 'r1' },
      occurredAt: now,
    },
  });
  expect(codeOf(decideCorrection('r2', { ...old, replaced: true }, correction, scene))).toBe(
    'EVIDENCE_ALREADY_CORRECTED',
  );
  expect(codeOf(decideCorrection('r2', old, { ...correction, value: '45.50' }, scene))).toBe(
    'EVIDENCE_UNCHANGED',
  );
  expect(codeOf(decideCorrection('r2', old, { ...correction, reason: '' }, scene))).toBe('TEXT_EMPTY');
});
