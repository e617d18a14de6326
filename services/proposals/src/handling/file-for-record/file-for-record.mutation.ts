import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showAssignment } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { FileForRecordInput } from './file-for-record.input.js';
import { fileForRecord } from './file-for-record.js';

const FileForRecordResult = resultOf('FileForRecord', '备案', {
  proposal: SHOWN.proposal,
  assignment: SHOWN.assignment,
});

@Resolver()
export class FileForRecordMutation {
  @Mutation(() => FileForRecordResult.Result, {
    description: '备案: it cannot be handled now; it is filed and looked at again',
  })
  async fileForRecord(
    @Ctx() context: ProposalContext,
    @Arg('input', () => FileForRecordInput, { description: '内容: what is asked for' })
    input: FileForRecordInput,
  ): Promise<object> {
    const payload = {
      assignmentId: ownId(context, 'assignment', input.assignmentId, 'assignmentId'),
      reason: input.reason,
    };
    const outcome = await perform(context, fileForRecord, input, payload);
    return answer(FileForRecordResult, outcome, (done) =>
      showAssignment(context, done, payload.assignmentId),
    );
  }
}
