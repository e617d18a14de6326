import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showCase } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { EndDutyInput } from './end-duty.input.js';
import { endDuty } from './end-duty.js';

const EndDutyResult = resultOf('EndDuty', '结束督办', { proposal: SHOWN.proposal });

@Resolver()
export class EndDutyMutation {
  @Mutation(() => EndDutyResult.Result, { description: '结束督办: ends a duty on a case' })
  async endDuty(
    @Ctx() context: ProposalContext,
    @Arg('input', () => EndDutyInput, { description: '内容: what is asked for' }) input: EndDutyInput,
  ): Promise<object> {
    const payload = {
      dutyId: ownId(context, 'duty', input.dutyId, 'dutyId'),
      reason: input.reason ?? null,
    };
    const outcome = await perform(context, endDuty, input, payload);
    return answer(EndDutyResult, outcome, (done) => showCase(context, done));
  }
}
