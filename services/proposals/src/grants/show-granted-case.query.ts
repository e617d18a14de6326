import { mayTry } from '@duban/kernel';
import { failure } from '@duban/kernel/graphql';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { EVENT_WORDS } from '../case/event-words.js';
import { fold } from '../case/fold.js';
import { stateOf } from '../graph/case-files.reference.js';
import { Locality } from '../graph/foreign.type.js';
import { CaseGrant, CaseOpinion, GrantReading } from '../graph/grant.type.js';
import { GrantedCase, HeldCaseGrant } from '../graph/granted-case.type.js';
import { Proposal } from '../graph/proposal.type.js';
import { requireOwn } from '../graph/readers.input.js';
import { PROPOSAL_ACCESS } from '../proposal.access.js';
import type { ProposalContext } from '../proposal.context.js';
import type { GrantReference } from './open-granted-case/open-granted-case.js';

/** The case of a grant, as far as it may be seen; null when the grant does not hold any more. */
export async function showGranted(
  context: ProposalContext,
  { ownerId, grantId }: GrantReference,
): Promise<GrantedCase | null> {
  const { grants } = await context.reads('GRANT');
  const held = await grants.findHeld(ownerId, grantId);
  if (!held) return null;
  if (held.sees !== 'FULL') return new GrantedCase(held, null);
  const events = await grants.eventsOf(held);
  const steps = events.map(({ type, occurredAt }) => ({ title: EVENT_WORDS[type]?.[0] ?? type, occurredAt }));
  return new GrantedCase(held, { body: fold(events).content.body, steps });
}

@Resolver(() => Locality)
export class LocalityGrantedCases {
  @FieldResolver(() => [HeldCaseGrant], {
    description: '收到的授权: standing grants of other localities; NOT_GRANTED for another locality',
  })
  async grantedCases(@Root() locality: Locality, @Ctx() context: ProposalContext): Promise<HeldCaseGrant[]> {
    requireOwn(context, locality);
    if (!mayTry(PROPOSAL_ACCESS, 'grant:use', context.viewer.role)) throw failure('FORBIDDEN');
    const { grants } = await context.reads('GRANT');
    return (await grants.held()).map((held) => new HeldCaseGrant(held));
  }
}

@Resolver(() => Proposal)
export class ProposalGrants {
  @FieldResolver(() => [CaseGrant], {
    description: '授权: which other localities may see it, what they read and what they gave',
  })
  async grants(@Root() { tenant, row }: Proposal, @Ctx() context: ProposalContext): Promise<CaseGrant[]> {
    const state = await stateOf(context, row.id);
    if (state.grants.length === 0) return [];
    const { grants } = await context.reads();
    const ids = state.grants.map(({ grantId }) => grantId);
    const [opinions, readings] = [await grants.opinionsOf(ids), await grants.readingsOf(ids)];
    return state.grants.map((grant) => {
      const own = <Item extends { readonly grantId: string }>(items: readonly Item[]): readonly Item[] =>
        items.filter((one) => one.grantId === grant.grantId);
      const given = own(opinions).map(
        (one) => new CaseOpinion(tenant, one, state.takenOpinions.includes(one.opinionId)),
      );
      return new CaseGrant(
        tenant,
        grant,
        given,
        own(readings).map((one) => new GrantReading(one)),
      );
    });
  }
}
