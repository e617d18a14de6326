import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { RawRow } from '@duban/kernel';
import { parse } from 'csv-parse';
import { readSheet } from 'read-excel-file/node';

/** The file cannot be read as a table at all. The message says what to do, Chinese first. */
export class TableFileError extends Error {}

/**
 * Reads a table row by row; row numbers are those that a spreadsheet shows: CSV (UTF-8 with or without BOM, or GB18030) as a stream in constant
 * memory, XLSX (first sheet) whole. Calls `headings` once before the first row. Empty rows are passed over.
 */
export async function* readTableFile(
  path: string,
  headings: (names: readonly string[]) => void,
): AsyncGenerator<RawRow> {
  const rows = (await isZip(path)) ? xlsxRows(path) : csvRows(path, await encodingOf(path));
  let names: readonly string[] | null = null;
  for await (const { rowNumber, values } of rows) {
    if (values.every((value) => value.trim() === '')) continue;
    if (names === null) {
      names = values.map((value) => value.trim());
      headings(names);
      continue;
    }
    yield { rowNumber, cells: cellsOf(names, values) };
  }
  if (names === null)
    throw new TableFileError(
      '文件是空的:首行应为列标题。 The file is empty: its first row holds the headings.',
    );
}

type NumberedRow = { readonly rowNumber: number; readonly values: readonly string[] };

const cellsOf = (names: readonly string[], values: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name, at) => [name, values[at] ?? '']).filter(([name]) => name !== ''));

async function isZip(path: string): Promise<boolean> {
  const file = await open(path).catch(() => {
    throw new TableFileError(`找不到文件 ${path}。 There is no such file.`);
  });
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.toString('latin1').startsWith('PK');
  } finally {
    await file.close();
  }
}

/** Strict UTF-8 first; whatever is not UTF-8 is read as GB18030, which contains GBK and GB 2312. */
async function encodingOf(path: string): Promise<'utf-8' | 'gb18030'> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk as Buffer, { stream: true });
    decoder.decode();
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
}

async function* decoded(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path)) yield decoder.decode(chunk as Buffer, { stream: true });
  yield decoder.decode();
}

async function* csvRows(path: string, encoding: string): AsyncGenerator<NumberedRow> {
  const parser = parse({ relax_column_count: true, bom: true, info: true, max_record_size: 200_000 });
  const feed = (async () => {
    try {
      for await (const text of decoded(path, encoding)) {
        if (!parser.write(text)) await new Promise((resolve) => parser.once('drain', resolve));
      }
      parser.end();
    } catch (error) {
      parser.destroy(error as Error);
    }
  })();
  let rowNumber = 0;
  try {
    for await (const { record } of parser as AsyncIterable<{ record: string[] }>) {
      rowNumber += 1;
      yield { rowNumber, values: record };
    }
  } catch (error) {
    throw new TableFileError(
      `第 ${rowNumber + 1} 行不是合格的 CSV(多为引号不成对)。 Row ${rowNumber + 1} is not valid CSV, often an unpaired quote: ${(error as Error).message}`,
    );
  }
  await feed;
}

/** A sheet is read whole, so its size has a limit; larger tables come as CSV, which streams. */
const LARGEST_SHEET = 30_000_000;

async function* xlsxRows(path: string): AsyncGenerator<NumberedRow> {
  if ((await stat(path)).size > LARGEST_SHEET) {
    throw new TableFileError(
      'XLSX 文件不能超过 30 MB;请另存为 CSV。 An XLSX file may have at most 30 MB; save it as CSV instead.',
    );
  }
  const rows = await readSheet(path).catch((error: Error) => {
    throw new TableFileError(`无法读取该 XLSX 文件。 This XLSX file cannot be read: ${error.message}`);
  });
  for (const [at, cells] of rows.entries()) yield { rowNumber: at + 1, values: cells.map(cellText) };
}

const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
};
