import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showEntry } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { RecordProgressInput } from './record-progress.input.js';
import { recordProgress } from './record-progress.js';

const RecordProgressResult = resultOf('RecordProgress', '记录进展', {
  proposal: SHOWN.proposal,
  entry: SHOWN.entry,
});

@Resolver()
export class RecordProgressMutation {
  @Mutation(() => RecordProgressResult.Result, { description: '记录进展: notes progress on a promise' })
  async recordProgress(
    @Ctx() context: ProposalContext,
    @Arg('input', () => RecordProgressInput, { description: '内容: what is asked for' })
    input: RecordProgressInput,
  ): Promise<object> {
    const payload = {
      entryId: ownId(context, 'entry', input.entryId, 'entryId'),
      text: input.text,
      milestone: input.milestone,
    };
    const outcome = await perform(context, recordProgress, input, payload);
    return answer(RecordProgressResult, outcome, (done) => showEntry(context, done, payload.entryId));
  }
}
