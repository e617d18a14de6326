import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { ProposalContext } from '../../proposal.context.js';
import { UndoMoveInput } from '../moving.input.js';
import { batchWanted, MOVED, showMoved } from '../moving.mutation.js';
import { undoMove } from './undo-move.js';

const UndoMoveResult = resultOf('UndoMove', '撤回转用', MOVED);

@Resolver()
export class UndoMoveMutation {
  @Mutation(() => UndoMoveResult.Result, {
    description: '撤回转用: takes a batch of cases back to the version they were moved from',
  })
  async undoMove(
    @Ctx() context: ProposalContext,
    @Arg('input', () => UndoMoveInput, { description: '内容: what is asked for' }) input: UndoMoveInput,
  ): Promise<object> {
    const wanted = batchWanted(context, input);
    const outcome = await context.run(undoMove, wanted, { idempotencyKey: input.idempotencyKey });
    return answer(UndoMoveResult, outcome, (done) => showMoved(context, done));
  }
}
