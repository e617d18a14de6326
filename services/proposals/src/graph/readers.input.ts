import { checkText, mayTry } from '@duban/kernel';
import { badInput, failure } from '@duban/kernel/graphql';
import { PROPOSAL_ACCESS } from '../proposal.access.js';
import type { ProposalContext } from '../proposal.context.js';
import type { Locality } from './foreign.type.js';

/** FORBIDDEN for roles that read no cases at all. */
export function requireReader({ viewer }: ProposalContext): void {
  if (!mayTry(PROPOSAL_ACCESS, 'proposal:read', viewer.role)) throw failure('FORBIDDEN');
}

/** NOT_GRANTED for any locality but the viewer's own: an empty list would say that it has no cases. */
export function requireOwn({ viewer }: ProposalContext, locality: Locality): void {
  if (locality.number !== viewer.tenant) throw failure('NOT_GRANTED');
}

const MOST = 100;

/** Texts of a filter, each at most 100 characters that can be stored; at most 100 of them. */
export function requireTexts(
  field: string,
  texts: readonly (string | null | undefined)[] | null | undefined,
): void {
  if (!texts) return;
  if (texts.length > MOST)
    throw badInput(`“${field}”最多 ${MOST} 项。`, `"${field}" may have at most ${MOST} values.`);
  const wrong = texts.some((text) => text != null && checkText(field, text, { max: MOST, min: 0 }));
  if (wrong)
    throw badInput(
      `“${field}”过长或含有不允许的字符。`,
      `"${field}" is too long or contains characters that are not allowed.`,
    );
}

/** NOT_GRANTED unless it is the viewer's own locality or one below it, FORBIDDEN for who may not see counts; whether it is the own. */
export async function requireStanding(context: ProposalContext, { number }: Locality): Promise<boolean> {
  const own = number === context.viewer.tenant;
  const { lists } = await context.reads('COUNTS');
  if (!own && !(await lists.standsBelow(number))) throw failure('NOT_GRANTED');
  requireCounter(context);
  return own;
}

/** FORBIDDEN for roles that are told no counts of the locality and those below. */
export function requireCounter({ viewer }: ProposalContext): void {
  if (!mayTry(PROPOSAL_ACCESS, 'warning:count', viewer.role)) throw failure('FORBIDDEN');
}
