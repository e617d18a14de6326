import type { Allowed } from '@duban/kernel/runtime';

/** What the catalogue may have although a rule forbids it, each with its reason. One that is not needed is a finding. */
export const CATALOGUE_EXCEPTIONS: readonly Allowed[] = [];
