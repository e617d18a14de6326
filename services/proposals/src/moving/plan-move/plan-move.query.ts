import { dateInShanghai, fillText, mayTry, type Outcome } from '@duban/kernel';
import { badInput, failure } from '@duban/kernel/graphql';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Locality } from '../../graph/foreign.type.js';
import { ownId } from '../../graph/public-ids.input.js';
import { requireOwn, requireTexts } from '../../graph/readers.input.js';
import { PROPOSAL_ACCESS } from '../../proposal.access.js';
import type { ProposalContext } from '../../proposal.context.js';
import { ClassMoveInput } from '../moving.input.js';
import { MovePlan } from '../moving.type.js';
import { MOVING_REFUSALS } from '../moving-refusals.js';
import { type MoveBatch, planMove, planUndo } from './plan-move.js';

const PAGE = 20;

const AfterArg = (): ParameterDecorator =>
  Arg('after', () => String, {
    nullable: true,
    description: '起点: `next` of the batch before',
  }) as ParameterDecorator;

const FirstArg = (): ParameterDecorator =>
  Arg('first', () => Int, {
    nullable: true,
    description: '件数: 100 at most, 20 when left out',
  }) as ParameterDecorator;

/** What a move would do, and what taking one back would: told by the functions that do it. */
@Resolver(() => Locality)
export class LocalityMoves {
  @FieldResolver(() => MovePlan, {
    description:
      '转用方案: what moving running cases to a version would do, case by case; nothing is recorded',
  })
  async processMove(
    @Root() locality: Locality,
    @Ctx() context: ProposalContext,
    @Arg('toVersion', () => String, { nullable: true, description: '版本: the one in force when left out' })
    toVersion?: string | null,
    @AfterArg() after?: string | null,
    @FirstArg() first?: number | null,
    @Arg('classes', () => [ClassMoveInput], {
      nullable: true,
      description: '类别对应: where the meaning does not say',
    })
    classes?: ClassMoveInput[] | null,
  ): Promise<MovePlan> {
    requireMover(context, locality, toVersion);
    const deps = await context.reads();
    const { version } = await deps.definitions.inForce(dateInShanghai(deps.now()));
    const wanted = {
      ...batch(context, after, first),
      toVersion: toVersion ?? version,
      classes: new Map((classes ?? []).map(({ from, to }) => [from, to])),
    };
    return shown(locality, await planMove(deps, context.viewer, wanted));
  }

  @FieldResolver(() => MovePlan, {
    description:
      '撤回转用方案: what taking cases back from the version they were moved to would do, case by case; nothing is recorded',
  })
  async processMoveBack(
    @Root() locality: Locality,
    @Ctx() context: ProposalContext,
    @Arg('toVersion', () => String, { description: '版本: the one they were moved to' }) toVersion: string,
    @AfterArg() after?: string | null,
    @FirstArg() first?: number | null,
  ): Promise<MovePlan> {
    requireMover(context, locality, toVersion);
    const deps = await context.reads();
    const wanted = { ...batch(context, after, first), toVersion };
    return shown(locality, await planUndo(deps, context.viewer, wanted));
  }
}

function requireMover(context: ProposalContext, locality: Locality, version?: string | null): void {
  requireOwn(context, locality);
  if (!mayTry(PROPOSAL_ACCESS, 'process:move', context.viewer.role)) throw failure('FORBIDDEN');
  requireTexts('toVersion', [version]);
}

const batch = (context: ProposalContext, after?: string | null, first?: number | null) => ({
  after: after == null ? null : ownId(context, 'proposal', after, 'after'),
  limit: first ?? PAGE,
});

function shown({ number }: Locality, planned: Outcome<MoveBatch>): MovePlan {
  if (planned.accepted) return new MovePlan(number, planned.value);
  const { zh, en } = MOVING_REFUSALS[planned.code as keyof typeof MOVING_REFUSALS];
  throw badInput(fillText(zh, planned.params), fillText(en, planned.params));
}
