import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showEntry } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { RefuseClaimInput } from './refuse-claim.input.js';
import { refuseClaim } from './refuse-claim.js';

const RefuseClaimResult = resultOf('RefuseClaim', '退回销号申请', {
  proposal: SHOWN.proposal,
  entry: SHOWN.entry,
});

@Resolver()
export class RefuseClaimMutation {
  @Mutation(() => RefuseClaimResult.Result, {
    description: '退回销号申请: says that what was claimed is not so',
  })
  async refuseClaim(
    @Ctx() context: ProposalContext,
    @Arg('input', () => RefuseClaimInput, { description: '内容: what is asked for' }) input: RefuseClaimInput,
  ): Promise<object> {
    const payload = {
      entryId: ownId(context, 'entry', input.entryId, 'entryId'),
      reason: input.reason,
    };
    const outcome = await perform(context, refuseClaim, input, payload);
    return answer(RefuseClaimResult, outcome, (done) => showEntry(context, done, payload.entryId));
  }
}
