import { decodeLocalityId } from '@duban/kernel';
import { failure, type ResolveReference, readId } from '@duban/kernel/graphql';
import type { ProposalDeps } from '../proposal.deps.js';
import { Locality, Mandate, Unit } from './foreign.type.js';

/** Whether the viewer knows the locality is for units to say; what is in it is refused at the field. */
export const resolveLocality: ResolveReference<ProposalDeps> = ({ id }) => {
  const number = decodeLocalityId(id);
  if (number === null) throw failure('MALFORMED_ID', { field: 'id' });
  return new Locality(number);
};

export const resolveUnit: ResolveReference<ProposalDeps> = ({ id }, { viewer }) => {
  const unit = readId('unit', id);
  return unit.tenant === viewer.tenant ? new Unit(unit.tenant, unit.id) : null;
};

export const resolveMandate: ResolveReference<ProposalDeps> = ({ id }, { viewer }) => {
  const mandate = readId('mandate', id);
  return mandate.tenant === viewer.tenant ? new Mandate(mandate.tenant, mandate.id) : null;
};
