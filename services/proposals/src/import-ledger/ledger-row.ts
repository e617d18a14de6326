import { checkText, isCalendarDate } from '@duban/kernel';
import {
  type CellProblem,
  type CellRule,
  headingOf,
  LEDGER_COLUMNS,
  type LedgerColumn,
  type LedgerKey,
  type LedgerRow,
} from './ledger-columns.js';

/** What the locality allows in columns whose values are its own: label in the file to the code it stands for. */
export type LedgerVocabulary = Readonly<
  Record<'category' | 'unit' | 'class' | 'level' | 'tier', ReadonlyMap<string, string>>
>;

export type ParsedRow =
  | { readonly row: LedgerRow; readonly problems: readonly [] }
  | { readonly row: null; readonly problems: readonly CellProblem[] };

type Read =
  | { readonly value: string | null }
  | { readonly code: string; readonly zh: string; readonly en: string };

/**
 * Reads one row of text cells by heading. Every bad cell of the row is reported, not the first alone.
 * Dates may be written 2023-01-05, 2023/1/5 or 2023年1月5日; choices and local words become codes.
 */
export function parseLedgerRow(
  cells: Readonly<Record<string, string>>,
  rowNumber: number,
  vocabulary: LedgerVocabulary,
): ParsedRow {
  const problems: CellProblem[] = [];
  const values: Record<string, string | null> = {};
  for (const column of LEDGER_COLUMNS as readonly LedgerColumn[]) {
    const text = (cells[column.heading] ?? '').trim();
    const read = text === '' ? readEmpty(column) : readCell(column, text, vocabulary);
    if ('value' in read) values[column.key] = read.value;
    else problems.push(problem(rowNumber, column.heading, text, read.code, read.zh, read.en));
  }
  if (problems.length > 0) return { row: null, problems };
  const row = { ...values, rowNumber } as unknown as LedgerRow;
  const conflicts = checkRow(row);
  return conflicts.length > 0 ? { row: null, problems: conflicts } : { row, problems: [] };
}

/** Headings that are not columns of the ledger, and required columns that are absent: the file's own faults. */
export function checkHeadings(headings: readonly string[]): CellProblem[] {
  const known = new Set<string>(LEDGER_COLUMNS.map((column) => column.heading));
  const list = [...known].join('、');
  const unknown = headings.filter((heading) => heading !== '' && !known.has(heading));
  const twice = headings.filter((heading, at) => heading !== '' && headings.indexOf(heading) !== at);
  const missing = LEDGER_COLUMNS.filter((column) => column.required && !headings.includes(column.heading));
  return [
    ...unknown.map((heading) =>
      problem(
        1,
        heading,
        heading,
        'COLUMN_UNKNOWN',
        `没有这一列;可用的列:${list}`,
        `There is no such column; columns are ${list}`,
      ),
    ),
    ...twice.map((heading) =>
      problem(
        1,
        heading,
        heading,
        'COLUMN_TWICE',
        '这一列出现了两次,请保留一列',
        'This column stands twice; keep one',
      ),
    ),
    ...missing.map(({ heading }) =>
      problem(
        1,
        heading,
        '',
        'COLUMN_MISSING',
        `缺少必填列“${heading}”`,
        `The required column "${heading}" is missing`,
      ),
    ),
  ];
}

export const problem = (
  row: number,
  column: string,
  value: string,
  code: string,
  message: string,
  messageEn: string,
): CellProblem => ({ row, column, value: [...value].slice(0, 60).join(''), code, message, messageEn });

function readEmpty({ required, heading }: LedgerColumn): Read {
  if (!required) return { value: null };
  return { code: 'CELL_EMPTY', zh: `“${heading}”必填`, en: `"${heading}" is required` };
}

function readCell({ heading, rule }: LedgerColumn, text: string, vocabulary: LedgerVocabulary): Read {
  switch (rule.kind) {
    case 'text':
      return readText(heading, text, rule.max);
    case 'names':
      return readText(
        heading,
        text
          .split(/[、,,;;\s]+/)
          .filter(Boolean)
          .join('、'),
        2000,
      );
    case 'date':
      return readDate(text);
    case 'round':
      return /^[1-9]$/.test(text)
        ? { value: text }
        : { code: 'ROUND_INVALID', zh: '轮次应为 1 至 9 的整数', en: 'The round is an integer from 1 to 9' };
    default:
      return readWord(rule, text, vocabulary);
  }
}

function readText(heading: string, text: string, max: number): Read {
  const refused = checkText(heading, text, { max });
  if (!refused) return { value: text };
  return refused.code === 'TEXT_TOO_LONG'
    ? { code: refused.code, zh: `最多 ${max} 个字`, en: `At most ${max} characters` }
    : { code: refused.code, zh: '含有不允许的字符', en: 'Contains characters that are not allowed' };
}

function readDate(text: string): Read {
  const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text);
  const date = match ? `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}` : '';
  if (isCalendarDate(date)) return { value: date };
  return {
    code: 'DATE_INVALID',
    zh: '日期应真实存在,写作 2023-01-05',
    en: 'A real date, written 2023-01-05',
  };
}

function readWord(
  rule: Extract<CellRule, { kind: 'choice' | 'local' }>,
  text: string,
  vocabulary: LedgerVocabulary,
): Read {
  const words = rule.kind === 'choice' ? new Map(Object.entries(rule.choices)) : vocabulary[rule.of];
  const code = words.get(text);
  if (code !== undefined) return { value: code };
  // One word for each code: a name or its code, a full or a short name, mean the same.
  const allowed = [...new Map([...words].reverse().map(([word, meant]) => [meant, word])).values()].reverse();
  const list = allowed.slice(0, 40).join('、') + (allowed.length > 40 ? ` 等 ${allowed.length} 项` : '');
  return { code: 'VALUE_UNKNOWN', zh: `应为:${list}`, en: `Allowed: ${list}` };
}

/** What one row may not say at the same time. Order of dates is the rules' business, not the reader's. */
function checkRow(row: LedgerRow): CellProblem[] {
  const found: CellProblem[] = [];
  const need = (key: LedgerKey, because: LedgerKey) => {
    if (row[because] === null || row[key] !== null) return;
    const [column, cause] = [headingOf(key), headingOf(because)];
    found.push(
      problem(
        row.rowNumber,
        column,
        '',
        'CELL_EMPTY',
        `已填“${cause}”,则“${column}”必填`,
        `"${column}" is required beside "${cause}"`,
      ),
    );
  };
  need('unit', 'handedOverOn');
  need('role', 'unit');
  need('handedOverOn', 'repliedOn');
  need('outcomeClass', 'repliedOn');
  need('repliedOn', 'outcomeClass');
  need('repliedOn', 'attitude');
  need('repliedOn', 'result');
  if (row.reviewResult === 'MERGE' && row.mergedInto === null)
    found.push(
      problem(
        row.rowNumber,
        headingOf('mergedInto'),
        '',
        'CELL_EMPTY',
        '并案须填并入案号',
        'A merged case names the case it went into',
      ),
    );
  return found;
}
