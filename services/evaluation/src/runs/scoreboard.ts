import type { SubjectScore } from '../score/score-tree.js';
import { decimal } from '../sheet/decimal.js';
import { inRanking, type ScoreBoard } from './score-board.js';

export const SCORE_ORDERS = [
  'RANK',
  'SCORE_HIGHEST',
  'SCORE_LOWEST',
  'WORKLOAD_MOST',
  'OPEN_MOST',
  'NAME',
] as const;
export type ScoreOrder = (typeof SCORE_ORDERS)[number];

/** Null: whatever it is. */
export type ScoreFilter = {
  readonly system: string | null;
  readonly group: string | null;
  readonly listed: boolean | null;
  readonly vetoed: boolean | null;
};

/** What the directory says of whoever is scored. */
export type ListedSubject = { readonly name: string; readonly system: string | null };
export type Listing = ReadonlyMap<string, ListedSubject>;

/** A board's scores as they are wanted: those that pass, in order; equals as the ranking has them. */
export function scoreboard(
  board: ScoreBoard,
  listing: Listing,
  { order, filter }: { readonly order: ScoreOrder; readonly filter: ScoreFilter },
): SubjectScore[] {
  const ranking = inRanking(board.sheet, board.scores).filter((score) => passes(score, listing, filter));
  return ranking.sort(comparisonOf(order, board, listing));
}

const passes = (score: SubjectScore, listing: Listing, wanted: ScoreFilter): boolean =>
  (wanted.system === null || listing.get(score.subjectId)?.system === wanted.system) &&
  (wanted.group === null || score.group === wanted.group) &&
  (wanted.listed === null || score.listed === wanted.listed) &&
  (wanted.vetoed === null || score.vetoes.some(({ stands }) => stands) === wanted.vetoed);

type Comparison = (a: SubjectScore, b: SubjectScore) => number;

/** 按拼音: names in Chinese as a dictionary has them. */
const PINYIN = new Intl.Collator('zh-Hans-CN-u-co-pinyin');

function comparisonOf(order: ScoreOrder, board: ScoreBoard, listing: Listing): Comparison {
  const load = ({ subjectId }: SubjectScore) => board.workloadOf(subjectId) ?? { items: 0, open: 0 };
  const name = ({ subjectId }: SubjectScore): string => listing.get(subjectId)?.name ?? '';
  switch (order) {
    case 'RANK':
      return () => 0;
    case 'SCORE_HIGHEST':
      return byPoints(-1);
    case 'SCORE_LOWEST':
      return byPoints(1);
    case 'WORKLOAD_MOST':
      return (a, b) => load(b).items - load(a).items;
    case 'OPEN_MOST':
      return (a, b) => load(b).open - load(a).open;
    case 'NAME':
      return (a, b) => PINYIN.compare(name(a), name(b));
  }
}

/** Who has no score comes last, either way. */
const byPoints =
  (sign: 1 | -1): Comparison =>
  ({ counted: one }, { counted: other }) => {
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sign * decimal(one).cmp(decimal(other));
  };
