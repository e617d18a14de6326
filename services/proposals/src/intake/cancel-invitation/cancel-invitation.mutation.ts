import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showCase } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { CancelInvitationInput } from './cancel-invitation.input.js';
import { cancelInvitation } from './cancel-invitation.js';

const CancelInvitationResult = resultOf('CancelInvitation', '取消联名邀请', { proposal: SHOWN.proposal });

@Resolver()
export class CancelInvitationMutation {
  @Mutation(() => CancelInvitationResult.Result, {
    description: '取消联名邀请: takes an unanswered invitation back',
  })
  async cancelInvitation(
    @Ctx() context: ProposalContext,
    @Arg('input', () => CancelInvitationInput, { description: '内容: what is asked for' })
    input: CancelInvitationInput,
  ): Promise<object> {
    const payload = {
      proposalId: ownId(context, 'proposal', input.proposalId, 'proposalId'),
      mandateId: ownId(context, 'mandate', input.mandateId, 'mandateId'),
    };
    const outcome = await perform(context, cancelInvitation, input, payload);
    return answer(CancelInvitationResult, outcome, (done) => showCase(context, done));
  }
}
