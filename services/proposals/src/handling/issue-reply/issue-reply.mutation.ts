import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showReply } from '../../case-command/case-command.mutation.js';
import { ownId, ownIdOf } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { IssueReplyInput } from './issue-reply.input.js';
import { issueReply } from './issue-reply.js';

const IssueReplyResult = resultOf('IssueReply', '签发答复', {
  proposal: SHOWN.proposal,
  assignment: SHOWN.assignment,
  reply: SHOWN.reply,
});

/** The rest of the letter, as the rules take it. */
const letterOf = (input: IssueReplyInput) => ({
  copies: input.copies ?? [],
  contactName: input.contactName ?? null,
  contactPhone: input.contactPhone ?? null,
  disclosure: input.disclosure ?? null,
  feedbackForm: input.feedbackForm ?? false,
  matters: input.matters ?? [],
  commitments: (input.commitments ?? []).map(({ text, dueOn }) => ({ text, dueOn })),
});

@Resolver()
export class IssueReplyMutation {
  @Mutation(() => IssueReplyResult.Result, { description: '签发答复: issues the unit’s letter' })
  async issueReply(
    @Ctx() context: ProposalContext,
    @Arg('input', () => IssueReplyInput, { description: '内容: what is asked for' }) input: IssueReplyInput,
  ): Promise<object> {
    const { name, role, personId } = input.signatory;
    const payload = {
      assignmentId: ownId(context, 'assignment', input.assignmentId, 'assignmentId'),
      replyKind: input.kind,
      documentNumber: input.documentNumber,
      body: input.body,
      claimedClass: input.claimedClass,
      signatory: { name, role, personId: ownIdOf(context, 'person', personId, 'personId') ?? null },
      ...letterOf(input),
    };
    const outcome = await perform(context, issueReply, input, payload);
    return answer(IssueReplyResult, outcome, (done) => showReply(context, done, payload.assignmentId));
  }
}
