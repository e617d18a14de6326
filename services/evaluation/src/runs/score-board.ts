import type { ExpressionLanguage } from '@duban/kernel';
import { type Evidence, type ScoreRow, subjectsIn } from '../score/score-input.js';
import { type ScoreTable, scoreAlone, scoreSheet, scoreTable } from '../score/score-sheet.js';
import type { SubjectScore } from '../score/score-tree.js';
import type { Sheet } from '../sheet/sheet.js';
import type { ScoreQuestion } from './score-question.js';

/** Everybody's score by one sheet, with the table it was made from, to explain any of them. */
export type ScoreBoard = {
  readonly sheet: Sheet;
  readonly scores: readonly SubjectScore[];
  /** Somebody's place on the board; who is not on it is scored by what the sheet says of nothing, without a rank. */
  scoreOf(subjectId: string): SubjectScore;
  /** With what every case cost. */
  explain(subjectId: string): SubjectScore;
};

/** Scores whoever has a case in the year, or a record about them. */
export function scoreBoard(
  sheet: Sheet,
  question: ScoreQuestion,
  rows: readonly ScoreRow[],
  evidence: readonly Evidence[],
  language: ExpressionLanguage,
): ScoreBoard {
  const subjects = subjectsIn({ rows, evidence });
  const table = scoreTable({ subjects, rows, evidence, day: question.day }, language);
  const scores = scoreSheet(sheet, table, { explain: false });
  const places = new Map(scores.map((score) => [score.subjectId, score]));
  const told = new Map<string, SubjectScore>();
  const explain = (subjectId: string): SubjectScore => {
    const score = told.get(subjectId) ?? explained(sheet, table, subjectId, places.get(subjectId));
    told.set(subjectId, score);
    return score;
  };
  const scoreOf = (subjectId: string): SubjectScore => places.get(subjectId) ?? explain(subjectId);
  return { sheet, scores, scoreOf, explain };
}

/** Rank and group are what they are among all: only the lines are told more closely. */
function explained(sheet: Sheet, table: ScoreTable, subjectId: string, plain?: SubjectScore): SubjectScore {
  const score = scoreAlone(sheet, table, subjectId);
  return plain ? { ...score, rank: plain.rank, rankedOf: plain.rankedOf } : score;
}

/** Groups as the sheet gives them; within a group by rank, those without one last. */
export function inRanking(sheet: Sheet, scores: readonly SubjectScore[]): SubjectScore[] {
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
