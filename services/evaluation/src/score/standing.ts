import { decimal } from '../sheet/decimal.js';
import type { Sheet } from '../sheet/sheet.js';
import type { SubjectScore, TargetLine, VetoLine } from './score-tree.js';
import { fallsUpon } from './veto-lines.js';

/** The grade that the points earn, or the best one that a veto leaves. */
export function gradeOf(sheet: Sheet, counted: string | null, vetoes: readonly VetoLine[]): string | null {
  const grades = sheet.grades ?? [];
  if (counted === null) return null;
  const earned = grades.findIndex(({ atLeast }) => decimal(counted).gte(decimal(atLeast)));
  if (earned < 0) return null;
  const caps = vetoes
    .filter((veto) => veto.effect === 'GRADE_CAP' && fallsUpon(sheet.subject, veto))
    .map(({ grade }) => grades.findIndex(({ code }) => code === grade));
  return grades[Math.max(earned, ...caps)]?.code ?? null;
}

export const groupOf = ({ groups = [] }: Sheet, cases: number): string | null =>
  groups.find(({ atLeast }) => cases >= atLeast)?.code ?? null;

export const targetsOf = ({ targets = {} }: Sheet, lines: SubjectScore['lines']): readonly TargetLine[] =>
  Object.entries(targets).map(([target, { indicator, atLeast }]) => {
    const value = lines.find((line) => line.indicator === indicator)?.value ?? null;
    return { target, value, attained: value === null ? null : decimal(value).gte(decimal(atLeast)) };
  });

/** Ranks those who have a score and enough cases, within their group; equals by the sheet's rule. */
export function ranked(sheet: Sheet, scores: readonly SubjectScore[]): SubjectScore[] {
  const entered = scores.filter(({ counted, cases }) => counted !== null && cases >= (sheet.rankedFrom ?? 0));
  const ranks = new Map<string, { readonly rank: number; readonly of: number }>();
  for (const group of Map.groupBy(entered, ({ group }) => group).values()) rankGroup(sheet, group, ranks);
  return scores.map((score) => {
    const found = ranks.get(score.subjectId);
    return { ...score, rank: found?.rank ?? null, rankedOf: found?.of ?? 0 };
  });
}

function rankGroup(
  sheet: Sheet,
  group: readonly SubjectScore[],
  ranks: Map<string, { readonly rank: number; readonly of: number }>,
): void {
  const ordered = [...group].sort((a, b) => better(sheet, a, b) || (a.subjectId < b.subjectId ? -1 : 1));
  let rank = 0;
  for (const [index, score] of ordered.entries()) {
    const before = ordered[index - 1];
    const ties = before !== undefined && better(sheet, before, score) === 0;
    if (!ties) rank = sheet.ties?.rule === 'DENSE' ? rank + 1 : index + 1;
    ranks.set(score.subjectId, { rank, of: ordered.length });
  }
}

/** Negative when `a` comes first. */
function better({ ties }: Sheet, a: SubjectScore, b: SubjectScore): number {
  const points = (score: SubjectScore, code: string) =>
    decimal(score.lines.find(({ indicator }) => indicator === code)?.points ?? 0);
  const first = decimal(b.counted ?? 0).cmp(decimal(a.counted ?? 0));
  if (first !== 0) return first;
  for (const code of ties?.by ?? []) {
    const next = points(b, code).cmp(points(a, code));
    if (next !== 0) return next;
  }
  return 0;
}
