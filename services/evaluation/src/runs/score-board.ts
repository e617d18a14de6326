import type { CalendarDate, ExpressionLanguage } from '@duban/kernel';
import { subjectsIn } from '../score/score-input.js';
import { type ScoreTable, scoreAlone, scoreSheet, scoreTable } from '../score/score-sheet.js';
import type { SubjectScore } from '../score/score-tree.js';
import type { Sheet } from '../sheet/sheet.js';
import type { ScoreFacts } from './score-facts.js';
import { type Workload, workloadsOf } from './workload.js';

/** Everybody's score by one sheet, with the table it was made from, to explain any of them. */
export type ScoreBoard = {
  readonly sheet: Sheet;
  readonly scores: readonly SubjectScore[];
  /** Somebody's place on the board; who is not on it is scored by what the sheet says of nothing, without a rank. */
  scoreOf(subjectId: string): SubjectScore;
  /** With what every case cost. */
  explain(subjectId: string): SubjectScore;
  /** Null where the board was kept without the cases it was made from. */
  workloadOf(subjectId: string): Workload | null;
};

/** Scores whoever has a case in the year, or a record about them. */
export function scoreBoard(
  sheet: Sheet,
  day: CalendarDate,
  { rows, evidence }: Pick<ScoreFacts, 'rows' | 'evidence'>,
  language: ExpressionLanguage,
): ScoreBoard {
  const subjects = subjectsIn({ rows, evidence });
  const table = scoreTable({ subjects, rows, evidence, day }, language);
  const scores = scoreSheet(sheet, table, { explain: false });
  const places = new Map(scores.map((score) => [score.subjectId, score]));
  const workloads = workloadsOf(rows);
  const told = new Map<string, SubjectScore>();
  const explain = (subjectId: string): SubjectScore => {
    const score = told.get(subjectId) ?? explained(sheet, table, subjectId, places.get(subjectId));
    told.set(subjectId, score);
    return score;
  };
  return {
    sheet,
    scores,
    explain,
    scoreOf: (subjectId) => places.get(subjectId) ?? explain(subjectId),
    workloadOf: (subjectId) => workloads.get(subjectId) ?? NOTHING,
  };
}

const NOTHING: Workload = { items: 0, open: 0 };

/** A board of one score that was published: it explains itself. */
export const keptBoard = (sheet: Sheet, score: SubjectScore): ScoreBoard => ({
  sheet,
  scores: [score],
  explain: () => score,
  scoreOf: () => score,
  workloadOf: () => null,
});

/**
 * Sections by the sheet of their unit: the same rules over what each of them answers for. A veto on a
 * section falls upon it here. The sheet ranks units, so sections have no place in it.
 */
export const asSectionSheet = (sheet: Sheet): Sheet =>
  sheet.subject === 'UNIT' ? { ...sheet, subject: 'SECTION', rankedFrom: Number.MAX_SAFE_INTEGER } : sheet;

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
