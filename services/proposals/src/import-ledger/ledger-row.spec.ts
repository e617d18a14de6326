import { describe, expect, test } from '@jest/globals';
import { cells, WORDS } from '../testing/ledger.kit.js';
import { LEDGER_COLUMNS } from './ledger-columns.js';
import { checkLedgerHeadings, parseLedgerRow } from './ledger-row.js';

const codes = (also: Record<string, string>) =>
  parseLedgerRow(cells(also), 7, WORDS).problems.map(({ column, code }) => `${column} ${code}`);

describe('a row of a ledger', () => {
  test('words become codes, three ways of writing a date are one', () => {
    for (const written of ['2023-01-05', '2023/1/5', '2023年1月5日']) {
      const { row } = parseLedgerRow(cells({ 提出日期: written }), 7, WORDS);
      expect(row).toMatchObject({
        kind: 'NPC_SUGGESTION',
        submittedOn: '2023-01-05',
        role: 'SOLE',
        category: 'transport',
      });
    }
  });

  test.each([
    [{ 提出日期: '2023-02-30' }, ['提出日期 DATE_INVALID']],
    [{ 提出日期: '2023年13月1日' }, ['提出日期 DATE_INVALID']],
    [{ 类型: '议案' }, ['类型 VALUE_UNKNOWN']],
    [{ 承办单位: '市住建委' }, ['承办单位 VALUE_UNKNOWN']],
    [{ 结果类别: 'E' }, ['结果类别 VALUE_UNKNOWN']],
    [{ 态度评价: '很好' }, ['态度评价 VALUE_UNKNOWN']],
    [{ 轮次: '0' }, ['轮次 ROUND_INVALID']],
    [{ 标题: '' }, ['标题 CELL_EMPTY']],
    [{ 标题: '题'.repeat(101) }, ['标题 TEXT_TOO_LONG']],
    [{ 标题: '空\u0000字' }, ['标题 TEXT_INVALID']],
    [{ 标题: '半\ud800字' }, ['标题 TEXT_INVALID']],
    [{ 承办单位: '' }, ['承办单位 CELL_EMPTY']],
    [{ 承办角色: '' }, ['承办角色 CELL_EMPTY']],
    [{ 结果类别: '' }, ['结果类别 CELL_EMPTY']],
    [{ 审查结果: '并案' }, ['并入案号 CELL_EMPTY']],
    [
      { 类型: '议案', 提出日期: '昨天', 轮次: '一' },
      ['类型 VALUE_UNKNOWN', '提出日期 DATE_INVALID', '轮次 ROUND_INVALID'],
    ],
  ])('%j is told as %j', (also, expected) => {
    expect(codes(also as Record<string, string>)).toEqual(expected);
  });

  test('a problem says where, what, and what is allowed, in both languages', () => {
    const [problem] = parseLedgerRow(cells({ 承办角色: '牵头' }), 41, WORDS).problems;
    expect(problem).toMatchObject({ row: 41, column: '承办角色', value: '牵头' });
    expect(problem?.message).toContain('独办、主办、协办');
    expect(problem?.messageEn).toContain('Allowed');
  });
});

describe('the headings', () => {
  const all = LEDGER_COLUMNS.map(({ heading }) => heading);
  test.each([
    [all, []],
    [[...all, '备注'], ['备注 COLUMN_UNKNOWN']],
    [[...all, '案号'], ['案号 COLUMN_TWICE']],
    [all.filter((heading) => heading !== '标题'), ['标题 COLUMN_MISSING']],
  ])('case %#', (headings, expected) => {
    expect(checkLedgerHeadings(headings).map(({ column, code }) => `${column} ${code}`)).toEqual(expected);
  });
});
