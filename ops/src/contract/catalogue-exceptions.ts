import type { Allowed } from '@duban/kernel/runtime';

const UNKNOWN_YET = 'A sign-in in progress belongs to no locality yet: who signs in is what it finds out.';

/** What the catalogue may have although a rule forbids it, each with its reason. */
export const CATALOGUE_EXCEPTIONS: readonly Allowed[] = [
  { rule: 'tenant-column', object: 'people.sign_in_state', reason: UNKNOWN_YET },
  { rule: 'tenant-in-keys', object: 'people.sign_in_state.sign_in_state_pkey', reason: UNKNOWN_YET },
];
