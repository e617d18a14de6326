import { failure } from '@duban/kernel/graphql';
import type { LocalityType } from './locality.type.js';
import type { UnitsContext } from './units.context.js';

/**
 * Above and below, the name of a locality is known, not what is inside it (the default grant is
 * COUNTS): asking for that is NOT_GRANTED rather than an empty list, which would look like an answer.
 */
export function requireOwn({ row }: LocalityType, { viewer }: UnitsContext): number {
  if (row.number !== viewer.tenant) throw failure('NOT_GRANTED');
  return row.number;
}
