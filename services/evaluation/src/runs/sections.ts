import type { Viewer } from '@duban/kernel';
import type { ListedSection } from '../facts/fold-units/listed-unit.js';
import type { ScoreRow } from '../score/score-input.js';
import { DEFAULT_SCOPE_FIELDS } from '../score/veto-lines.js';

/** Which section of a unit a text means: by name or by code, those that are still there first. */
export function sectionNames(sections: readonly ListedSection[]): ReadonlyMap<string, ListedSection> {
  const named = new Map<string, ListedSection>();
  const put = (text: string, section: ListedSection): void => {
    const key = keyOf(section.unitId, text);
    if (!named.has(key)) named.set(key, section);
  };
  for (const active of [true, false]) {
    const own = sections.filter((section) => section.active === active);
    for (const section of own) put(section.name, section);
    for (const section of own) put(section.code, section);
  }
  return named;
}

/** The unit's own sections are its staff's; somebody who belongs to one of them is told of that one alone. */
export const isOwnSection = (
  section: Pick<ListedSection, 'id' | 'unitId'>,
  { role, unitId, sectionId }: Pick<Viewer, 'role' | 'unitId' | 'sectionId'>,
): boolean => section.unitId === unitId && (role !== 'SECTION_HEAD' || section.id === sectionId);

const keyOf = (unitId: string, text: string): string => `${unitId} ${text.trim()}`;

export const sectionNamed = (
  names: ReadonlyMap<string, ListedSection>,
  unitId: string,
  text: string | null | undefined,
): ListedSection | null => (text && names.get(keyOf(unitId, text))) || null;

/**
 * Parts of units as parts of the sections that answer for them. What a unit put down to nobody, or to
 * words that are no section of its own, is no section's.
 */
export function bySection(rows: readonly ScoreRow[], sections: readonly ListedSection[]): ScoreRow[] {
  const names = sectionNames(sections);
  return rows.flatMap((row) => {
    const section = sectionNamed(names, row.subjectId, row.responsible[DEFAULT_SCOPE_FIELDS.SECTION]);
    return section ? [{ ...row, subjectId: section.id }] : [];
  });
}
