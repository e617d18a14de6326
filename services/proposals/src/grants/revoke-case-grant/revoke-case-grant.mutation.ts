import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showCase } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { RevokeCaseGrantInput } from './revoke-case-grant.input.js';
import { revokeCaseGrant } from './revoke-case-grant.js';

const RevokeCaseGrantResult = resultOf('RevokeCaseGrant', '收回授权', { proposal: SHOWN.proposal });

@Resolver()
export class RevokeCaseGrantMutation {
  @Mutation(() => RevokeCaseGrantResult.Result, { description: '收回授权: ends a grant at once' })
  async revokeCaseGrant(
    @Ctx() context: ProposalContext,
    @Arg('input', () => RevokeCaseGrantInput, { description: '内容: what is asked for' })
    input: RevokeCaseGrantInput,
  ): Promise<object> {
    const payload = {
      proposalId: ownId(context, 'proposal', input.proposalId, 'proposalId'),
      grantId: ownId(context, 'casegrant', input.caseGrantId, 'caseGrantId'),
      reason: input.reason,
    };
    const outcome = await perform(context, revokeCaseGrant, input, payload);
    return answer(RevokeCaseGrantResult, outcome, (done) => showCase(context, done));
  }
}
