import type { ExpressionLanguage } from '@duban/kernel';
import type { Evidence, ScoreRow } from '../score/score-input.js';
import { type ScoreTable, scoreSheet, scoreTable } from '../score/score-sheet.js';
import type { SubjectScore } from '../score/score-tree.js';
import type { Sheet } from '../sheet/sheet.js';
import type { ScoreQuestion } from './score-question.js';

/** Everybody's score by one sheet, with the table it was made from, to explain any of them. */
export type ScoreBoard = {
  readonly sheet: Sheet;
  readonly scores: readonly SubjectScore[];
  /** With what every case cost. */
  explain(subjectId: string): SubjectScore | null;
};

/** Scores whoever has a case in the year, or a record about them, and `also`. */
export function scoreBoard(
  sheet: Sheet,
  question: ScoreQuestion,
  rows: readonly ScoreRow[],
  evidence: readonly Evidence[],
  language: ExpressionLanguage,
  also: readonly string[] = [],
): ScoreBoard {
  const named = [...rows, ...evidence].map(({ subjectId }) => subjectId);
  const subjects = [...new Set([...named, ...also])];
  const table = scoreTable({ subjects, rows, evidence, day: question.day }, language);
  const scores = scoreSheet(sheet, table, { explain: false });
  const told = new Map<string, SubjectScore | null>();
  const explain = (subjectId: string): SubjectScore | null => {
    if (!told.has(subjectId)) told.set(subjectId, explained(sheet, table, scores, subjectId));
    return told.get(subjectId) ?? null;
  };
  return { sheet, scores, explain };
}

/** Rank and group are what they are among all: only the lines are told more closely. */
function explained(
  sheet: Sheet,
  { columns, subjects }: ScoreTable,
  scores: readonly SubjectScore[],
  subjectId: string,
): SubjectScore | null {
  const plain = scores.find((score) => score.subjectId === subjectId);
  const data = subjects.get(subjectId);
  if (!plain || !data) return null;
  const alone = { columns, subjects: new Map([[subjectId, data]]) };
  const [told] = scoreSheet(sheet, alone, { explain: true });
  return told ? { ...told, rank: plain.rank, rankedOf: plain.rankedOf } : null;
}

/** Groups as the sheet gives them; within a group by rank, those without one last. */
export function inRanking({ sheet, scores }: ScoreBoard): SubjectScore[] {
  const groups = (sheet.groups ?? []).map(({ code }) => code);
  const place = ({ group, rank }: SubjectScore): readonly number[] => [
    group === null ? groups.length : groups.indexOf(group),
    rank ?? Number.MAX_SAFE_INTEGER,
  ];
  return [...scores].sort((a, b) => {
    const [groupA = 0, rankA = 0] = place(a);
    const [groupB = 0, rankB = 0] = place(b);
    return groupA - groupB || rankA - rankB || (a.subjectId < b.subjectId ? -1 : 1);
  });
}
