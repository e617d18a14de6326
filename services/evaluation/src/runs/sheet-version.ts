import { accept, type CalendarDate, type Outcome, refuse } from '@duban/kernel';
import type { Sheet, Sheets } from '../sheet/sheet.js';
import { isIncomplete, type SheetProblem } from '../sheet/sheet-problem.js';

/** What a locality scores by, as it is stored. */
export type SheetVersion = {
  readonly serial: number;
  readonly version: string;
  readonly origin: 'FILE' | 'PUBLISHED';
  readonly effectiveFrom: CalendarDate;
  readonly sheets: Sheets;
  /** What is still to be entered: a sheet with any of it cannot score. */
  readonly problems: readonly SheetProblem[];
};

/** One sheet of a version, by its code. */
export type NamedSheet = {
  readonly code: string;
  readonly sheet: Sheet;
  readonly version: SheetVersion;
  readonly open: readonly SheetProblem[];
};

export const sheetsIn = (version: SheetVersion): NamedSheet[] =>
  Object.entries(version.sheets.sheets)
    .map(([code, sheet]) => ({ code, sheet, version, open: openIn(version, code) }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));

const openIn = ({ problems }: SheetVersion, code: string): SheetProblem[] =>
  problems.filter((problem) => isIncomplete(problem) && problem.path[1] === code);

export const sheetNamed = (version: SheetVersion | null, code: string): NamedSheet | null =>
  (version && sheetsIn(version).find((one) => one.code === code)) ?? null;

/** The sheet to score by; refused where there is none, or something in it is still to be entered. */
export function scoringSheet(version: SheetVersion | null, sheet: string): Outcome<NamedSheet> {
  const named = sheetNamed(version, sheet);
  if (!named) return refuse('SHEET_NOT_FOUND', { sheet });
  return named.open.length > 0 ? refuse('SHEET_INCOMPLETE', { open: named.open.length }) : accept(named);
}
