import { type CalendarDate, dateInShanghai, type ExpressionLanguage } from '@duban/kernel';
import type { ScoreReads } from '../runs/score.store.js';
import { scoreBoard } from '../runs/score-board.js';
import type { VetoLine } from '../score/score-tree.js';
import { fallsUpon } from '../score/veto-lines.js';
import type { Award } from '../sheet/award.js';
import type { Sheet, Sheets } from '../sheet/sheet.js';
import type { Standing } from './award.js';

const NOWHERE: Standing = { vetoes: [], rank: null };

type Deps = { readonly scores: ScoreReads; readonly language: ExpressionLanguage; readonly now: string };

/**
 * Where everybody stands by the sheet of an award today: vetoes that keep somebody from it, and ranks.
 * A sheet whose weights are still to be entered has vetoes and no ranks worth speaking of.
 */
export async function standingsOf(
  { scores, language, now }: Deps,
  award: Award,
  sheets: Sheets,
  year: number,
): Promise<(subjectId: string) => Standing> {
  const sheet = award.sheet === undefined ? undefined : sheets.sheets[award.sheet];
  if (!sheet) return () => NOWHERE;
  const day: CalendarDate = dateInShanghai(now);
  const facts = await scores.facts(sheet.subject, { year, asOf: null });
  const board = scoreBoard(sheet, day, facts, language);
  const known = new Map(board.scores.map((score) => [score.subjectId, score]));
  return (subjectId) => {
    const score = known.get(subjectId);
    return score
      ? { vetoes: vetoesOf(sheet, score.vetoes), rank: isWeighed(sheet) ? score.rank : null }
      : NOWHERE;
  };
}

const isWeighed = ({ indicators }: Sheet): boolean =>
  Object.values(indicators).every(({ weight }) => weight !== undefined && weight !== null);

const vetoesOf = (sheet: Sheet, lines: readonly VetoLine[]): string[] =>
  lines
    .filter((line) => line.effect === 'INELIGIBLE_FOR_AWARD' && fallsUpon(sheet.subject, line))
    .map(({ veto }) => sheet.vetoes?.[veto]?.name.zh ?? veto);
