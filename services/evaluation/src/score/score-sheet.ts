import type { ExpressionLanguage } from '@duban/kernel';
import type { Sheet } from '../sheet/sheet.js';
import { adjust } from './adjust.js';
import { concluded } from './concluded.js';
import { FactColumns } from './fact-columns.js';
import type { ScoreInput } from './score-input.js';
import { scoreLines } from './score-lines.js';
import type { SubjectScore } from './score-tree.js';
import type { SubjectData } from './shortfall.js';
import { ranked } from './standing.js';
import { vetoLines } from './veto-lines.js';

/** Facts made ready for scoring; several sheets can be scored over them. */
export type ScoreTable = {
  readonly columns: FactColumns;
  readonly subjects: ReadonlyMap<string, SubjectData>;
};

export function scoreTable(input: ScoreInput, language: ExpressionLanguage): ScoreTable {
  const rows = new Map<string, number[]>(input.subjects.map((subjectId) => [subjectId, []]));
  for (const [index, { subjectId }] of input.rows.entries()) rows.get(subjectId)?.push(index);
  const evidence = Map.groupBy(input.evidence, ({ subjectId }) => subjectId);
  const subjects = [...rows]
    .map(([subjectId, own]) => [subjectId, { rows: own, evidence: evidence.get(subjectId) ?? [] }] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return { columns: new FactColumns(input.rows, input.day, language), subjects: new Map(subjects) };
}

export type Explain = {
  /** Without, no line says which cases cost its points. */
  readonly explain: boolean;
};

/**
 * Scores every subject by one sheet: the same facts in any order give the same tree. The sheet has been
 * checked and is complete.
 */
export function scoreSheet(
  sheet: Sheet,
  { columns, subjects }: ScoreTable,
  { explain }: Explain,
): SubjectScore[] {
  const scores = [...subjects].map(([subjectId, data]) => scoreOne(subjectId, sheet, columns, data, explain));
  return ranked(sheet, scores);
}

/**
 * One subject's score with every case that cost points, as if nobody else were scored: it has no rank
 * among others. Somebody without any case is scored by what the sheet says of nothing.
 */
export function scoreAlone(sheet: Sheet, { columns, subjects }: ScoreTable, subjectId: string): SubjectScore {
  const data = subjects.get(subjectId) ?? { rows: [], evidence: [] };
  return scoreOne(subjectId, sheet, columns, data, true);
}

function scoreOne(
  subjectId: string,
  sheet: Sheet,
  columns: FactColumns,
  data: SubjectData,
  explain: boolean,
): SubjectScore {
  const mask = columns.within(sheet.population ?? {});
  const cases = data.rows.filter((row) => mask[row] === 1).length;
  const lines = scoreLines(sheet, columns, data, explain);
  return concluded(
    sheet,
    { subjectId, cases, ...lines },
    {
      adjust: (bounded) => adjust(sheet, bounded, columns, data, explain),
      vetoes: vetoLines(subjectId, sheet, columns, data),
    },
  );
}
