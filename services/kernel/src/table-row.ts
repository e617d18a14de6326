import { type CalendarDate, isCalendarDate } from './calendar.js';
import { checkText } from './text.js';

/* Tables that people fill in (CSV, XLSX, or rows of a request): cells by heading, and what is wrong with them. */

/** A row as it came: its number in the file and its cells by heading. */
export type RawRow = { readonly rowNumber: number; readonly cells: Readonly<Record<string, string>> };

/** One bad cell: where it is, what it holds, what is allowed; Chinese first. */
export type CellProblem = {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly code: string;
  readonly message: string;
  readonly messageEn: string;
};

/** What is said of a bad cell; the cell's own words are cut at 60 characters. */
export const cellProblem = (
  row: number,
  column: string,
  value: string,
  code: string,
  message: string,
  messageEn: string,
): CellProblem => ({ row, column, value: [...value].slice(0, 60).join(''), code, message, messageEn });

export type TableColumn = { readonly key: string; readonly heading: string; readonly required: boolean };

/** What a cell says, or what is wrong with it. */
export type CellRead =
  | { readonly value: string | null }
  | { readonly code: string; readonly zh: string; readonly en: string };

/** Headings that are no columns of the table or stand twice, and required columns that are absent: the file's own faults. */
export function checkHeadings(
  headings: readonly string[],
  columns: readonly Omit<TableColumn, 'key'>[],
): CellProblem[] {
  const known = new Set<string>(columns.map(({ heading }) => heading));
  const list = [...known].join('、');
  const unknown = headings.filter((heading) => heading !== '' && !known.has(heading));
  const twice = headings.filter((heading, at) => heading !== '' && headings.indexOf(heading) !== at);
  const missing = columns.filter(({ heading, required }) => required && !headings.includes(heading));
  const fault =
    (code: string, zh: (heading: string) => string, en: (heading: string) => string) =>
    (heading: string): CellProblem =>
      cellProblem(1, heading, code === 'COLUMN_MISSING' ? '' : heading, code, zh(heading), en(heading));
  return [
    ...unknown.map(
      fault(
        'COLUMN_UNKNOWN',
        () => `没有这一列;可用的列:${list}`,
        () => `There is no such column; columns are ${list}`,
      ),
    ),
    ...twice.map(
      fault(
        'COLUMN_TWICE',
        () => '这一列出现了两次,请保留一列',
        () => 'This column stands twice; keep one',
      ),
    ),
    ...missing
      .map(({ heading }) => heading)
      .map(
        fault(
          'COLUMN_MISSING',
          (heading) => `缺少必填列“${heading}”`,
          (heading) => `The required column "${heading}" is missing`,
        ),
      ),
  ];
}

export type ReadRow = {
  /** By key; a cell that is wrong is left out. */
  readonly values: Readonly<Record<string, string | null>>;
  /** Every bad cell of the row, not the first alone. */
  readonly problems: readonly CellProblem[];
};

/** Reads one row of text cells by heading; `read` is asked about cells that hold something. */
export function readRow<Column extends TableColumn>(
  columns: readonly Column[],
  { rowNumber, cells }: RawRow,
  read: (column: Column, text: string) => CellRead,
): ReadRow {
  const problems: CellProblem[] = [];
  const values: Record<string, string | null> = {};
  for (const column of columns) {
    const text = (cells[column.heading] ?? '').trim();
    const found = text === '' ? readEmpty(column) : read(column, text);
    if ('value' in found) values[column.key] = found.value;
    else problems.push(cellProblem(rowNumber, column.heading, text, found.code, found.zh, found.en));
  }
  return { values, problems };
}

function readEmpty({ required, heading }: TableColumn): CellRead {
  if (!required) return { value: null };
  return { code: 'CELL_EMPTY', zh: `“${heading}”必填`, en: `"${heading}" is required` };
}

/** Words of at most `max` characters. */
export function readTextCell(heading: string, text: string, max: number): CellRead {
  const refused = checkText(heading, text, { max });
  if (!refused) return { value: text };
  return refused.code === 'TEXT_TOO_LONG'
    ? { code: refused.code, zh: `最多 ${max} 个字`, en: `At most ${max} characters` }
    : { code: refused.code, zh: '含有不允许的字符', en: 'Contains characters that are not allowed' };
}

/** A real date, written 2023-01-05, 2023/1/5 or 2023年1月5日. */
export function readDateCell(text: string): CellRead {
  const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text);
  const date: CalendarDate = match
    ? `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`
    : '';
  if (isCalendarDate(date)) return { value: date };
  return {
    code: 'DATE_INVALID',
    zh: '日期应真实存在,写作 2023-01-05',
    en: 'A real date, written 2023-01-05',
  };
}

/** One of the words that mean something: gives the code it stands for, or names those there are. */
export function readWordCell(text: string, words: ReadonlyMap<string, string>): CellRead {
  const code = words.get(text);
  if (code !== undefined) return { value: code };
  // One word for each code: a name or its code, a full or a short name, mean the same.
  const allowed = [...new Map([...words].reverse().map(([word, meant]) => [meant, word])).values()].reverse();
  const list = allowed.slice(0, 40).join('、') + (allowed.length > 40 ? ` 等 ${allowed.length} 项` : '');
  return { code: 'VALUE_UNKNOWN', zh: `应为:${list}`, en: `Allowed: ${list}` };
}
