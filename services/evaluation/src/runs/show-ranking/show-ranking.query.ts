import { pageOf } from '@duban/kernel/graphql';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { EvaluationContext } from '../../evaluation.context.js';
import { LocalityType } from '../../foreign.type.js';
import { boardOf, questionOf, requireOwn } from '../asked-scores.query.js';
import { ScoreConnection, ScoreType } from '../score.type.js';
import { type Listing, scoreboard } from '../scoreboard.js';
import { RankingArgs } from './ranking.input.js';

@Resolver(() => LocalityType)
export class LocalityRanking {
  @FieldResolver(() => ScoreConnection.Connection, {
    description:
      '排名: everybody’s running score by a sheet, in the order asked for, with what else is known of each; NOT_GRANTED for another locality',
  })
  async ranking(
    @Root() locality: LocalityType,
    @Ctx() context: EvaluationContext,
    @Args(() => RankingArgs) { sheet, year, asOf, orderBy: order, filter, ...page }: RankingArgs,
  ) {
    requireOwn(context, locality);
    const question = questionOf(context, { sheet, year, asOf });
    const board = await boardOf(context, question);
    const wanted = {
      system: filter?.system ?? null,
      group: filter?.group ?? null,
      listed: filter?.listed ?? null,
      vetoed: filter?.vetoed ?? null,
    };
    const isListingRead = order === 'NAME' || wanted.system !== null;
    const listing = isListingRead ? await unitListing(context) : new Map();
    const list = scoreboard(board, listing, { order, filter: wanted });
    const slice = pageOf(list, page, ({ subjectId }) => subjectId);
    const toNode = (score: (typeof list)[number]) =>
      ScoreType.of(context.viewer.tenant, question, board, score);
    return ScoreConnection.from(slice, toNode, () => list.length);
  }
}

async function unitListing(context: EvaluationContext): Promise<Listing> {
  const { directory } = await context.reads();
  const units = await directory.units();
  return new Map(units.map(({ id, name, system }) => [id, { name, system }]));
}
