import { buildSubgraph, type Subgraph } from '@duban/kernel/graphql';
import { CloseUnitMutation } from './close-unit/close-unit.mutation.js';
import { FindLocalityQuery } from './find-locality/find-locality.query.js';
import { FindUnitQuery } from './find-unit/find-unit.query.js';
import { LocalityHistoryQuery } from './locality-history/locality-history.query.js';
import { LocalityListsQuery } from './locality-lists/locality-lists.query.js';
import { LocalityTreeQuery } from './locality-tree/locality-tree.query.js';
import { UNITS_REFUSALS } from './refusals.js';
import { RegisterUnitMutation } from './register-unit/register-unit.mutation.js';
import { RenameUnitMutation } from './rename-unit/rename-unit.mutation.js';
import { SetSharingMutation } from './set-sharing/set-sharing.mutation.js';
import { LocalitySharing } from './set-sharing/show-sharing.query.js';
import { PositionLinksQuery, SectionLinksQuery } from './unit-links/section-links.query.js';
import { UnitLinksQuery } from './unit-links/unit-links.query.js';
import { UnitListQuery } from './unit-list/unit-list.query.js';
import type { UnitsDeps } from './units.deps.js';
import { references } from './units.reference.js';

/** The subgraph `units`: localities, handling units, sections, positions. */
export const unitsSubgraph = (): Subgraph =>
  buildSubgraph<UnitsDeps>({
    name: 'units',
    resolvers: [
      FindLocalityQuery,
      LocalityTreeQuery,
      LocalityHistoryQuery,
      LocalityListsQuery,
      UnitListQuery,
      FindUnitQuery,
      UnitLinksQuery,
      SectionLinksQuery,
      PositionLinksQuery,
      RegisterUnitMutation,
      RenameUnitMutation,
      CloseUnitMutation,
      LocalitySharing,
      SetSharingMutation,
    ],
    references,
    refusals: UNITS_REFUSALS,
  });
