import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { ProposalContext } from '../../proposal.context.js';
import { MoveCasesInput } from '../moving.input.js';
import { batchWanted, MOVED, showMoved } from '../moving.mutation.js';
import { moveCases } from './move-cases.js';

const MoveCasesResult = resultOf('MoveCases', '转用新版程序', MOVED);

@Resolver()
export class MoveCasesMutation {
  @Mutation(() => MoveCasesResult.Result, {
    description: '转用新版程序: a batch of running cases follows a version in force; those that cannot stay',
  })
  async moveCases(
    @Ctx() context: ProposalContext,
    @Arg('input', () => MoveCasesInput, { description: '内容: what is asked for' }) input: MoveCasesInput,
  ): Promise<object> {
    const classes = (input.classes ?? []).map(({ from, to }) => [from, to] as const);
    const wanted = { ...batchWanted(context, input), classes };
    const outcome = await context.run(moveCases, wanted, { idempotencyKey: input.idempotencyKey });
    return answer(MoveCasesResult, outcome, (done) => showMoved(context, done));
  }
}
