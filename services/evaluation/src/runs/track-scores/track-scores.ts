import { accept, query } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import { type ScoreBoard, scoreBoard } from '../score-board.js';
import { type Moment, monthEnds, type ScoreQuestion } from '../score-question.js';
import { scoringSheet } from '../sheet-version.js';

export type TrackedBoard = { readonly moment: Moment; readonly board: ScoreBoard };

/** 跟踪考核计分: everybody's score at the end of each month of the year so far, read at once. */
export const trackScores = query({
  action: 'score:show' satisfies EvaluationAction,
  async execute({ scores, language, now }: EvaluationDeps, _viewer, question: ScoreQuestion) {
    const found = scoringSheet(await scores.sheetsOn(question.sheetDay), question.sheet);
    if (!found.accepted) return found;
    const { sheet } = found.value;
    const moments = monthEnds(question.year, new Date(now));
    const facts = await scores.factsAt(
      sheet.subject,
      question.year,
      moments.map(({ asOf }) => asOf),
    );
    const boards = moments.flatMap((moment, index): TrackedBoard[] => {
      const own = facts[index];
      return own ? [{ moment, board: scoreBoard(sheet, moment.day, own, language) }] : [];
    });
    return accept(boards);
  },
});
