import { accept, type CalendarDate, query } from '@duban/kernel';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import { type ScoreBoard, scoreBoard } from '../score-board.js';
import type { ScoreQuestion } from '../score-question.js';
import { type NamedSheet, scoringSheet, sheetsIn } from '../sheet-version.js';

/** Everything the own locality scores by on a day. */
export const listSheets = query({
  action: 'score:show',
  async execute({ scores }: EvaluationDeps, _viewer, day: CalendarDate) {
    const version = await scores.sheetsOn(day);
    return accept(version ? sheetsIn(version) : []);
  },
});

export type ShownScores = { readonly named: NamedSheet; readonly board: ScoreBoard };

/**
 * Everybody's running score: any time, by the sheet in force today, over the facts of then.
 * Refused where there is no such sheet, or something in it is still to be entered.
 */
export const showScores = query({
  action: 'score:show',
  async execute({ scores, language }: EvaluationDeps, _viewer, question: ScoreQuestion) {
    const found = scoringSheet(await scores.sheetsOn(question.today), question.sheet);
    if (!found.accepted) return found;
    const named = found.value;
    const { rows, evidence } = await scores.facts(named.sheet.subject, question);
    const board = scoreBoard(named.sheet, question, rows, evidence, language);
    return accept({ named, board } satisfies ShownScores);
  },
});
