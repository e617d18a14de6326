import { accept, query, refuse, type Viewer } from '@duban/kernel';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import type { ScoreQuestion } from '../../runs/score-question.js';
import { scoreTable } from '../../score/score-sheet.js';
import { localityTargets } from '../locality-target.js';

export type TargetsAsked = Omit<ScoreQuestion, 'sheet'> & {
  /** Null: of every sheet. */
  readonly sheet: string | null;
};

/** What the own locality wants to reach, over all its cases of a year, and how far it is. */
export const showTargets = query({
  action: 'score:show',
  async execute({ scores, language }: EvaluationDeps, { tenant }: Viewer, asked: TargetsAsked) {
    const sheets = (await scores.sheetsOn(asked.today))?.sheets.sheets ?? {};
    if (asked.sheet !== null && !Object.hasOwn(sheets, asked.sheet))
      return refuse('SHEET_NOT_FOUND', { sheet: asked.sheet });
    const wanted = Object.entries(sheets).filter(([code]) => asked.sheet === null || code === asked.sheet);
    const subjectId = String(tenant);
    const { rows } = await scores.facts('LOCALITY', asked);
    // Grades and ratings of units count for the place they are in.
    const ofUnits = await scores.facts('UNIT', asked);
    const evidence = ofUnits.evidence.map((one) => ({ ...one, subjectId }));
    const table = scoreTable({ subjects: [subjectId], rows, evidence, day: asked.day }, language);
    const data = table.subjects.get(subjectId) ?? { rows: [], evidence: [] };
    return accept(wanted.flatMap(([code, sheet]) => localityTargets(code, sheet, table.columns, data)));
  },
});
