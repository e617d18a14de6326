import { type ScoreTable, scoreAlone, scoreSheet } from '../score/score-sheet.js';
import { type CaseShift, caseShiftsBetween, type Shift, shiftsBetween } from '../score/score-shifts.js';
import type { SubjectScore } from '../score/score-tree.js';
import { decimal, text, ZERO } from '../sheet/decimal.js';
import type { Sheet } from '../sheet/sheet.js';

/** What a subject has by one sheet. */
type Standing = Pick<SubjectScore, 'counted' | 'grade' | 'group' | 'rank' | 'rankedOf' | 'notAssessed'>;

/** One subject under both sheets. */
export type Move = {
  readonly subjectId: string;
  /** Null: the sheet before cannot score. */
  readonly before: Standing | null;
  readonly after: Standing;
  /** Points gained (or lost, below zero); null where one of the sheets gives no score. */
  readonly difference: string | null;
  /** Places gained within the group; null where it is not ranked in the same group by both. */
  readonly places: number | null;
  /** What makes the difference, the largest first; what is the same by both is left out. */
  readonly shifts: readonly Shift[];
};

export type WhatIf = {
  readonly moves: readonly Move[];
  readonly winners: number;
  readonly losers: number;
  /** The cases behind a shift of a subject's indicator: what each cost by the one and by the other sheet. */
  cases(subjectId: string, indicator: string): readonly CaseShift[];
};

/**
 * Tries a sheet on facts that another one scored: both are run over the same table, so facts and
 * expressions that they share are read once. What it says is what real runs would say.
 */
export function whatIf(before: Sheet | null, after: Sheet, table: ScoreTable): WhatIf {
  const then = before && scoreSheet(before, table, { explain: false });
  const known = new Map(then?.map((score) => [score.subjectId, score]));
  const moves = scoreSheet(after, table, { explain: false })
    .map((score) => moveOf(known.get(score.subjectId) ?? null, score))
    .sort(byDifference);
  const gained = moves.map(({ difference }) => decimal(difference ?? 0));
  return {
    moves,
    winners: gained.filter((points) => points.gt(ZERO)).length,
    losers: gained.filter((points) => points.lt(ZERO)).length,
    cases: (subjectId, indicator) => caseShifts(before, after, table, subjectId, indicator),
  };
}

/** The largest change first. */
function byDifference(a: Move, b: Move): number {
  const size = ({ difference }: Move) => decimal(difference ?? 0).abs();
  return size(b).cmp(size(a)) || (a.subjectId < b.subjectId ? -1 : 1);
}

function moveOf(before: SubjectScore | null, after: SubjectScore): Move {
  const [was, is] = [before?.counted ?? null, after.counted];
  const sameGroup = before?.group === after.group;
  const [from, to] = [before?.rank ?? null, after.rank];
  return {
    subjectId: after.subjectId,
    before: before && standingOf(before),
    after: standingOf(after),
    difference: was === null || is === null ? null : text(decimal(is).minus(decimal(was))),
    places: from === null || to === null || !sameGroup ? null : from - to,
    shifts: before ? shiftsBetween(before, after) : [],
  };
}

const standingOf = ({ counted, grade, group, rank, rankedOf, notAssessed }: SubjectScore): Standing => ({
  counted,
  grade,
  group,
  rank,
  rankedOf,
  notAssessed,
});

function caseShifts(
  before: Sheet | null,
  after: Sheet,
  table: ScoreTable,
  subjectId: string,
  indicator: string,
): CaseShift[] {
  if (!table.subjects.has(subjectId)) return [];
  const then = before && scoreAlone(before, table, subjectId);
  return caseShiftsBetween(then, scoreAlone(after, table, subjectId), indicator);
}
