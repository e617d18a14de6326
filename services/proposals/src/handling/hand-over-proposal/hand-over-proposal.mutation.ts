import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { HandoverValue } from '../../case/state-handover.js';
import { perform, SHOWN, showCase } from '../../case-command/case-command.mutation.js';
import { fieldValues } from '../../graph/field-value.input.js';
import { ownId, ownIdOf } from '../../graph/public-ids.input.js';
import type { FieldValue } from '../../process/typed-field.js';
import type { ProposalContext } from '../../proposal.context.js';
import { HandOverProposalInput, type HandoverValueInput } from './hand-over-proposal.input.js';
import { handOverProposal } from './hand-over-proposal.js';

/** The values with bare ids. */
export const handoverValues = (
  context: ProposalContext,
  values: readonly HandoverValueInput[],
): HandoverValue[] =>
  values.map(({ unitId, ...value }) => ({
    ...(fieldValues(context, [value])[0] as FieldValue),
    unitId: ownIdOf(context, 'unit', unitId, 'unitId') ?? null,
  }));

const HandOverProposalResult = resultOf('HandOverProposal', '交办', { proposal: SHOWN.proposal });

@Resolver()
export class HandOverProposalMutation {
  @Mutation(() => HandOverProposalResult.Result, {
    description: '交办: hands the case over; the clocks start',
  })
  async handOverProposal(
    @Ctx() context: ProposalContext,
    @Arg('input', () => HandOverProposalInput, { description: '内容: what is asked for' })
    input: HandOverProposalInput,
  ): Promise<object> {
    const payload = {
      proposalId: ownId(context, 'proposal', input.proposalId, 'proposalId'),
      hard: input.hard ?? undefined,
      noticeNumber: input.noticeNumber,
      fields: handoverValues(context, input.fields ?? []),
    };
    const outcome = await perform(context, handOverProposal, input, payload);
    return answer(HandOverProposalResult, outcome, (done) => showCase(context, done));
  }
}
