import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showCase } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { RegisterPaperInput } from './register-paper.input.js';
import { registerPaper } from './register-paper.js';

const RegisterPaperResult = resultOf('RegisterPaper', '登记纸质原件', { proposal: SHOWN.proposal });

@Resolver()
export class RegisterPaperMutation {
  @Mutation(() => RegisterPaperResult.Result, {
    description: '登记纸质原件: what the paper says, compared with what was submitted on line',
  })
  async registerPaper(
    @Ctx() context: ProposalContext,
    @Arg('input', () => RegisterPaperInput, { description: '内容: what is asked for' })
    input: RegisterPaperInput,
  ): Promise<object> {
    const payload = {
      proposalId: ownId(context, 'proposal', input.proposalId, 'proposalId'),
      title: input.title,
      body: input.body,
      leadProposerId: ownId(context, 'mandate', input.leadProposerId, 'leadProposerId'),
      cosignerIds: input.cosignerIds.map((id) => ownId(context, 'mandate', id, 'cosignerIds')),
      pages: input.pages,
      reference: input.reference,
    };
    const outcome = await perform(context, registerPaper, input, payload);
    return answer(RegisterPaperResult, outcome, (done) => showCase(context, done));
  }
}
