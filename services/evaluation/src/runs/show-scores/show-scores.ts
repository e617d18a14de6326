import { accept, type CalendarDate, query } from '@duban/kernel';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import { asSectionSheet, type ScoreBoard, scoreBoard } from '../score-board.js';
import type { ScoreQuestion } from '../score-question.js';
import { scoringSheet, sheetsIn } from '../sheet-version.js';

/** Everything the own locality scores by on a day. */
export const listSheets = query({
  action: 'score:show',
  async execute({ scores }: EvaluationDeps, _viewer, day: CalendarDate) {
    const version = await scores.sheetsOn(day);
    return accept(version ? sheetsIn(version) : []);
  },
});

/** Who is scored: whom the sheet is for, or the sections of the units it is for. */
export type Scored = 'SUBJECTS' | 'SECTIONS';
export type ScoresAsked = { readonly question: ScoreQuestion; readonly scored: Scored };

/**
 * Everybody's running score: any time, by the sheet that the year was scored by, over the facts of then.
 * Refused where there is no such sheet, or something in it is still to be entered.
 */
export const showScores = query({
  action: 'score:show',
  async execute({ scores, language }: EvaluationDeps, _viewer, { question, scored }: ScoresAsked) {
    const found = scoringSheet(await scores.sheetsOn(question.sheetDay), question.sheet);
    if (!found.accepted) return found;
    const sheet = scored === 'SECTIONS' ? asSectionSheet(found.value.sheet) : found.value.sheet;
    const facts = await scores.facts(sheet.subject, question);
    return accept<ScoreBoard>(scoreBoard(sheet, question.day, facts, language));
  },
});
