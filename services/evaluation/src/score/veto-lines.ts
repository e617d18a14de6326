import type { Sheet } from '../sheet/sheet.js';
import type { Veto } from '../sheet/veto.js';
import { narrowed } from '../sheet/words.js';
import type { FactColumns } from './fact-columns.js';
import type { ScoreRow } from './score-input.js';
import type { VetoLine } from './score-tree.js';
import type { SubjectData } from './shortfall.js';

type Trigger = {
  readonly scopeId: string | null;
  readonly caseId: string | null;
  readonly recordId: string | null;
  readonly lifted: boolean;
};

/** Vetoes that were triggered, each with whom it falls upon: a section, the unit, or a person. */
export function vetoLines(
  subjectId: string,
  sheet: Sheet,
  columns: FactColumns,
  data: SubjectData,
): VetoLine[] {
  return Object.entries(sheet.vetoes ?? {}).flatMap(([code, veto]) => {
    const triggers = triggersOf(subjectId, veto, sheet, columns, data);
    const byScope = [...Map.groupBy(triggers, ({ scopeId }) => scopeId)];
    return byScope
      .map(([scopeId, own]) => lineOf(code, veto, scopeId, own))
      .sort((a, b) => ((a.scopeId ?? '') < (b.scopeId ?? '') ? -1 : 1));
  });
}

function lineOf(code: string, veto: Veto, scopeId: string | null, triggers: readonly Trigger[]): VetoLine {
  const standing = triggers.filter(({ lifted }) => !lifted);
  const ids = (of: readonly Trigger[], key: 'caseId' | 'recordId'): string[] =>
    [...new Set(of.flatMap((trigger) => trigger[key] ?? []))].sort();
  return {
    veto: code,
    scope: veto.scope,
    scopeId,
    effect: veto.effect,
    grade: veto.grade ?? null,
    caseIds: ids(standing, 'caseId'),
    recordIds: ids(standing, 'recordId'),
    liftedCaseIds: ids(
      triggers.filter(({ lifted }) => lifted),
      'caseId',
    ),
    stands: standing.length > 0,
  };
}

function triggersOf(
  subjectId: string,
  { that, flag, liftedBy, scope, scopeField, population }: Veto,
  sheet: Sheet,
  columns: FactColumns,
  { rows, evidence }: SubjectData,
): Trigger[] {
  const scopeOf = (row: ScoreRow | undefined): string | null => {
    if (scope === 'UNIT') return subjectId;
    return row?.responsible[scopeField ?? DEFAULT_SCOPE_FIELDS[scope]] ?? null;
  };
  const rowOf = (caseId: string | null) =>
    columns.rows[rows.find((row) => columns.rows[row]?.caseId === caseId) ?? -1];
  if (that === undefined) {
    return evidence
      .filter(({ source, code }) => source === 'FLAG' && code === flag)
      .map(({ caseId, recordId }) => ({ scopeId: scopeOf(rowOf(caseId)), caseId, recordId, lifted: false }));
  }
  const mask = columns.within(narrowed(sheet.population, population));
  const cells = columns.expression(that, sheet.derived);
  const lifted = liftedBy === undefined ? null : columns.expression(liftedBy, sheet.derived);
  return rows
    .filter((row) => mask[row] === 1 && cells[row] === true)
    .map((row): Trigger => {
      const of = columns.rows[row];
      return {
        scopeId: scopeOf(of),
        caseId: of?.caseId ?? null,
        recordId: null,
        lifted: lifted?.[row] === true,
      };
    });
}

/** The fields of who answers for an assignment that name a section and a person, where a veto names none. */
export const DEFAULT_SCOPE_FIELDS = { SECTION: 'section', PERSON: 'handler' } as const;

/** A section's veto leaves the unit's score, grade and rank alone. */
export const fallsUpon = (subject: Sheet['subject'], { scope, stands }: VetoLine): boolean =>
  stands && (scope === 'SECTION' ? subject === 'SECTION' : scope === 'UNIT' && subject !== 'SECTION');
