import { decodeLocalityId } from '@duban/kernel';
import { failure, type Reference, readId } from '@duban/kernel/graphql';
import {
  findCategoryType,
  findLocalityType,
  findOrganType,
  findPositionType,
  findSectionType,
  findUnitType,
} from './find-row.reference.js';
import type { Key } from './locality.store.js';
import type { UnitsContext } from './units.context.js';

type Find = (context: UnitsContext, key: Key) => Promise<object | null>;

const byId =
  (kind: string, find: Find) =>
  ({ id }: Reference, context: UnitsContext): Promise<object | null> =>
    find(context, readId(kind, id));

/** Entities that other subgraphs refer to: read in the viewer's own transaction, null when not visible. */
export const references = {
  Locality: ({ id }: Reference, context: UnitsContext): Promise<object | null> => {
    const number = decodeLocalityId(id);
    if (number === null) throw failure('MALFORMED_ID', { field: 'id' });
    return findLocalityType(context, number);
  },
  Unit: byId('unit', findUnitType),
  Section: byId('section', findSectionType),
  Position: byId('position', findPositionType),
  Organ: byId('organ', findOrganType),
  Category: byId('category', findCategoryType),
};
