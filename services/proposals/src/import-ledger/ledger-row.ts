import {
  type CellProblem,
  type CellRead,
  cellProblem,
  checkHeadings,
  readDateCell,
  readRow,
  readTextCell,
  readWordCell,
} from '@duban/kernel';
import {
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

/**
 * Reads one row of text cells by heading. Every bad cell of the row is reported, not the first alone.
 * Dates may be written 2023-01-05, 2023/1/5 or 2023年1月5日; choices and local words become codes.
 */
export function parseLedgerRow(
  cells: Readonly<Record<string, string>>,
  rowNumber: number,
  vocabulary: LedgerVocabulary,
): ParsedRow {
  const { values, problems } = readRow(
    LEDGER_COLUMNS as readonly LedgerColumn[],
    { rowNumber, cells },
    (column, text) => readCell(column, text, vocabulary),
  );
  if (problems.length > 0) return { row: null, problems };
  const row = { ...values, rowNumber } as unknown as LedgerRow;
  const conflicts = checkRow(row);
  return conflicts.length > 0 ? { row: null, problems: conflicts } : { row, problems: [] };
}

function readCell({ heading, rule }: LedgerColumn, text: string, vocabulary: LedgerVocabulary): CellRead {
  switch (rule.kind) {
    case 'text':
      return readTextCell(heading, text, rule.max);
    case 'names':
      return readTextCell(
        heading,
        text
          .split(/[、,,;;\s]+/)
          .filter(Boolean)
          .join('、'),
        2000,
      );
    case 'date':
      return readDateCell(text);
    case 'round':
      return /^[1-9]$/.test(text)
        ? { value: text }
        : { code: 'ROUND_INVALID', zh: '轮次应为 1 至 9 的整数', en: 'The round is an integer from 1 to 9' };
    default:
      return readWordCell(
        text,
        rule.kind === 'choice' ? new Map(Object.entries(rule.choices)) : vocabulary[rule.of],
      );
  }
}

/** The file's own faults: headings that are none of the ledger's, or absent. */
export const checkLedgerHeadings = (headings: readonly string[]): CellProblem[] =>
  checkHeadings(headings, LEDGER_COLUMNS);

/** What one row may not say at the same time. Order of dates is the rules' business, not the reader's. */
function checkRow(row: LedgerRow): CellProblem[] {
  const found: CellProblem[] = [];
  const need = (key: LedgerKey, because: LedgerKey) => {
    if (row[because] === null || row[key] !== null) return;
    const [column, cause] = [headingOf(key), headingOf(because)];
    found.push(
      cellProblem(
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
      cellProblem(
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
