import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showCase } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { localityNumber } from '../held-grant.input.js';
import { GrantCaseInput } from './grant-case.input.js';
import { grantCase } from './grant-case.js';

const GrantCaseResult = resultOf('GrantCase', '授权其他地方', { proposal: SHOWN.proposal });

@Resolver()
export class GrantCaseMutation {
  @Mutation(() => GrantCaseResult.Result, {
    description: '授权其他地方: lets another locality see a case and give its opinion, for a time',
  })
  async grantCase(
    @Ctx() context: ProposalContext,
    @Arg('input', () => GrantCaseInput, { description: '内容: what is asked for' })
    input: GrantCaseInput,
  ): Promise<object> {
    const payload = {
      proposalId: ownId(context, 'proposal', input.proposalId, 'proposalId'),
      granteeId: localityNumber(input.localityId, 'localityId'),
      grantKind: input.kind,
      ...(input.form == null ? {} : { form: input.form }),
      sees: input.sees,
      until: input.until,
      reason: input.reason,
    };
    const outcome = await perform(context, grantCase, input, payload);
    return answer(GrantCaseResult, outcome, (done) => showCase(context, done));
  }
}
