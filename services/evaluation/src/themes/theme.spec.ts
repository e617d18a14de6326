import { fillText, KERNEL_REFUSALS, type Outcome } from '@duban/kernel';
import { describe, expect, test } from '@jest/globals';
import {
  decideAdding,
  decideClosing,
  decideOpening,
  decideRemoval,
  decideRevision,
  type KeptTheme,
  MOST_PICKED,
  type PickedCase,
  type ThemeChange,
  type ThemeFilter,
  type ThemeWords,
} from './theme.js';
import { THEME_REFUSALS } from './theme-refusals.js';

const nothing: ThemeFilter = {
  ...{ category: null, kind: null, period: null, system: null, keyOnly: false },
  ...{ year: null, years: null, from: null, to: null },
};
const words: ThemeWords = {
  name: '农村饮水安全',
  nameEn: null,
  description: '多地反映农村饮水问题。',
  filter: { ...nothing, category: 'ECOLOGY', year: 2026 },
};
const open: KeptTheme = {
  ...words,
  themeId: 't1',
  openedAt: '2026-03-01T00:00:00.000Z',
  closedAt: null,
  closingReason: null,
  version: 1,
};
const closed: KeptTheme = { ...open, closedAt: '2026-06-01T00:00:00.000Z', closingReason: '已解决' };
const codeOf = (outcome: Outcome<unknown>) => (outcome.accepted ? 'accepted' : outcome.code);

describe('a theme is opened (确立)', () => {
  const scene = { hasBelow: true, nameTaken: false };
  type Row = [why: string, code: string, said: Partial<ThemeWords>, scene?: Partial<typeof scene>];
  test.each<Row>([
    ['by a locality with others below', 'accepted', {}],
    ['with an English name', 'accepted', { nameEn: 'Drinking water' }],
    ['on a kind alone', 'accepted', { filter: { ...nothing, kind: 'CPPCC_PROPOSAL' } }],
    ['on a period alone', 'accepted', { filter: { ...nothing, period: 'IN_SESSION' } }],
    ['on a system alone', 'accepted', { filter: { ...nothing, system: 'COURT' } }],
    ['on what is key', 'accepted', { filter: { ...nothing, keyOnly: true } }],
    ['by nobody’s superior', 'THEME_NOBODY_BELOW', {}, { hasBelow: false }],
    ['under a name that is taken', 'THEME_NAME_TAKEN', {}, { nameTaken: true }],
    ['on no field', 'THEME_WITHOUT_FIELD', { filter: nothing }],
    ['on a year alone', 'THEME_WITHOUT_FIELD', { filter: { ...nothing, year: 2026, from: '2026-01-01' } }],
    ['without a name', 'TEXT_EMPTY', { name: ' ' }],
    ['with a name too long', 'TEXT_TOO_LONG', { name: '水'.repeat(101) }],
    ['with an empty English name', 'TEXT_EMPTY', { nameEn: '' }],
    ['with half a character', 'TEXT_INVALID', { description: '\udc00' }],
  ])('%s: %s', (_why, code, said, beside = {}) => {
    expect(codeOf(decideOpening('t1', { ...words, ...said }, { ...scene, ...beside }))).toBe(code);
  });
});

describe('a theme is revised (修订)', () => {
  const nothingSaid: ThemeChange = {
    ...{ name: null, nameEn: null, description: null, filter: null },
    reason: '范围扩大',
  };
  type Row = [
    why: string,
    code: string,
    change: Partial<ThemeChange>,
    theme?: KeptTheme,
    nameTaken?: boolean,
  ];
  test.each<Row>([
    ['in its name', 'accepted', { name: '城乡饮水安全' }],
    ['in its filter', 'accepted', { filter: { ...words.filter, year: null } }],
    ['in nothing', 'THEME_UNCHANGED', {}],
    ['to what it says already', 'THEME_UNCHANGED', { name: words.name, filter: { ...words.filter } }],
    ['to a filter without a field', 'THEME_WITHOUT_FIELD', { filter: nothing }],
    ['to the name of another', 'THEME_NAME_TAKEN', { name: '其他' }, open, true],
    ['without a reason', 'TEXT_EMPTY', { name: '其他', reason: '' }],
    ['after it was closed', 'THEME_CLOSED', { name: '其他' }, closed],
  ])('%s: %s', (_why, code, change, theme = open, nameTaken = false) => {
    expect(codeOf(decideRevision(theme, { ...nothingSaid, ...change }, { nameTaken }))).toBe(code);
  });

  test('what is left out stays, and an empty English name takes it away', () => {
    const named = { ...open, nameEn: 'Water' };
    const revised = decideRevision(named, { ...nothingSaid, name: '饮水' }, { nameTaken: false });
    expect(revised).toMatchObject({
      value: {
        type: 'theme.revised',
        payload: { ...words, name: '饮水', nameEn: 'Water', reason: '范围扩大' },
      },
    });
    const unnamed = decideRevision(named, { ...nothingSaid, nameEn: '' }, { nameTaken: false });
    expect(unnamed).toMatchObject({ value: { payload: { nameEn: null } } });
  });
});

describe('a case is picked for a theme (选入), and taken out again (移出)', () => {
  const one = { ownerId: 411, caseId: 'c1', reason: '典型' };
  const [it]: PickedCase[] = [{ ownerId: 411, caseId: 'c1' }];
  const many = Array.from({ length: MOST_PICKED }, (_, at) => ({ ownerId: 412, caseId: `m${at}` }));
  type Pick = Parameters<typeof decideAdding>[1];
  type Row = [
    why: string,
    code: string,
    picked: PickedCase[],
    seen?: boolean,
    said?: Partial<Pick>,
    theme?: KeptTheme,
  ];
  test.each<Row>([
    ['that is seen', 'accepted', []],
    ['of another locality under the same id', 'accepted', [{ ownerId: 412, caseId: 'c1' }]],
    ['that is not seen', 'THEME_CASE_NOT_FOUND', [], false],
    ['that is not seen and was picked', 'THEME_CASE_NOT_FOUND', [it as PickedCase], false],
    ['twice', 'THEME_CASE_PICKED', [it as PickedCase]],
    ['beside as many as there may be', 'THEME_CASES_FULL', many],
    ['beside one fewer', 'accepted', many.slice(1)],
    ['without a reason', 'TEXT_EMPTY', [], true, { reason: ' ' }],
    ['of a closed theme', 'THEME_CLOSED', [], true, {}, closed],
  ])('one %s: %s', (_why, code, picked, seen = true, said = {}, theme = open) => {
    expect(codeOf(decideAdding(theme, { ...one, ...said }, { picked, seen }))).toBe(code);
  });

  test.each<[why: string, code: string, picked: PickedCase[], reason?: string, theme?: KeptTheme]>([
    ['that was picked', 'accepted', [it as PickedCase]],
    ['that was not', 'THEME_CASE_NOT_PICKED', [{ ownerId: 412, caseId: 'c1' }]],
    ['without a reason', 'TEXT_EMPTY', [it as PickedCase], ''],
    ['of a closed theme', 'THEME_CLOSED', [it as PickedCase], '不典型', closed],
  ])('one %s is taken out: %s', (_why, code, picked, reason = '不典型', theme = open) => {
    expect(codeOf(decideRemoval(theme, { ...one, reason }, picked))).toBe(code);
  });
});

test('a theme is closed (结束) once, with a reason', () => {
  expect(codeOf(decideClosing(open, '已解决'))).toBe('accepted');
  expect(codeOf(decideClosing(open, ''))).toBe('TEXT_EMPTY');
  expect(codeOf(decideClosing(closed, '已解决'))).toBe('THEME_CLOSED');
});

test('a refusal says the name that is taken', () => {
  const taken = decideOpening('t1', words, { hasBelow: true, nameTaken: true });
  const texts: Readonly<Record<string, { readonly zh: string }>> = { ...KERNEL_REFUSALS, ...THEME_REFUSALS };
  if (taken.accepted) throw new Error('accepted');
  expect(fillText(texts[taken.code]?.zh ?? '', taken.params)).toContain(words.name);
});
