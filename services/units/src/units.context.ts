import type { Context } from '@duban/kernel/graphql';
import type { UnitsDeps } from './units.deps.js';

/** What resolvers of this subgraph get: who asks, the operation's reads and loaders. */
export type UnitsContext = Context<UnitsDeps>;
