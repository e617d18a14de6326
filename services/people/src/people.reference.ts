import { decodeLocalityId } from '@duban/kernel';
import { failure, type Reference, readId } from '@duban/kernel/graphql';
import { LocalityType } from './foreign.type.js';
import { findMandate, type MandateType } from './mandate.type.js';
import type { PeopleContext } from './people.context.js';
import { findPerson, type PersonType } from './person.type.js';

/** Entities that other subgraphs refer to: read in the viewer's own transaction, null when not visible. */
export const references = {
  Person: ({ id }: Reference, context: PeopleContext): Promise<PersonType | null> =>
    findPerson(context, readId('person', id)),
  Mandate: ({ id }: Reference, context: PeopleContext): Promise<MandateType | null> =>
    findMandate(context, readId('mandate', id)),
  Locality: ({ id }: Reference): LocalityType => {
    const tenant = decodeLocalityId(id);
    if (tenant === null) throw failure('MALFORMED_ID', { field: 'id' });
    return LocalityType.of(tenant);
  },
};
