import type { ListedSection } from '../facts/fold-units/listed-unit.js';
import type { SubjectScore } from '../score/score-tree.js';
import type { Sheet } from '../sheet/sheet.js';
import type { VetoEffect, VetoScope } from '../sheet/veto.js';

/** A veto that stands in a published score: what others hear of it. */
export type StandingVeto = {
  readonly veto: string;
  readonly label: { readonly zh: string; readonly en: string };
  /** The unit, or the one that the section belongs to; null where cases or the locality are scored. */
  readonly unitId: string | null;
  readonly scope: VetoScope;
  /** The section or person it falls upon, as the unit named it; null for the unit as a whole. */
  readonly scopeId: string | null;
  readonly effect: VetoEffect;
  readonly cases: number;
};

/** Vetoes that stand, each once for whom it falls upon; those that a later round lifted are left out. */
export function standingVetoes(
  sheet: Sheet,
  scores: readonly Pick<SubjectScore, 'subjectId' | 'vetoes'>[],
  sections: readonly ListedSection[],
): StandingVeto[] {
  const unitOf = new Map(sections.map(({ id, unitId }) => [id, unitId]));
  const units: Readonly<Record<Sheet['subject'], (id: string) => string | null>> = {
    UNIT: (id) => id,
    SECTION: (id) => unitOf.get(id) ?? null,
    PROPOSAL: () => null,
    LOCALITY: () => null,
  };
  return scores.flatMap(({ subjectId, vetoes }) =>
    vetoes
      .filter(({ stands }) => stands)
      .map(({ veto, scope, scopeId, effect, caseIds }) => ({
        ...{ veto, scope, effect, cases: caseIds.length },
        label: sheet.vetoes?.[veto]?.name ?? { zh: veto, en: veto },
        unitId: units[sheet.subject](subjectId),
        scopeId: scope === 'UNIT' ? null : scopeId,
      })),
  );
}
