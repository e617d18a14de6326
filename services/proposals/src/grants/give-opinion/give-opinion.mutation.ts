import { type Outcome, refuse } from '@duban/kernel';
import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { HeldCaseGrant } from '../../graph/granted-case.type.js';
import type { ProposalContext } from '../../proposal.context.js';
import type { HeldGrant } from '../grant.store.js';
import { localityNumber, referenceOf } from '../held-grant.input.js';
import { GiveOpinionInput } from './give-opinion.input.js';
import { giveOpinion } from './give-opinion.js';

const GiveOpinionResult = resultOf('GiveOpinion', '提出意见', {
  grant: { type: () => HeldCaseGrant, description: '收到的授权: under which it was given' },
});

@Resolver()
export class GiveOpinionMutation {
  @Mutation(() => GiveOpinionResult.Result, {
    description: '提出意见: on a case of another locality; that locality may take it',
  })
  async giveOpinion(
    @Ctx() context: ProposalContext,
    @Arg('input', () => GiveOpinionInput, { description: '内容: what is asked for' })
    input: GiveOpinionInput,
  ): Promise<object> {
    const { idempotencyKey, kind, verdict = null, reasonCode = null, text, withLocalityId } = input;
    const withId = withLocalityId != null ? localityNumber(withLocalityId, 'withLocalityId') : null;
    const said = { kind, verdict, reasonCode, text, withId };
    const given = await context.run(giveOpinion, { ...referenceOf(input), ...said }, { idempotencyKey });
    const { grants } = await context.reads('GRANT');
    const held = given.accepted ? await grants.findHeld(given.value.ownerId, given.value.grantId) : null;
    const outcome: Outcome<unknown> = given.accepted && !held ? refuse('GRANT_NOT_FOUND') : given;
    return answer(GiveOpinionResult, outcome, async () => ({ grant: new HeldCaseGrant(held as HeldGrant) }));
  }
}
