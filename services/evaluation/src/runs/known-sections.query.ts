import type { EvaluationContext } from '../evaluation.context.js';
import type { ListedSection } from '../facts/fold-units/listed-unit.js';
import { sectionNames } from './sections.js';

type KnownSections = {
  readonly byId: ReadonlyMap<string, ListedSection>;
  readonly names: ReadonlyMap<string, ListedSection>;
};

/** The sections of the own locality, read once in an operation. */
export function knownSections(context: EvaluationContext): Promise<KnownSections> {
  const load = async (keys: readonly string[]) => {
    const { directory } = await context.reads();
    const sections = await directory.sections();
    const byId = new Map(sections.map((section) => [section.id, section]));
    const known = { byId, names: sectionNames(sections) };
    return keys.map(() => known);
  };
  return context.loader<string, KnownSections>('sections', load).load('all');
}
