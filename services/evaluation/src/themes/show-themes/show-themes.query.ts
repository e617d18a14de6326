import { mayTry } from '@duban/kernel';
import { failure, PageArgs, readId } from '@duban/kernel/graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { EVALUATION_ACCESS } from '../../evaluation.access.js';
import type { EvaluationContext } from '../../evaluation.context.js';
import { LocalityType } from '../../foreign.type.js';
import type { KeptTheme } from '../theme.js';
import type { ThemeState } from '../theme.store.js';
import { ThemeConnection, ThemeStateEnum, ThemeType } from '../theme.type.js';

/** Themes are for those who may go from figures to cases. */
function requireReader({ viewer }: EvaluationContext): void {
  if (!mayTry(EVALUATION_ACCESS, 'theme:show', viewer.role)) throw failure('FORBIDDEN');
}

@Resolver()
export class ThemeQuery {
  @Query(() => ThemeType, {
    nullable: true,
    description: '专题: one theme; null when the own locality has none of this id',
  })
  async theme(
    @Ctx() context: EvaluationContext,
    @Arg('id', () => ID, { description: '编号: the public id' }) id: string,
  ): Promise<ThemeType | null> {
    requireReader(context);
    const { themes } = await context.reads();
    const kept = await themes.find(readId('theme', id));
    return kept && new ThemeType(context.viewer.tenant, kept);
  }
}

@Resolver(() => LocalityType)
export class LocalityThemes {
  @FieldResolver(() => ThemeConnection.Connection, {
    nullable: true,
    description:
      '专题: what the locality has bundled of what is raised below it, the one opened last first; NOT_GRANTED for another locality',
  })
  async themes(
    @Root() { number }: LocalityType,
    @Ctx() context: EvaluationContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('state', () => ThemeStateEnum, { nullable: true, description: '状态: both, when left out' })
    state?: ThemeState,
  ) {
    const { viewer } = context;
    if (number !== viewer.tenant) throw failure('NOT_GRANTED');
    requireReader(context);
    const { themes } = await context.reads();
    const slice = await themes.page(state ?? null, page);
    const toNode = (kept: KeptTheme) => new ThemeType(viewer.tenant, kept);
    return ThemeConnection.from(slice, toNode, () => themes.count(state ?? null));
  }
}
