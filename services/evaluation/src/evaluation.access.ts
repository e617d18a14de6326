import { defineAccess, ROLES, type Role } from '@duban/kernel';

/** Everybody who holds an office or a mandate. The public reads what has been disclosed, and figures are not yet. */
const INSIDERS: readonly Role[] = ROLES.filter((role) => role !== 'PUBLIC');

/**
 * Who may try what in this service. That only the own locality and what is below it can be counted
 * is row-level security's affair, not a matter of roles.
 */
export const EVALUATION_ACCESS = defineAccess({
  'figures:count': INSIDERS,
  'unit-figures:count': INSIDERS,
  'facts:show': INSIDERS,
});
