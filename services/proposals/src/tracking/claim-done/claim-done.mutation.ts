import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showEntry } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { ClaimDoneInput } from './claim-done.input.js';
import { claimDone } from './claim-done.js';

const ClaimDoneResult = resultOf('ClaimDone', '申请销号', { proposal: SHOWN.proposal, entry: SHOWN.entry });

@Resolver()
export class ClaimDoneMutation {
  @Mutation(() => ClaimDoneResult.Result, {
    description: '申请销号: the unit says the promise is kept, with evidence',
  })
  async claimDone(
    @Ctx() context: ProposalContext,
    @Arg('input', () => ClaimDoneInput, { description: '内容: what is asked for' }) input: ClaimDoneInput,
  ): Promise<object> {
    const payload = {
      entryId: ownId(context, 'entry', input.entryId, 'entryId'),
      text: input.text,
      evidence: input.evidence.map(({ title, reference = null }) => ({ title, reference })),
    };
    const outcome = await perform(context, claimDone, input, payload);
    return answer(ClaimDoneResult, outcome, (done) => showEntry(context, done, payload.entryId));
  }
}
