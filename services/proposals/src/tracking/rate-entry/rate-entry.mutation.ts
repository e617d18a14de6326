import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showEntry } from '../../case-command/case-command.mutation.js';
import { ownId, ownIdOf } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { RateEntryInput } from './rate-entry.input.js';
import { rateEntry } from './rate-entry.js';

const RateEntryResult = resultOf('RateEntry', '评价后续办理', {
  proposal: SHOWN.proposal,
  entry: SHOWN.entry,
});

@Resolver()
export class RateEntryMutation {
  @Mutation(() => RateEntryResult.Result, {
    description: '评价后续办理: rates what was done since for a promise of an earlier year',
  })
  async rateEntry(
    @Ctx() context: ProposalContext,
    @Arg('input', () => RateEntryInput, { description: '内容: what is asked for' })
    input: RateEntryInput,
  ): Promise<object> {
    const payload = {
      entryId: ownId(context, 'entry', input.entryId, 'entryId'),
      respondent: ownIdOf(context, 'mandate', input.respondentId, 'respondentId'),
      level: input.level,
      comment: input.comment,
    };
    const outcome = await perform(context, rateEntry, input, payload);
    return answer(RateEntryResult, outcome, (done) => showEntry(context, done, payload.entryId));
  }
}
