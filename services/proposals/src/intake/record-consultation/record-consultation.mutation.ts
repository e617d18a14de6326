import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showCase } from '../../case-command/case-command.mutation.js';
import { ownId, ownIdOf } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { RecordConsultationInput } from './record-consultation.input.js';
import { recordConsultation } from './record-consultation.js';

const RecordConsultationResult = resultOf('RecordConsultation', '提交前沟通', { proposal: SHOWN.proposal });

@Resolver()
export class RecordConsultationMutation {
  @Mutation(() => RecordConsultationResult.Result, {
    description: '提交前沟通: who was asked about the draft, and what they said',
  })
  async recordConsultation(
    @Ctx() context: ProposalContext,
    @Arg('input', () => RecordConsultationInput, { description: '内容: what is asked for' })
    input: RecordConsultationInput,
  ): Promise<object> {
    const payload = {
      proposalId: ownId(context, 'proposal', input.proposalId, 'proposalId'),
      level: input.level,
      unitId: ownIdOf(context, 'unit', input.unitId, 'unitId'),
      organisation: input.organisation,
      channel: input.channel,
      outcome: input.outcome,
      summary: input.summary,
    };
    const outcome = await perform(context, recordConsultation, input, payload);
    return answer(RecordConsultationResult, outcome, (done) => showCase(context, done));
  }
}
