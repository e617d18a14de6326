import type { Context } from '@duban/kernel/graphql';
import type { PeopleDeps } from './people.deps.js';
import type { PeopleReads } from './people.read.js';

/** What queries and references read with, inside the operation's one read-only transaction. */
export type PeopleReadDeps = PeopleDeps & { readonly reads: PeopleReads };

export type PeopleContext = Context<PeopleReadDeps>;
