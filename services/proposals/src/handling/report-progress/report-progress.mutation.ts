import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showAssignment } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { ReportProgressInput } from './report-progress.input.js';
import { reportProgress } from './report-progress.js';

const ReportProgressResult = resultOf('ReportProgress', '通报进度', {
  proposal: SHOWN.proposal,
  assignment: SHOWN.assignment,
});

@Resolver()
export class ReportProgressMutation {
  @Mutation(() => ReportProgressResult.Result, {
    description: '通报进度: the unit tells the proposers how far it is',
  })
  async reportProgress(
    @Ctx() context: ProposalContext,
    @Arg('input', () => ReportProgressInput, { description: '内容: what is asked for' })
    input: ReportProgressInput,
  ): Promise<object> {
    const payload = {
      assignmentId: ownId(context, 'assignment', input.assignmentId, 'assignmentId'),
      text: input.text,
    };
    const outcome = await perform(context, reportProgress, input, payload);
    return answer(ReportProgressResult, outcome, (done) =>
      showAssignment(context, done, payload.assignmentId),
    );
  }
}
