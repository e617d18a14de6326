import { checkText, fillText, type Outcome, type RefusalParams } from '@duban/kernel';
import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { PROPOSAL_REFUSALS, type RefusalCode } from '../../case/refusals.js';
import { perform } from '../../case-command/case-command.mutation.js';
import { HandoverBatch } from '../../graph/handover-batch.type.js';
import { findProposal } from '../../graph/proposal.reference.js';
import { Proposal } from '../../graph/proposal.type.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { findBatch } from '../../reading/handover-batches/handover-batches.query.js';
import { handoverValues } from '../hand-over-proposal/hand-over-proposal.mutation.js';
import { HandOverBatchInput } from './hand-over-batch.input.js';
import { type HandOverBatch, handOverBatch, type ItemOutcome } from './hand-over-batch.js';

@ObjectType({ description: '逐件结果: what became of one case of the batch, in the order given' })
export class BatchOutcome {
  constructor(readonly outcome: ItemOutcome) {}

  @Field(() => Proposal, { nullable: true, description: '建议提案: the case; null when there is none' })
  proposal: Proposal | null;

  @Field(() => Boolean, { description: '已交办: whether it was handed over' })
  get handedOver(): boolean {
    return this.outcome.code === null;
  }

  @Field(() => String, { nullable: true, description: '拒绝代码: why it was not' })
  get code(): string | null {
    return this.outcome.code;
  }

  @Field(() => String, { nullable: true, description: '原因: why it was not, in Chinese' })
  get message(): string | null {
    return inWords(this.outcome, 'zh');
  }

  @Field(() => String, { nullable: true, description: '英文原因: the same in English' })
  get messageEn(): string | null {
    return inWords(this.outcome, 'en');
  }
}

const inWords = (
  { code, params }: { readonly code: string | null; readonly params: RefusalParams },
  language: 'zh' | 'en',
): string | null =>
  code === null ? null : fillText(PROPOSAL_REFUSALS[code as RefusalCode][language], params);

const HandOverBatchResult = resultOf('HandOverBatch', '集中交办', {
  batch: { type: () => HandoverBatch, description: '集中交办: the batch as recorded' },
  outcomes: {
    type: () => [BatchOutcome] as [typeof BatchOutcome],
    description: '逐件结果: what became of each case, in the order given',
  },
});

@Resolver()
export class HandOverBatchMutation {
  @Mutation(() => HandOverBatchResult.Result, {
    description:
      '集中交办: hands many cases over at once; refused only when none of them goes, or when they are to go together',
  })
  async handOverBatch(
    @Ctx() context: ProposalContext,
    @Arg('input', () => HandOverBatchInput, { description: '内容: what is asked for' })
    input: HandOverBatchInput,
  ): Promise<object> {
    const payload = payloadOf(context, input);
    const outcome = lines(payload) ?? (await perform(context, handOverBatch, input, payload));
    return answer(HandOverBatchResult, outcome, async ({ batchId, outcomes }) => {
      const batch = await findBatch(context, batchId);
      if (!batch) throw new Error('the batch was recorded but cannot be read');
      return { batch, outcomes: await Promise.all(outcomes.map((one) => shown(context, one))) };
    });
  }
}

const shown = async (context: ProposalContext, outcome: ItemOutcome): Promise<BatchOutcome> =>
  Object.assign(new BatchOutcome(outcome), { proposal: await findProposal(context, outcome.proposalId) });

const payloadOf = (context: ProposalContext, input: HandOverBatchInput): HandOverBatch => ({
  meeting: input.meeting ?? null,
  heldOn: input.heldOn ?? null,
  place: input.place ?? null,
  attendees: input.attendees ?? [],
  noticeNumber: input.noticeNumber ?? null,
  together: input.together ?? false,
  items: input.items.map(({ proposalId, hard, fields }) => ({
    proposalId: ownId(context, 'proposal', proposalId, 'proposalId'),
    hard: hard ?? undefined,
    fields: handoverValues(context, fields ?? []),
  })),
});

/** Names are one line of at most 100 characters. */
function lines({ meeting, place, attendees }: HandOverBatch): Outcome<never> | null {
  const named = [
    ['meeting', meeting] as const,
    ['place', place] as const,
    ...attendees.map((one) => ['attendees', one] as const),
  ];
  for (const [field, text] of named) {
    const wrong = text === null ? null : checkText(field, text, { max: 100 });
    if (wrong) return wrong;
  }
  return null;
}
