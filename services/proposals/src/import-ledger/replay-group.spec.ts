import { describe, expect, test } from '@jest/globals';
import { cells, importRows } from '../testing/ledger.kit.js';

const second = (also: Record<string, string> = {}) =>
  cells({ 轮次: '2', 答复日期: '2023-05-20', 办结日期: '2023-06-01', ...also });
const dissatisfied = { 结果评价: '不满意', 办结日期: '' };

/** Columns that say nothing of a case that was never handed over. */
const NOT_HANDLED = Object.fromEntries(
  [
    '交办日期',
    '承办单位',
    '承办角色',
    '轮次',
    '答复日期',
    '面复',
    '结果类别',
    '态度评价',
    '结果评价',
    '办结日期',
  ].map((column) => [column, '']),
);

describe('a ledger becomes ordinary events through the ordinary rules', () => {
  test('a solved case: four facts with four dates', () => {
    const [only] = importRows(cells()).cases;
    const state = only?.replay.state;
    expect(state).toMatchObject({ phase: 'CLOSED', entries: [] });
    const dates = [state?.repliedAt, state?.satisfiedAt, state?.closedAt].map((at) => at?.slice(0, 10));
    expect(dates).toEqual(['2023-04-20', '2023-04-20', '2023-05-01']);
    expect(state?.docketing).toMatchObject({ caseNumber: '0001', year: 2023 });
  });

  test('a case that is not solved goes on the tracking register', () => {
    const [only] = importRows(cells({ 结果类别: 'B' })).cases;
    expect(only?.replay.state.entries).toHaveLength(1);
    expect(only?.replay.state.solvedAt).toBeNull();
  });

  test('不满意 opens the second round, which its own row answers', () => {
    const [only] = importRows(cells(dissatisfied), second()).cases;
    const state = only?.replay.state;
    expect(state?.assignments.map(({ round }) => round)).toEqual([1, 2]);
    expect(state?.phase).toBe('CLOSED');
    expect(state?.satisfiedAt?.slice(0, 10)).toBe('2023-05-20');
  });

  test('a co-unit has a row and no reply', () => {
    const co = {
      承办单位: '市水利局',
      承办角色: '协办',
      答复日期: '',
      面复: '',
      结果类别: '',
      态度评价: '',
      结果评价: '',
      办结日期: '',
    };
    const [only] = importRows(cells({ 承办角色: '主办' }), cells(co)).cases;
    expect(only?.replay.state.assignments.map(({ role }) => role)).toEqual(['LEAD', 'CO']);
    expect(only?.replay.state.phase).toBe('CLOSED');
  });

  test('a merged case ends in the one that took it in, and its author is answered', () => {
    const merged = cells({
      ...NOT_HANDLED,
      案号: '0002',
      领衔人: '王并案',
      审查结果: '并案',
      并入案号: '0001',
    });
    const [main, other] = importRows(cells(), merged).cases;
    expect(other?.replay.state).toMatchObject({ phase: 'MERGED', mergedInto: { caseNumber: '0001' } });
    expect(other?.replay.state.answers).toHaveLength(1);
    expect(main?.replay.state.replies[0]?.addresseeIds).toHaveLength(2);
  });

  test('a rejected case has no number', () => {
    const [only] = importRows(cells({ ...NOT_HANDLED, 审查结果: '不予立案' })).cases;
    expect(only?.replay.state).toMatchObject({ phase: 'REJECTED', docketing: null });
  });

  test.each([
    [
      'a reply before the handover',
      [cells({ 答复日期: '2023-02-01', 办结日期: '' })],
      ['面复 CLOCK_BEFORE_PREVIOUS_STEP'],
    ],
    [
      'a handover before the submission',
      [cells({ 交办日期: '2023-01-01' })],
      ['承办单位 CLOCK_BEFORE_PREVIOUS_STEP'],
    ],
    ['a date to come', [cells({ 办结日期: '2031-01-01' })], ['办结日期 DATE_IN_FUTURE']],
    ['a second round nobody opened', [cells(), second()], ['面复 ROUND_NOT_OPEN']],
    [
      'two rows that disagree',
      [cells({ 承办角色: '分办' }), cells({ 承办角色: '分办', 承办单位: '市水利局', 标题: '另一标题' })],
      ['标题 CASE_ROWS_DISAGREE'],
    ],
    [
      'a merged case without its main case',
      [cells({ 案号: '0002', 审查结果: '并案', 并入案号: '0009' })],
      ['并入案号 MERGE_TARGET_MISSING'],
    ],
    [
      'one lead unit twice',
      [cells({ 承办角色: '主办' }), cells({ 承办角色: '协办' })],
      ['承办单位 CO_EQUALS_LEAD'],
    ],
  ])('%s is told at its cell', (_, rows, expected) => {
    expect(importRows(...rows).problems).toEqual(expected);
  });
});
