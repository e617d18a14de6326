import type { ExpressionLanguage } from '@duban/kernel';
import { decimal, text } from '../sheet/decimal.js';
import type { JudgeSheet } from '../sheet/effective-sheets.js';
import type { Example } from '../sheet/example.js';
import type { SheetReport } from '../sheet/sheet-problem.js';
import { EXAMPLE_YEAR, HANDED_OVER } from './plain-case.js';
import type { ScoreInput } from './score-input.js';
import { scoreSheet, scoreTable } from './score-sheet.js';
import type { SubjectScore } from './score-tree.js';

/** Runs the examples that stand beside a sheet; what comes to something else is told with both figures. */
export const exampleJudge =
  (language: ExpressionLanguage): JudgeSheet =>
  (sheet, report) => {
    for (const [index, example] of (sheet.examples ?? []).entries()) {
      const [score] = scoreSheet(sheet, scoreTable(exampleInput(example), language), { explain: false });
      if (score) compare(example, score, index, report);
    }
  };

function compare(example: Example, score: SubjectScore, index: number, report: SheetReport): void {
  const at = (...path: string[]) => ['examples', index, ...path];
  const differs = (path: (string | number)[], wanted: string, found: string): void => {
    if (wanted === found) return;
    const zh = `示例“${example.name}”应为 ${wanted},算得 ${found}。`;
    report('EXAMPLE_DIFFERS', path, zh, `example "${example.name}": ${wanted} expected, ${found} computed.`);
  };
  const written = (value: number | string | null): string => (value === null ? '—' : text(decimal(value)));
  differs(at('score'), written(example.score), score.counted ?? '—');
  for (const [code, points] of Object.entries(example.points ?? {})) {
    const line = score.lines.find(({ indicator }) => indicator === code);
    differs(at('points', code), written(points), line?.points ?? '—');
  }
  if (example.grade !== undefined) differs(at('grade'), example.grade, score.grade ?? '—');
  if (example.vetoes === undefined) return;
  const standing = new Set(score.vetoes.filter(({ stands }) => stands).map(({ veto }) => veto));
  differs(at('vetoes'), [...example.vetoes].sort().join(), [...standing].sort().join());
}

const SUBJECT = 'example';
/** An example's cases as one subject's facts, on the last day of the year. */
export function exampleInput({ cases = [], evidence = [] }: Example): ScoreInput {
  const rows = cases.flatMap(({ times = 1, role = 'SOLE', facts = {} }, kind) =>
    Array.from({ length: times }, (_none, index) => ({
      caseId: `${String(kind).padStart(3, '0')}-${String(index).padStart(4, '0')}`,
      subjectId: SUBJECT,
      responsible: {},
      role,
      round: facts.rounds ?? 1,
      facts: { ...HANDED_OVER, ...facts },
    })),
  );
  const records = evidence.flatMap(({ source, code, value, assessor, times = 1 }, kind) =>
    Array.from({ length: times }, (_none, index) => ({
      recordId: `${kind}-${index}`,
      subjectId: SUBJECT,
      caseId: null,
      source,
      code,
      value: String(value),
      ...(assessor && { assessor }),
    })),
  );
  return { subjects: [SUBJECT], rows, evidence: records, day: `${EXAMPLE_YEAR}-12-31` };
}
