import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showCase } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { InviteCosignerInput } from './invite-cosigner.input.js';
import { inviteCosigner } from './invite-cosigner.js';

const InviteCosignerResult = resultOf('InviteCosigner', '邀请联名', { proposal: SHOWN.proposal });

@Resolver()
export class InviteCosignerMutation {
  @Mutation(() => InviteCosignerResult.Result, { description: '邀请联名: asks a deputy or member to sign' })
  async inviteCosigner(
    @Ctx() context: ProposalContext,
    @Arg('input', () => InviteCosignerInput, { description: '内容: what is asked for' })
    input: InviteCosignerInput,
  ): Promise<object> {
    const payload = {
      proposalId: ownId(context, 'proposal', input.proposalId, 'proposalId'),
      mandateId: ownId(context, 'mandate', input.mandateId, 'mandateId'),
    };
    const outcome = await perform(context, inviteCosigner, input, payload);
    return answer(InviteCosignerResult, outcome, (done) => showCase(context, done));
  }
}
