import { type CellProblem, cellProblem } from '@duban/kernel';
import { headingOf, LEDGER_COLUMNS, type LedgerKey, type LedgerRow } from './ledger-columns.js';
import type { LedgerCase } from './ledger-steps.js';

/** A case with the cases that were merged into it: what has to be recorded together. */
export type LedgerGroup = { readonly main: LedgerCase; readonly merged: readonly LedgerCase[] };

/** Where a row belongs: with its own case, or with the case that took it in. */
export const groupKeyOf = ({ kind, caseNumber, reviewResult, mergedInto }: LedgerRow): string =>
  `${kind}/${reviewResult === 'MERGE' ? mergedInto : caseNumber}`;

type IdOf = (kind: string, caseNumber: string) => string;

/** Orders the rows of one group into cases. Problems: rows of a case that disagree, a case merged into one that the file does not have. */
export function groupRows(
  rows: readonly LedgerRow[],
  year: number,
  idOf: IdOf,
): { readonly group: LedgerGroup | null; readonly problems: readonly CellProblem[] } {
  const byCase = Map.groupBy(rows, ({ caseNumber }) => caseNumber ?? '');
  const cases = [...byCase.values()].map((list) => toCase(list, year, idOf));
  const merged = cases.filter(({ rows: [head] }) => head.reviewResult === 'MERGE');
  const main = cases.find(({ rows: [head] }) => head.reviewResult !== 'MERGE');
  const problems = cases.flatMap(disagreements);
  if (!main) problems.push(...merged.map(({ rows: [head] }) => noTarget(head)));
  return { group: main && problems.length === 0 ? { main, merged } : null, problems };
}

function toCase(rows: readonly LedgerRow[], year: number, idOf: IdOf): LedgerCase {
  const [head, ...rest] = [...rows].sort((a, b) => a.rowNumber - b.rowNumber);
  if (!head) throw new Error('a case of a ledger has at least one row');
  return { proposalId: idOf(head.kind ?? '', head.caseNumber ?? ''), year, rows: [head, ...rest] };
}

const ROW_KEYS: readonly LedgerKey[] = [
  'handedOverOn',
  'unit',
  'role',
  'round',
  'repliedOn',
  'faceReply',
  'outcomeClass',
  'attitude',
  'result',
  'closedOn',
];
const CASE_KEYS = LEDGER_COLUMNS.map(({ key }) => key).filter((key) => !ROW_KEYS.includes(key));

function disagreements({ rows: [head, ...rest] }: LedgerCase): CellProblem[] {
  return rest.flatMap((row) =>
    CASE_KEYS.filter((key) => row[key] !== head[key]).map((key) =>
      cellProblem(
        row.rowNumber,
        headingOf(key),
        row[key] ?? '',
        'CASE_ROWS_DISAGREE',
        `与同案第 ${head.rowNumber} 行不一致(“${head[key] ?? ''}”)`,
        `Row ${head.rowNumber} of the same case says "${head[key] ?? ''}"`,
      ),
    ),
  );
}

const noTarget = (head: LedgerRow): CellProblem =>
  cellProblem(
    head.rowNumber,
    headingOf('mergedInto'),
    head.mergedInto ?? '',
    'MERGE_TARGET_MISSING',
    '文件中没有这一案号的主案(不能并入另一并案)',
    'The file has no case of this number that is not itself merged',
  );
