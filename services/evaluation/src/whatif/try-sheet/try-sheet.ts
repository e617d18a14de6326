import { aboveOf, accept, type LayerRef, type PinnedLayer, query, refuse } from '@duban/kernel';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import type { ScoreQuestion } from '../../runs/score-question.js';
import { sheetNamed } from '../../runs/sheet-version.js';
import { subjectsIn } from '../../score/score-input.js';
import { scoreTable } from '../../score/score-sheet.js';
import type { SubjectKind } from '../../sheet/sheet.js';
import type { WrittenProblem } from '../../sheet/sheet-texts.file.js';
import { type WhatIf, whatIf } from '../what-if.js';

export type TrySheet = {
  readonly question: ScoreQuestion;
  readonly text: string;
  /** The documents a draft builds upon; left out, those that the sheets in force were made of. */
  readonly above?: readonly LayerRef[];
};

export type TriedSheet = {
  /** Whatever keeps the written sheet from being used; then nothing was tried. */
  readonly problems: readonly WrittenProblem[];
  readonly trial: WhatIf | null;
  readonly subject: SubjectKind;
};

/**
 * Tries another text of the locality's own sheets on a year's real facts: who would move, and by which
 * indicator, compared with what the year was scored by. Nothing is stored. A sheet that could not score
 * then has nothing to compare with: only what the written one gives is told.
 */
export const trySheet = query({
  action: 'sheet:try',
  async execute(deps: EvaluationDeps, _viewer, { question, text, above }: TrySheet) {
    const { scores, language, texts } = deps;
    const { effective, problems } = texts.read(text, await layersAbove(deps, question, above));
    const concern = problems.filter(({ path }) => path === '' || path.split('.')[1] === question.sheet);
    const written = effective?.sheets.sheets[question.sheet];
    if (!written && concern.length === 0) return refuse('SHEET_NOT_FOUND', { sheet: question.sheet });
    if (!written || concern.length > 0)
      return accept<TriedSheet>({ problems: concern, trial: null, subject: written?.subject ?? 'UNIT' });
    const { rows, evidence } = await scores.facts(written.subject, question);
    const subjects = subjectsIn({ rows, evidence });
    const table = scoreTable({ subjects, rows, evidence, day: question.day }, language);
    const then = sheetNamed(await scores.sheetsOn(question.sheetDay), question.sheet);
    const before = then && then.open.length === 0 ? then.sheet : null;
    const trial = whatIf(before, written, table);
    return accept<TriedSheet>({ problems: [], trial, subject: written.subject });
  },
});

async function layersAbove(
  { sheets: { definitions } }: EvaluationDeps,
  { today }: ScoreQuestion,
  above: TrySheet['above'],
): Promise<readonly PinnedLayer[]> {
  return above ? definitions.resolve(above) : aboveOf(await definitions.inForce(today));
}
