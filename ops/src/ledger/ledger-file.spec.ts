import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RawRow } from '@duban/kernel';
import { afterAll, describe, expect, jest, test } from '@jest/globals';
import writeExcelFile from 'write-excel-file/node';
import { repository } from '../paths.js';
import { readTableFile } from './read-table-file.js';

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'duban-ledger-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(path: string): Promise<{ headings: readonly string[]; rows: RawRow[] }> {
  const rows: RawRow[] = [];
  let headings: readonly string[] = [];
  for await (const row of readTableFile(path, (names) => (headings = names))) rows.push(row);
  return { headings, rows };
}

function generate(name: string, ...options: string[]): string {
  const out = join(folder, name);
  const command = [
    join(repository, 'ops/dist/ledger/generate.js'),
    '--locality',
    '430400',
    '--year',
    '2023',
    '--out',
    out,
  ];
  execFileSync(process.execPath, [...command, ...options], { env: { ...process.env, NODE_OPTIONS: '' } });
  return out;
}

const write = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

describe('a ledger file', () => {
  test('the same ledger as UTF-8, GB18030 and XLSX is the same, cell by cell', async () => {
    const utf8 = await read(generate('a.csv'));
    expect(utf8.rows.length).toBeGreaterThan(376);
    expect(await read(generate('b.csv', '--encoding', 'gb18030'))).toEqual(utf8);
    expect(await read(generate('c.xlsx'))).toEqual(utf8);
  });

  test('the same seed gives the same bytes, another seed another ledger', async () => {
    const first = await read(generate('d.csv'));
    expect(await read(generate('e.csv', '--seed', '1'))).toEqual(first);
    expect(await read(generate('f.csv', '--seed', '2'))).not.toEqual(first);
  });

  test('a byte order mark, quotes, line breaks in cells and empty rows', async () => {
    const text = '\ufeff案号,标题\r\n0001,"一,二\n三"\r\n,\r\n0002,"引""号"\r\n';
    expect(await read(write('g.csv', text))).toEqual({
      headings: ['案号', '标题'],
      rows: [
        { rowNumber: 2, cells: { 案号: '0001', 标题: '一,二\n三' } },
        { rowNumber: 4, cells: { 案号: '0002', 标题: '引"号' } },
      ],
    });
  });

  test('cells of a sheet may be dates, numbers or empty, rows may be missing', async () => {
    const out = join(folder, 'h.xlsx');
    const date = { value: new Date('2023-01-05T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' } as const;
    await writeExcelFile([
      ['案号', '提出日期', '轮次'],
      ['0001', date, 2],
      [null, null, null],
      ['0002', null, null],
    ]).toFile(out);
    const { rows } = await read(out);
    expect(rows).toEqual([
      { rowNumber: 2, cells: { 案号: '0001', 提出日期: '2023-01-05', 轮次: '2' } },
      { rowNumber: 4, cells: { 案号: '0002', 提出日期: '', 轮次: '' } },
    ]);
  });

  test.each([
    ['a file that is not there', join(folder, 'none.csv'), '找不到文件'],
    ['an empty file', write('i.csv', ''), '文件是空的'],
    ['an unpaired quote', write('j.csv', '案号\n"0001\n'), '引号不成对'],
    ['a broken sheet', write('k.xlsx', Buffer.from('PK\u0003\u0004 no sheet')), '无法读取'],
  ])('%s is told in words', async (_, path, expected) => {
    await expect(read(path)).rejects.toThrow(expected);
  });
});
