import { decodeLocalityId } from '@duban/kernel';
import { failure, type Reference, readId } from '@duban/kernel/graphql';
import type { EvaluationContext } from './evaluation.context.js';
import { LocalityType, MandateType, ProposalType, SectionType, UnitType } from './foreign.type.js';
import { oncePer } from './tree/once-per.js';

/**
 * Entities of other subgraphs, for the viewer: null for what is not visible. Localities above and
 * below are known (only those below are counted); units and cases only of the own locality.
 */
export const references = {
  async Locality({ id }: Reference, context: EvaluationContext): Promise<LocalityType | null> {
    const number = decodeLocalityId(id);
    if (number === null) throw failure('MALFORMED_ID', { field: 'id' });
    // All references of a list wait for the same read, so that what hangs on them is counted in one batch.
    const known = await knownLocalities(context);
    return known.has(number) ? LocalityType.of(number) : null;
  },

  Unit({ id }: Reference, context: EvaluationContext): UnitType | null {
    const { tenant, id: unitId } = readId('unit', id);
    return tenant === context.viewer.tenant ? Object.assign(new UnitType(), { id, unitId }) : null;
  },

  Section({ id }: Reference, context: EvaluationContext): SectionType | null {
    const { tenant, id: sectionId } = readId('section', id);
    return tenant === context.viewer.tenant ? Object.assign(new SectionType(), { id, sectionId }) : null;
  },

  Mandate({ id }: Reference, context: EvaluationContext): MandateType | null {
    const { tenant, id: mandateId } = readId('mandate', id);
    return tenant === context.viewer.tenant ? Object.assign(new MandateType(), { id, mandateId }) : null;
  },

  Proposal({ id }: Reference, context: EvaluationContext): ProposalType | null {
    const { tenant, id: caseId } = readId('proposal', id);
    return tenant === context.viewer.tenant ? Object.assign(new ProposalType(), { id, caseId }) : null;
  },
};

/** The own locality, and those above and below it as far as the tree has arrived. */
async function knownLocalities(context: EvaluationContext): Promise<ReadonlySet<number>> {
  const { figures } = await context.reads('COUNTS');
  const places = await figures.places();
  const { tenant } = context.viewer;
  return oncePer(
    places,
    `numbers beside ${tenant}`,
    () => new Set([tenant, ...places.map((place) => place.tenant)]),
  );
}
