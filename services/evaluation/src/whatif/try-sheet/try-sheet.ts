import { accept, query, refuse } from '@duban/kernel';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import type { ScoreQuestion } from '../../runs/score-question.js';
import { sheetNamed } from '../../runs/sheet-version.js';
import { subjectsIn } from '../../score/score-input.js';
import { scoreTable } from '../../score/score-sheet.js';
import type { SubjectKind } from '../../sheet/sheet.js';
import type { WrittenProblem } from '../../sheet/sheet-texts.file.js';
import { type WhatIf, whatIf } from '../what-if.js';

export type TrySheet = { readonly question: ScoreQuestion; readonly text: string };
export type TriedSheet = {
  /** Whatever keeps the written sheet from being used; then nothing was tried. */
  readonly problems: readonly WrittenProblem[];
  readonly trial: WhatIf | null;
  readonly subject: SubjectKind;
};

/**
 * Tries another text of the locality's own sheets on a year's real facts: who would move, and by which
 * indicator. Nothing is stored. A sheet that cannot score yet has nothing to compare with: then only
 * what the written one gives is told.
 */
export const trySheet = query({
  action: 'sheet:try',
  async execute({ scores, language, texts }: EvaluationDeps, _viewer, { question, text }: TrySheet) {
    const version = await scores.sheetsOn(question.today);
    const current = sheetNamed(version, question.sheet);
    if (!version || !current) return refuse('SHEET_NOT_FOUND', { sheet: question.sheet });
    const { effective, problems } = texts.read(text, version.layers.slice(0, -1));
    const concern = problems.filter(({ path }) => path === '' || path.split('.')[1] === question.sheet);
    const written = effective?.sheets.sheets[question.sheet];
    if (!written && concern.length === 0) return refuse('SHEET_NOT_FOUND', { sheet: question.sheet });
    if (!written || concern.length > 0)
      return accept<TriedSheet>({ problems: concern, trial: null, subject: current.sheet.subject });
    const { rows, evidence } = await scores.facts(written.subject, question);
    const subjects = subjectsIn({ rows, evidence });
    const table = scoreTable({ subjects, rows, evidence, day: question.day }, language);
    const before = current.open.length > 0 ? null : current.sheet;
    const trial = whatIf(before, written, table);
    return accept<TriedSheet>({ problems: [], trial, subject: written.subject });
  },
});
