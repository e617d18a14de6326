import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showCase } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { DesignateKeyInput } from './designate-key.input.js';
import { designateKey } from './designate-key.js';

const DesignateKeyResult = resultOf('DesignateKey', '列为重点件', { proposal: SHOWN.proposal });

@Resolver()
export class DesignateKeyMutation {
  @Mutation(() => DesignateKeyResult.Result, { description: '列为重点件: makes the case a key item' })
  async designateKey(
    @Ctx() context: ProposalContext,
    @Arg('input', () => DesignateKeyInput, { description: '内容: what is asked for' })
    input: DesignateKeyInput,
  ): Promise<object> {
    const payload = {
      proposalId: ownId(context, 'proposal', input.proposalId, 'proposalId'),
      tier: input.tier,
      decidedBy: input.decidedBy ?? undefined,
      reason: input.reason ?? undefined,
    };
    const outcome = await perform(context, designateKey, input, payload);
    return answer(DesignateKeyResult, outcome, (done) => showCase(context, done));
  }
}
