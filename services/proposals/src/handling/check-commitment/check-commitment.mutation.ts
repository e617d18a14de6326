import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showPromise } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { CheckCommitmentInput } from './check-commitment.input.js';
import { checkCommitment } from './check-commitment.js';

const CheckCommitmentResult = resultOf('CheckCommitment', '核实承诺事项', {
  proposal: SHOWN.proposal,
  reply: SHOWN.reply,
});

@Resolver()
export class CheckCommitmentMutation {
  @Mutation(() => CheckCommitmentResult.Result, {
    description: '核实承诺事项: looks whether what a letter promised was done',
  })
  async checkCommitment(
    @Ctx() context: ProposalContext,
    @Arg('input', () => CheckCommitmentInput, { description: '内容: what is asked for' })
    input: CheckCommitmentInput,
  ): Promise<object> {
    const payload = {
      commitmentId: ownId(context, 'commitment', input.commitmentId, 'commitmentId'),
      fulfilled: input.fulfilled,
      note: input.note ?? undefined,
    };
    const outcome = await perform(context, checkCommitment, input, payload);
    return answer(CheckCommitmentResult, outcome, (done) => showPromise(context, done));
  }
}
