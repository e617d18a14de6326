import type { Context } from '@duban/kernel/graphql';
import type { ProposalDeps } from './proposal.deps.js';

/** What every resolver of this subgraph gets. */
export type ProposalContext = Context<ProposalDeps>;
