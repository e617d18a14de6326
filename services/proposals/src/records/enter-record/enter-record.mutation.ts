import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform } from '../../case-command/case-command.mutation.js';
import { ownIdOf } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { valuesOf } from '../record.input.js';
import { RECORD_SHOWN, showRecord } from '../show-record.mutation.js';
import { EnterRecordInput } from './enter-record.input.js';
import { enterRecord } from './enter-record.js';

const EnterRecordResult = resultOf('EnterRecord', '录入工作记录', RECORD_SHOWN);

const SUBJECTS = {
  proposalId: 'proposal',
  assignmentId: 'assignment',
  entryId: 'entry',
  unitId: 'unit',
  mandateId: 'mandate',
};

/** The ids that were given, bare; what was left out stays out. */
const subject = (context: ProposalContext, input: EnterRecordInput) =>
  Object.fromEntries(
    Object.entries(SUBJECTS).flatMap(([field, kind]) => {
      const id = ownIdOf(context, kind, input[field as keyof typeof SUBJECTS], field);
      return id === undefined ? [] : [[field, id]];
    }),
  );

@Resolver()
export class EnterRecordMutation {
  @Mutation(() => EnterRecordResult.Result, {
    description:
      '录入工作记录: puts something on record: on a case, or about a unit, a person or the locality',
  })
  async enterRecord(
    @Ctx() context: ProposalContext,
    @Arg('input', () => EnterRecordInput, { description: '内容: what is asked for' }) input: EnterRecordInput,
  ): Promise<object> {
    const payload = {
      record: input.record,
      ...subject(context, input),
      ...(input.caseKind ? { caseKind: input.caseKind } : {}),
      values: valuesOf(context, input.values),
    };
    const outcome = await perform(context, enterRecord, input, payload);
    return answer(EnterRecordResult, outcome, (done) => showRecord(context, done));
  }
}
