import { readId } from '@duban/kernel/graphql';
import type { ProposalContext } from '../proposal.context.js';

/** No row ever has this id. */
const NOWHERE = '00000000-0000-0000-0000-000000000000';

/**
 * The bare id in a public id that a client sent. One of another locality becomes an id that never
 * existed, so that both are answered alike. MALFORMED_ID names the field.
 */
export function ownId(context: ProposalContext, kind: string, text: string, field = 'id'): string {
  const { tenant, id } = readId(kind, text, field);
  return tenant === context.viewer.tenant ? id : NOWHERE;
}

/** The same for a field that may be left out. */
export const ownIdOf = (
  context: ProposalContext,
  kind: string,
  text: string | null | undefined,
  field: string,
): string | undefined =>
  text === null || text === undefined ? undefined : ownId(context, kind, text, field);
