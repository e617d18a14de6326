import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { ProposalContext } from '../../proposal.context.js';
import { LockProcessInput } from '../definition.input.js';
import { draftResultOf, performOnDraft } from '../definition.mutation.js';
import { lockProcess } from './lock-process.js';

const LockProcessResult = draftResultOf('LockProcess', '锁定程序');

@Resolver()
export class LockProcessMutation {
  @Mutation(() => LockProcessResult.Result, {
    description: '锁定程序: drafts what those below may not change; in force when it is approved',
  })
  async lockProcess(
    @Ctx() context: ProposalContext,
    @Arg('input', () => LockProcessInput, { description: '内容: what is asked for' })
    input: LockProcessInput,
  ): Promise<object> {
    const { idempotencyKey, ...wanted } = input;
    return performOnDraft(context, LockProcessResult, lockProcess, wanted, idempotencyKey);
  }
}
