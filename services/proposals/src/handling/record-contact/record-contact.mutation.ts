import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showContact } from '../../case-command/case-command.mutation.js';
import { ownId, ownIdOf } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { RecordContactInput } from './record-contact.input.js';
import { recordContact } from './record-contact.js';

const RecordContactResult = resultOf('RecordContact', '记录沟通', {
  proposal: SHOWN.proposal,
  assignment: SHOWN.assignment,
  contact: SHOWN.contact,
});

@Resolver()
export class RecordContactMutation {
  @Mutation(() => RecordContactResult.Result, {
    description: '记录沟通: records a contact with the proposer',
  })
  async recordContact(
    @Ctx() context: ProposalContext,
    @Arg('input', () => RecordContactInput, { description: '内容: what is asked for' })
    input: RecordContactInput,
  ): Promise<object> {
    const payload = {
      assignmentId: ownId(context, 'assignment', input.assignmentId, 'assignmentId'),
      phase: input.phase,
      channel: input.channel,
      participants: input.participants.map(({ role, name, personId, mandateId }) => ({
        role,
        name,
        personId: ownIdOf(context, 'person', personId, 'personId') ?? null,
        mandateId: ownIdOf(context, 'mandate', mandateId, 'mandateId') ?? null,
      })),
      record: input.record,
      place: input.place,
      placeName: input.placeName,
      proposerOpinion: input.proposerOpinion,
    };
    const outcome = await perform(context, recordContact, input, payload);
    return answer(RecordContactResult, outcome, (done) => showContact(context, done, payload.assignmentId));
  }
}
