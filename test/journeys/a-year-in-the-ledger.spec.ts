import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Person } from '../kit/person.js';
import { type SharedDeployment, sharedDeployment } from '../kit/shared-deployment.js';
import { runCommand } from './story/commands.js';
import { caughtUp } from './story/figures.js';
import {
  counts,
  ENGLISH,
  FIGURES,
  HAN,
  IMPORT,
  type Problem,
  perPart,
  rate,
  sums,
} from './story/year-figures.js';

describe('a year in the ledger', () => {
  let deployment: SharedDeployment;
  let city: Person;
  let province: Person;
  const folder = mkdtempSync(join(tmpdir(), 'duban-ledger-'));
  const file = (name: string) => join(folder, name);

  const generate = (locality: string, out: string, ...more: string[]) =>
    runCommand(deployment.env, 'ledger/generate.js', ...of(locality), '--out', out, ...more);
  const load = (locality: string, path: string, ...more: string[]) =>
    runCommand(deployment.env, 'ledger/import.js', ...of(locality), path, ...more);
  const of = (locality: string) => ['--locality', locality, '--year', '2023'];
  const figures = async (person: Person, code: string, filter: object = { year: 2023 }) =>
    (await person.get(FIGURES, { code, filter })).locality.figures;

  beforeAll(async () => {
    deployment = await sharedDeployment();
    city = await deployment.as('430400.deputy-affairs-officer');
    province = await deployment.as('430000.upper-tenant-analyst');
    await generate('430400', file('hengyang.csv'));
  }, 180_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('a trial run says what would be recorded, and records nothing', async () => {
    const { code, output } = await load('430400', file('hengyang.csv'), '--dry-run');
    expect({ code, output }).toEqual({ code: 0, output: expect.stringMatching(/可导入 376 件/) });
    expect((await figures(city, '430400')).HANDED_OVER_COUNT.numerator).toBe(0);
  });

  test('a file with bad cells is refused, every one of them named, and records nothing', async () => {
    const lines = readFileSync(file('hengyang.csv'), 'utf8').split('\n');
    const spoiled = lines.map((line, at) => {
      if (at === 3) return line.replace(/2023-0\d-\d\d/, '2023-02-30');
      if (at === 5) return line.replace('建议,', '议案,');
      return at === 9 ? line.replace('大会', '会中') : line;
    });
    writeFileSync(file('spoiled.csv'), spoiled.join('\n'));
    const { code, output } = await load('430400', file('spoiled.csv'));
    expect(code).not.toBe(0);
    expect(output).toMatch(/第 4 行 提出日期 “2023-02-30”/);
    expect(output).toMatch(/第 6 行 类型 “议案”.*建议/);
    expect(output).toMatch(/第 10 行 时段 “会中”.*大会/);
    expect(output).toMatch(/有 3 处问题,未导入任何内容/);
    expect((await figures(city, '430400')).HANDED_OVER_COUNT.numerator).toBe(0);
  });

  test('HY-13 HY-14: the year goes in, and the figures that the place printed come out', async () => {
    const { code, output } = await load('430400', file('hengyang.csv'));
    expect({ code, output }).toEqual({ code: 0, output: expect.stringMatching(/导入 376 件/) });
    await caughtUp(city, '430400');
    const shown = await figures(city, '430400');
    expect(shown.outcomes).toEqual([
      { outcomes: ['SOLVED'], localClass: 'A', count: 155, share: { display: '41.2%' } },
      { outcomes: ['IN_PROGRESS', 'PLANNED'], localClass: 'B', count: 208, share: { display: '55.3%' } },
      { outcomes: ['DEFERRED', 'REFERENCE'], localClass: 'C', count: 13, share: { display: '3.5%' } },
    ]);
    expect(shown.SOLVED_OR_PLANNED_RATE).toEqual(rate(363, 376, '96.5%'));
    expect(shown.COMPLETION_RATE).toEqual(rate(376, 376, '100.0%'));
    expect(shown.KEY_COUNT.numerator).toBe(68);
    expect(shown.coverage).toMatchObject({ expected: 3, reporting: 1, notComparable: [] });
    expect(shown.freshness.secondsBehind).toBe(0);
  });

  test('HY-02: 359 were handed over at the meeting, 376 by the end of the year', async () => {
    const asOf = async (instant: string) =>
      (await figures(city, '430400', { year: 2023, asOf: instant })).HANDED_OVER_COUNT.numerator;
    expect(await asOf('2023-02-28T15:59:59Z')).toBe(359);
    expect(await asOf('2023-12-31T15:59:59Z')).toBe(376);
  });

  test('HY-15: in the end all are satisfied with attitude and result, at first not all were', async () => {
    const { attitude, result, resultAtFirst, REHANDLING_RATE } = await figures(city, '430400');
    expect([attitude, result]).toEqual([rate(376, 376, '100.0%'), rate(376, 376, '100.0%')]);
    expect(resultAtFirst.denominator).toBe(376);
    expect(resultAtFirst.numerator).toBeLessThan(376);
    expect(REHANDLING_RATE).toEqual(rate(9, 376, '2.4%'));
  });

  test('once more, and from another encoding or a sheet: nothing changes', async () => {
    const before = await caughtUp(city, '430400');
    await generate('430400', file('gb.csv'), '--encoding', 'gb18030');
    await generate('430400', file('sheet.xlsx'));
    expect(readFileSync(file('gb.csv')).equals(readFileSync(file('hengyang.csv')))).toBe(false);
    for (const name of ['hengyang.csv', 'gb.csv', 'sheet.xlsx']) {
      const { code, output } = await load('430400', file(name));
      expect({ name, code, output }).toEqual({
        name,
        code: 0,
        output: expect.stringMatching(/导入 0 件、0 个事件,376 件此前已导入/),
      });
    }
    expect(await caughtUp(city, '430400')).toBe(before);
  });

  test('through the graph, too, every bad cell is named, and then nothing is recorded', async () => {
    const row = {
      caseNumber: '9001',
      kind: '建议',
      title: '关于路灯的建议',
      period: '大会',
      proposerType: '个人',
    };
    const rows = [
      {
        ...row,
        leadProposer: '无此人',
        submittedOn: '2023-01-05',
        reviewResult: '立案',
        category: '社会建设',
      },
      {
        ...row,
        row: 7,
        caseNumber: '9002',
        leadProposer: '贺杉林',
        submittedOn: '2023-02-30',
        reviewResult: '通过',
      },
    ];
    const { importLedger } = await city.get(IMPORT, { rows });
    expect(importLedger.code).toBe('LEDGER_HAS_PROBLEMS');
    const cells = importLedger.problems.map(({ row: at, column, value, code }: Problem) => [
      at,
      column,
      value,
      code,
    ]);
    expect(cells).toEqual(
      expect.arrayContaining([
        [1, '领衔人', '无此人', expect.any(String)],
        [7, '提出日期', '2023-02-30', 'DATE_INVALID'],
        [7, '审查结果', '通过', 'VALUE_UNKNOWN'],
      ]),
    );
    for (const { message, messageEn } of importLedger.problems)
      expect([message, messageEn]).toEqual([HAN, ENGLISH]);
    expect((await figures(city, '430400')).HANDED_OVER_COUNT.numerator).toBe(376);
  });

  test("the province's figures are the sum of its cities'", async () => {
    await generate('430500', file('shaoyang.csv'), '--cases', '120', '--seed', '7');
    expect((await load('430500', file('shaoyang.csv'))).code).toBe(0);
    await caughtUp(province, '430000');
    const [whole, ...parts] = await Promise.all(
      ['430000', '430400', '430500'].map((code) => figures(province, code)),
    );
    for (const name of Object.keys(whole).filter((key) => whole[key].numerator !== undefined))
      expect([name, ...counts(whole[name])]).toEqual([
        name,
        ...sums(parts.map((part) => counts(part[name]))),
      ]);
    expect(whole.HANDED_OVER_COUNT.numerator).toBe(496);
    expect(whole.outcomes.map(({ outcomes }: { outcomes: string[] }) => outcomes.join('+'))).toEqual([
      'SOLVED',
      'IN_PROGRESS+PLANNED',
      'DEFERRED+REFERENCE',
    ]);
    expect(whole.outcomes.map(({ count }: { count: number }) => count)).toEqual(
      sums(parts.map(({ outcomes }) => perPart(outcomes))),
    );
    expect(whole.coverage).toMatchObject({ expected: 7, reporting: 2, notComparable: [] });
    expect(whole.coverage.missing).toHaveLength(5);
  });
});
